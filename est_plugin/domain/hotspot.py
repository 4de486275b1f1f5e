# SPDX-License-Identifier: GPL-2.0-or-later
"""Hotspot: a place where more is reported than chance explains, tracked from period to period."""

from __future__ import annotations

from enum import StrEnum

from est_plugin.errors import QT_TRANSLATE_NOOP


class HotspotStatus(StrEnum):
    """How the place stands in the latest analysis."""

    NEW = "new"
    LASTING = "lasting"
    COOLED = "cooled"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """Source text of the status."""
        return _LABELS[self]


_LABELS = {
    HotspotStatus.NEW: QT_TRANSLATE_NOOP("est_plugin", "Not found before"),
    HotspotStatus.LASTING: QT_TRANSLATE_NOOP("est_plugin", "Found again"),
    HotspotStatus.COOLED: QT_TRANSLATE_NOOP("est_plugin", "Not found in this period"),
    HotspotStatus.CLOSED: QT_TRANSLATE_NOOP("est_plugin", "Closed"),
}
#: Of a place that was hot in no period that was searched, when the one just before was not.
PERHAPS_NEW = QT_TRANSLATE_NOOP("est_plugin", "Not known if new")
