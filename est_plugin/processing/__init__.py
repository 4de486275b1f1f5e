# SPDX-License-Identifier: GPL-2.0-or-later
"""The toolbox provider, one file per algorithm, each a thin face over a function."""
