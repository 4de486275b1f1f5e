# SPDX-License-Identifier: GPL-2.0-or-later
"""Edit commands: one step in QGIS's undo stack, whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer, QgsVectorLayerUndoCommandDeleteFeature

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProject


class TransactionGroupsError(EstError):
    """QGIS saves the layers of this project in groups, which loses edits when one of them is refused."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("est_plugin", "The EST layers cannot be edited in this project."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin",
                "It uses transaction groups: when one row is refused, QGIS can lose what was changed in other layers.",
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Switch transaction groups off, then edit."),
        )


def uses_transaction_groups(project: QgsProject | None) -> bool:
    """Does the project save layers in groups, at once (automatic) or at the end (buffered)?"""
    return project is not None and project.transactionMode() != Qgis.TransactionMode.Disabled


def switch_off_transaction_groups(project: QgsProject) -> None:
    """Let each layer of the project be saved by itself; edit sessions without changes end.

    Raises EstError while a layer holds edits that are not saved.
    """
    if uses_transaction_groups(project):
        end_unchanged_group(project)
        if not project.setTransactionMode(Qgis.TransactionMode.Disabled):
            raise EstError(
                QT_TRANSLATE_NOOP("est_plugin", "Transaction groups are still on."),
                why=QT_TRANSLATE_NOOP("est_plugin", "A layer of the project holds edits that are not saved."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Save or discard them, then switch the groups off."),
            )


def end_unchanged_group(project: QgsProject) -> None:
    """End the edit sessions that transaction groups have begun together, if none of them holds a change."""
    layers = [layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    if any(layer.isModified() for layer in layers):
        return
    if project.transactionMode() == Qgis.TransactionMode.BufferedGroups:
        project.rollBack(True)  # noqa: FBT003, QGS201 (the sessions end; none holds a change)
    for layer in layers:
        if layer.isEditable():
            layer.rollBack()  # noqa: QGS201 (nothing is lost: no session holds a change)


def start_editing(layer: QgsVectorLayer) -> bool:
    """See that a layer is in edit mode; was it this call that started the session?

    Raises EstError if the layer cannot be edited.
    """
    if layer.isEditable():
        return False
    if uses_transaction_groups(layer.project()):
        raise TransactionGroupsError
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
    """End the edit session of a layer in which nothing was changed."""
    if layer.isEditable() and not layer.isModified():
        layer.rollBack()  # noqa: QGS201 (nothing is lost: the session holds no change)


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


def drop_new_row(layer: QgsVectorLayer, feature_id: int) -> None:
    """Take a row that was never saved out of the edit buffer.

    By QGIS's own command: without the right to delete rows on the server ``deleteFeature`` refuses this too.
    """
    layer.undoStack().push(QgsVectorLayerUndoCommandDeleteFeature(layer.editBuffer(), feature_id))


def checked(done: bool, layer: QgsVectorLayer) -> None:  # noqa: FBT001 (the answer of a QGIS edit call)
    """Raise EstError if QGIS refused an edit."""
    if not done:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The change of the layer {layer} was refused."),
            why=QT_TRANSLATE_NOOP("est_plugin", "QGIS could not apply it."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Nothing was changed. Check the layer and try again."),
            layer=layer.name(),
        )
