# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers in, numbers out: grids, density, Gi*, places, stop order. No QGIS."""
