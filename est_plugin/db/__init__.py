# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything that knows SQL: connection, migrator, one repository per subject."""
