# SPDX-License-Identifier: GPL-2.0-or-later
"""What EST is: incident, category, period, hotspot, walk, measure and its workflow. Plain Python."""
