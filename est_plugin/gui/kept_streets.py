# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do walks find the streets, without waiting? Read once in the background, kept until they change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError, InputError
from est_plugin.layers.layer_snapshot import LayerSnapshot
from est_plugin.layers.street_graph import StreetGraph
from est_plugin.layers.street_reading import StreetRules

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsMapLayer

    from est_plugin.domain.street import StreetFields
    from est_plugin.gui.session import Session

#: Somebody who edits streets makes many changes in a row.
_PAUSE_MS = 400


class KeptStreets(QObject):
    """The graph of the chosen layer of streets, in the CRS of the database."""

    #: The streets are read: ``graph`` is there, or ``problem`` says why not.
    ready = pyqtSignal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._layer_id = ""
        self._rules = StreetRules()
        self._is_wanted = False
        #: What the layer held when it was last read; by it a reload that brought nothing is known.
        self._mark: tuple[object, ...] | None = None
        #: Has the layer changed since ``graph`` was read from it?
        self._is_old = False
        self._asked: list[Callable[[StreetGraph], None]] = []
        #: None until the streets are read; while they are read anew, as they were.
        self.graph: StreetGraph | None = None
        #: Why there is no graph, if that is known.
        self.problem: EstError | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        session.project.layersWillBeRemoved.connect(self._on_layers_leave)
        session.database_changed.connect(self._on_database)

    def unload(self) -> None:
        """Let go of the layer and the session."""
        self._pause.stop()
        self._untie()
        self._session.project.layersWillBeRemoved.disconnect(self._on_layers_leave)
        self._session.database_changed.disconnect(self._on_database)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The chosen layer."""
        layer = self._session.project.mapLayer(self._layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None

    @property
    def is_reading(self) -> bool:
        """Are they wanted, and neither read nor known to be unreadable?"""
        return self._is_wanted and self.graph is None and self.problem is None and self.layer is not None

    def use(self, layer: QgsMapLayer | None) -> None:
        """Choose the layer of streets; they are read when they are wanted."""
        layer_id = "" if layer is None else layer.id()
        if layer_id == self._layer_id:
            return
        self._untie()
        self._layer_id = layer_id
        layer = self.layer
        if layer is not None:
            layer.dataChanged.connect(self._on_data)
        for signal in self._signals():
            signal.connect(self._on_changed)
        self._begin_anew()

    def read_by(self, fields: StreetFields) -> None:
        """Choose which fields of the layer say what."""
        rules = StreetRules(fields=fields, transforms=self._session.project.transformContext())
        if rules.fields != self._rules.fields:
            self._rules = rules
            self._begin_anew()

    def want(self) -> None:
        """Read the streets in the background, unless they are read; ``ready`` tells when. A problem may have passed."""
        if not self._is_wanted or self.problem is not None:
            self._is_wanted, self.problem = True, None
            self._read()

    def ask(self, use: Callable[[StreetGraph], None]) -> None:
        """Call ``use`` with the streets, now or as soon as they are read; what is wrong with them is told.

        Raises EstError at once if that is known.
        """
        self.want()
        if self.graph is not None and not self._is_old:
            use(self.graph)
        elif self.problem is not None:
            raise self.problem
        else:
            self.check()
            self._asked.append(use)

    def check(self) -> None:
        """Raise InputError if there is no layer of streets."""
        if self.layer is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "There are no streets to walk along."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Neither the database nor the project holds a layer of lines."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Add a layer of streets and paths to the project, and choose it under Streets."
                ),
            )

    def _signals(self) -> tuple[Any, ...]:
        layer = self.layer
        if layer is None:
            return ()
        return (layer.layerModified, layer.subsetStringChanged, layer.crsChanged)

    def _untie(self) -> None:
        layer = self.layer
        # A layer read anew from its source may have lost them.
        if layer is not None:
            with suppress(TypeError):
                layer.dataChanged.disconnect(self._on_data)
        for signal in self._signals():
            with suppress(TypeError):
                signal.disconnect(self._on_changed)

    def _on_layers_leave(self, layer_ids: list[str]) -> None:
        """Nobody waits for the streets of a layer that is gone."""
        if self._layer_id in layer_ids:
            self._asked.clear()
            self.use(None)

    def _on_database(self) -> None:
        """Nobody waits for streets in the CRS of the database before."""
        self._asked.clear()
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Other streets than those that are kept."""
        self.graph = None
        self._on_changed()

    def _on_data(self) -> None:
        """A layer is read again at each save of anybody. One that nobody edits here mostly holds what it held."""
        layer = self.layer
        if layer is None or not layer.readOnly() or self._mark_of(layer) != self._mark:
            self._on_changed()

    def _mark_of(self, layer: QgsVectorLayer) -> tuple[object, ...]:
        """Cheap: it does not tell a street that was moved within the town from one that was not."""
        return (layer.source(), layer.featureCount(), layer.dataProvider().extent().asWktPolygon())

    def _on_changed(self, *_: object) -> None:
        """What is kept is of yesterday, and better than nothing until the new is there."""
        self.problem, self._is_old, self._mark = None, True, None
        self._session.reader.drop(self)
        if self._is_wanted:
            self._pause.start()

    def _read(self) -> None:
        layer, database = self.layer, self._session.database
        if layer is None or database is None:
            return
        source, rules = LayerSnapshot(layer), self._rules
        self._mark = self._mark_of(layer)
        crs = QgsCoordinateReferenceSystem(database.crs_authid)

        def read() -> StreetGraph | EstError:
            try:
                return StreetGraph(source, crs, rules)
            except EstError as error:
                return error

        self._session.fetch(self, read, self._keep)

    def _keep(self, found: StreetGraph | EstError) -> None:
        asked, self._asked = self._asked, []
        self._is_old = False
        if isinstance(found, EstError):
            self.graph, self.problem = None, found
            self.ready.emit()
            if asked:
                self._session.messages.error(found)
            return
        self.graph = found
        self.ready.emit()
        for use in asked:
            try:
                use(found)
            except Exception as error:  # noqa: BLE001 (who asked next is told all the same)
                self._session.messages.error(error)
