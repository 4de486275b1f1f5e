# SPDX-License-Identifier: GPL-2.0-or-later
"""Background work: the base task and the registry that keeps running tasks alive."""
