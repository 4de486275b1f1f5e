# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports from outside: readers, column mapping, checks, personal-data scan, quarantine."""
