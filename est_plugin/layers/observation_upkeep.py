# SPDX-License-Identifier: GPL-2.0-or-later
"""What is an observation still missing when it is edited or saved? The place of its stop, and a photo of our own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError, InputError
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.photos import take_in
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qgis.core import QgsFeature, QgsProject

PHOTO, PHOTO_CHECKED = "photo", "photo_checked"


@dataclass(frozen=True)
class PhotoFromElsewhere:
    """A photo that a person chose outside the photo folder; ``chosen`` is what the form wrote."""

    layer_id: str
    feature_id: int
    observation: str
    chosen: str

    def path(self, folder: Path) -> Path:
        """Where the file is: forms write a place relative to the photo folder, or a whole path."""
        return (folder / self.chosen).resolve()


def photo_from_elsewhere(layer: QgsVectorLayer, row: QgsFeature) -> PhotoFromElsewhere | None:
    """The photo of an observation if it is not in the photo folder yet: there it is a mere name."""
    chosen = row[PHOTO]
    if isinstance(chosen, str) and ("/" in chosen or "\\" in chosen):
        return PhotoFromElsewhere(layer.id(), row.id(), row["uuid"], chosen)
    return None


def name_photo(project: QgsProject, photo: PhotoFromElsewhere, name: str | None) -> None:
    """Write the name that the photo has in the photo folder, or none, unless the person chose another meanwhile.

    Nobody has looked at the new photo yet. Raises EstError if QGIS refuses.
    """
    layer = project.mapLayer(photo.layer_id)
    if not isinstance(layer, QgsVectorLayer) or layer.getFeature(photo.feature_id)[PHOTO] != photo.chosen:
        return
    fields = layer.fields()
    with edit_command(layer, translate("est_plugin", "Take in the photo")):
        checked(layer.changeAttributeValue(photo.feature_id, fields.indexOf(PHOTO), name), layer)
        checked(layer.changeAttributeValue(photo.feature_id, fields.indexOf(PHOTO_CHECKED), False), layer)  # noqa: FBT003


def uncheck_photo(project: QgsProject, layer_id: str, feature_id: int) -> None:
    """Nobody has looked at a photo that has just been changed. Raises EstError if QGIS refuses."""
    layer = project.mapLayer(layer_id)
    if not isinstance(layer, QgsVectorLayer) or not layer.isEditable():
        return
    # A row that is gone has no value.
    if layer.getFeature(feature_id).attributeMap().get(PHOTO_CHECKED):
        with edit_command(layer, translate("est_plugin", "Look at the new photo")):
            index = layer.fields().indexOf(PHOTO_CHECKED)
            checked(layer.changeAttributeValue(feature_id, index, False), layer)  # noqa: FBT003


def edited_rows(layer: QgsVectorLayer) -> list[QgsFeature]:
    """The rows that the edit buffer adds or changes, as they are now; asks the database once for all of them."""
    buffer = layer.editBuffer()
    if buffer is None:
        return []
    ids = {*buffer.addedFeatures(), *buffer.changedAttributeValues()} - set(buffer.deletedFeatureIds())
    return list(layer.getFeatures(QgsFeatureRequest().setFilterFids(list(ids)))) if ids else []


def take_in_the_rest(
    project: QgsProject,
    layer: QgsVectorLayer,
    rows: Iterable[QgsFeature],
    folder: Path | None,
    tell: Callable[[EstError], None],
) -> None:
    """Before a save: copy what is not in the photo folder yet. Where that fails the observation is saved without its
    photo, which is told: the place of a file on somebody's computer is never stored.
    """
    for row in rows:
        photo = photo_from_elsewhere(layer, row)
        if photo is None:
            continue
        name = None
        try:
            if folder is None:
                raise _no_folder(photo)
            name = take_in(photo.path(folder), folder, photo.observation)
        except EstError as error:
            tell(error)
        name_photo(project, photo, name)


def _no_folder(photo: PhotoFromElsewhere) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The photo {name} was not stored with its observation."),
        why=QT_TRANSLATE_NOOP("est_plugin", "Nobody has said yet where the photos of this database are kept."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the photo in the form again, then the folder."),
        name=Path(photo.chosen).name,
    )


def put_at_stop(project: QgsProject, layer: QgsVectorLayer, rows: Iterable[QgsFeature]) -> None:
    """Before a save: an observation that was written in a form, not drawn, gets the place of its stop."""
    stops = roles.find(project, LayerRole.WALK_STOPS)
    without = [row for row in rows if not row.hasGeometry() and row["walk_stop"]]
    if stops is None or not without:
        return
    wanted = ", ".join(sorted({QgsExpression.quotedString(row["walk_stop"]) for row in without}))
    request = QgsFeatureRequest(QgsExpression(f'"uuid" IN ({wanted})')).setSubsetOfAttributes(["uuid"], stops.fields())
    places = {stop["uuid"]: stop.geometry() for stop in stops.getFeatures(request) if stop.hasGeometry()}
    with edit_command(layer, translate("est_plugin", "Put observations at their stop")):
        for row in without:
            if row["walk_stop"] in places:
                checked(layer.changeGeometry(row.id(), places[row["walk_stop"]], True), layer)  # noqa: FBT003


def check_stops_are_there(project: QgsProject, rows: Iterable[QgsFeature]) -> None:
    """Before a save, which stores the observations all the same.

    Raises InputError if an observation that was edited belongs to a stop that is not there any more.
    """
    stops = roles.find(project, LayerRole.WALK_STOPS)
    asked = {row["walk_stop"] for row in rows if row["walk_stop"]}
    if stops is None or not asked:
        return
    there = {stop["uuid"] for stop in stops.getFeatures() if not stop["deleted_at"]}
    if asked - there:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The stop of an observation is gone."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Somebody deleted it meanwhile; the observation is saved without it."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Choose another stop in the form of the observation, or restore the stop in the history."
            ),
        )
