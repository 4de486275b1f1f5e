# SPDX-License-Identifier: GPL-2.0-or-later
"""Dark stretches of a walk: asked once for the lamps, shown on the map, handed over as proposed measures."""

from __future__ import annotations
