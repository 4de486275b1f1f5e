# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies a photo that a person chose in the form of an observation into the photo folder, without its metadata."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.observation_upkeep import (
    PHOTO,
    PhotoFromElsewhere,
    check_stops_are_there,
    edited_rows,
    name_photo,
    photo_from_elsewhere,
    put_at_stop,
    take_in_the_rest,
    uncheck_photo,
)
from est_plugin.layers.photos import choose_photo_folder, photo_folder, take_in
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from est_plugin.feedback import Feedback
    from est_plugin.gui.session import Session
    from est_plugin.layers.layer_watch import Ties


class PhotoIntake(QObject):
    """To be made before the journal, which notes what the save will send."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.messages = session.messages
        self._session = session
        #: Observations, by layer and feature, whose photo was changed and is still said to be looked at.
        self._changed: list[tuple[str, int]] = []
        self._watch = LayerWatch(session.project, (LayerRole.OBSERVATIONS,), self._ties)

    def unload(self) -> None:
        """Let go of the layers."""
        self._watch.unload()

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        return (
            (layer.featureAdded, partial(self._on_edited, layer.id())),
            (layer.attributeValueChanged, partial(self._on_changed, layer.id())),
            (layer.beforeCommitChanges, partial(self._before_commit, layer.id())),
        )

    def _on_changed(self, layer_id: str, feature_id: int, field: int, _value: Any) -> None:  # noqa: ANN401
        layer = self._session.project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer) and layer.fields().at(field).name() == PHOTO:
            self._on_edited(layer_id, feature_id)
            if layer.isEditCommandActive():
                self._changed.append((layer_id, feature_id))
                QTimer.singleShot(0, self._uncheck)

    @told
    def _uncheck(self) -> None:
        while self._changed:
            uncheck_photo(self._session.project, *self._changed.pop())

    def _on_edited(self, layer_id: str, feature_id: int) -> None:
        layer = self._session.project.mapLayer(layer_id)
        # An undo brings a photo from elsewhere back too, and must not be followed by another step.
        if isinstance(layer, QgsVectorLayer) and layer.isEditCommandActive():
            photo = photo_from_elsewhere(layer, layer.getFeature(feature_id))
            if photo is not None:
                QTimer.singleShot(0, lambda: self._take_in(photo))

    @told
    def _take_in(self, photo: PhotoFromElsewhere) -> None:
        folder = self._folder()
        if folder is None:
            return

        def done(name: str) -> None:
            name_photo(self._session.project, photo, name)

        def work(_feedback: Feedback) -> str:
            return take_in(photo.path(folder), folder, photo.observation)

        self._session.run(translate("est_plugin", "Copying the photo"), work, done)

    def _folder(self) -> Path | None:
        """The photo folder; of a database on a server the person says once where it is."""
        database = self._session.database
        folder = None if database is None else photo_folder(database)
        if database is not None and folder is None:
            chosen = QFileDialog.getExistingDirectory(
                QApplication.activeWindow(), translate("est_plugin", "Folder of the photos, shared by all")
            )
            if chosen:
                folder = Path(chosen)
                choose_photo_folder(database, folder)
                self._session.reload_layers()
        return folder

    def _before_commit(self, layer_id: str, *_: object) -> None:
        layer = self._session.project.mapLayer(layer_id)
        database = self._session.database
        self._uncheck()
        if isinstance(layer, QgsVectorLayer) and database is not None:
            self._complete(layer, photo_folder(database))

    @told
    def _complete(self, layer: QgsVectorLayer, folder: Path | None) -> None:
        rows = edited_rows(layer)
        put_at_stop(self._session.project, layer, rows)
        take_in_the_rest(self._session.project, layer, rows, folder, self.messages.error)
        check_stops_are_there(self._session.project, rows)
