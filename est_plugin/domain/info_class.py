# SPDX-License-Identifier: GPL-2.0-or-later
"""Information class: how far a thing may travel. The levels are those of SKR's KLASSA for confidentiality."""

from __future__ import annotations

from enum import IntEnum

from est_plugin.errors import QT_TRANSLATE_NOOP


class InfoClass(IntEnum):
    """Confidentiality, rising. KLASSA's level 4 (national security) has no place in this plugin."""

    OPEN = 0
    INTERNAL = 1
    SENSITIVE = 2
    PROTECTED = 3

    @property
    def label(self) -> str:
        """Source text of the class."""
        return _LABELS[self]


_LABELS = {
    InfoClass.OPEN: QT_TRANSLATE_NOOP("est_plugin", "Open"),
    InfoClass.INTERNAL: QT_TRANSLATE_NOOP("est_plugin", "Internal"),
    InfoClass.SENSITIVE: QT_TRANSLATE_NOOP("est_plugin", "Sensitive"),
    InfoClass.PROTECTED: QT_TRANSLATE_NOOP("est_plugin", "Protected"),
}
