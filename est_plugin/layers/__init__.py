# SPDX-License-Identifier: GPL-2.0-or-later
"""From database to styled, role-marked map layers and back."""
