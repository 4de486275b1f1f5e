# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing tools, one a file, each on QGIS's own digitizing."""
