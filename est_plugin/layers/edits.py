# SPDX-License-Identifier: GPL-2.0-or-later
"""Edit commands: one step in QGIS's undo stack, whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError

if TYPE_CHECKING:
    from collections.abc import Iterator


def start_editing(layer: QgsVectorLayer) -> bool:
    """See that a layer is in edit mode; was it this call that started the session?

    Raises EstError if the layer cannot be edited.
    """
    if layer.isEditable():
        return False
    if not layer.startEditing():
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} cannot be edited."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It is read-only, or the file is."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Check that you may write to the database; if not, the EST panel says why."
            ),
            layer=layer.name(),
        )
    return True


def end_if_unchanged(layer: QgsVectorLayer) -> None:
    """End the edit session of a layer in which nothing was changed.

    In the transaction modes of QGIS that group layers, a roll-back of one layer takes the edits of the others with it:
    there the session goes on while any layer of the project holds a change.
    """
    if layer.isEditable() and not any(member.isModified() for member in _ends_with(layer)):
        layer.rollBack()  # noqa: QGS201 (nothing is lost: the session holds no change)


def _ends_with(layer: QgsVectorLayer) -> list[QgsVectorLayer]:
    """The layers whose edits a roll-back of this layer may end."""
    project = layer.project()
    if project is None or project.transactionMode() == Qgis.TransactionMode.Disabled:
        return [layer]
    return [member for member in project.mapLayers().values() if isinstance(member, QgsVectorLayer)]


@contextmanager
def edit_command(layer: QgsVectorLayer, text: str) -> Iterator[QgsVectorLayer]:
    """Open an edit command named ``text`` (translated), starting the edit session if there is none.

    The layer stays in edit mode: saving is the person's. If the block raises, the command is destroyed, and a session
    that was started here without other changes ends.

    Raises EstError if the layer cannot be edited.
    """
    started_here = start_editing(layer)
    layer.beginEditCommand(text)
    try:
        yield layer
    except BaseException:
        layer.destroyEditCommand()
        if started_here:
            end_if_unchanged(layer)
        raise
    layer.endEditCommand()


def checked(done: bool, layer: QgsVectorLayer) -> None:  # noqa: FBT001 (the answer of a QGIS edit call)
    """Raise EstError if QGIS refused an edit."""
    if not done:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The change of the layer {layer} was refused."),
            why=QT_TRANSLATE_NOOP("est_plugin", "QGIS could not apply it."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Nothing was changed. Check the layer and try again."),
            layer=layer.name(),
        )
