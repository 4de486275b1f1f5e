# SPDX-License-Identifier: GPL-2.0-or-later
"""Which EST layers are closed to editing because their database is open for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsVectorLayer

#: Marks a layer that was closed here, so that one which a person closed stays as it is.
_CLOSED_PROPERTY = "est/closed"


def close_or_open(layers: Iterable[QgsVectorLayer], *, is_refused: bool) -> None:
    """Close the layers to editing while the database refuses changes, and open them again.

    A layer that is being edited stays open; the database refuses what it saves.
    """
    for layer in layers:
        if is_refused and not layer.readOnly() and not layer.isEditable():
            layer.setReadOnly(True)
            layer.setCustomProperty(_CLOSED_PROPERTY, True)  # noqa: FBT003 (QGIS's signature)
        elif not is_refused and layer.customProperty(_CLOSED_PROPERTY) is not None:
            layer.removeCustomProperty(_CLOSED_PROPERTY)
            layer.setReadOnly(False)
