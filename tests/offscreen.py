# SPDX-License-Identifier: GPL-2.0-or-later
"""Run without a screen. A plugin loaded by name (pyproject.toml), since pytest-qgis starts QGIS before any conftest."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
