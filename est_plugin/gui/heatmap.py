# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the heatmap on the map follow what is chosen, without holding up the desktop?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from est_plugin.analysis.density_grid import DensityKind
from est_plugin.analysis.heatmap import MomentsOfPeriod
from est_plugin.analysis.map_density import map_density
from est_plugin.db.density_moments import read_map_moments
from est_plugin.db.report_days import suggested_baseline
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.messages import told
from est_plugin.i18n import Language, message_of, translate, user_language
from est_plugin.layers import density_layer, roles
from est_plugin.layers.density_layer import DensityPicture
from est_plugin.layers.drawn import may_be_drawn
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from qgis.core import QgsLayerTree, QgsMapLayer
    from qgis.PyQt.QtXml import QDomDocument, QDomElement

    from est_plugin.db.database import Database
    from est_plugin.db.loaded_incidents import LoadedIncidents
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.domain.period import Baseline, Period
    from est_plugin.gui.session import Session

#: An older picture goes if the new one is not there as fast as a person would see it change.
_PATIENCE_MS = 100
#: Metres.
LEAST_BANDWIDTH, MOST_BANDWIDTH = 50, 1000
_NO_INCIDENTS = Sentence(QT_TRANSLATE_NOOP("est_plugin", "There are no incidents to show in a heatmap."))


@dataclass(frozen=True)
class _Wanted:
    """What the heatmap shall show."""

    database: Database
    chosen: IncidentFilter
    period: Period
    #: What the period is compared with; None for what suits it.
    baseline: Baseline | None
    kind: DensityKind
    bandwidth: float


@dataclass(frozen=True, eq=False)
class _Drawn:
    """A picture, what it is compared with, and what it says."""

    picture: DensityPicture
    before: Period
    sentence: Sentence


class Heatmap(QObject):
    """Draws it anew when the choice, the comparison, the bandwidth or the data change; the newest wins."""

    #: What ``text`` says is different now.
    changed = pyqtSignal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.messages = session.messages
        self._shown: _Wanted | None = None
        self._picture: DensityPicture | None = None
        #: Was it left alone because nobody could see it?
        self._is_behind = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._clear)
        #: What the heatmap says, or why there is none; empty while that is not known.
        self.text = ""
        session.database_changed.connect(self.refresh)
        session.filter_changed.connect(self.refresh)
        session.data_changed.connect(self.refresh)
        session.project.writeMapLayer.connect(self._on_layer_written)
        # The root stays with the project.
        self._tree: QgsLayerTree = session.project.layerTreeRoot()  # type: ignore[assignment] # never None
        self._tree.visibilityChanged.connect(self._on_visibility_changed)

    def unload(self) -> None:
        """Leave no picture behind."""
        self._session.project.writeMapLayer.disconnect(self._on_layer_written)
        self._tree.visibilityChanged.disconnect(self._on_visibility_changed)
        self._clear()

    @property
    def kind(self) -> DensityKind:
        """What it shows of the period."""
        value = self._session.settings.heatmap_shows.value()
        return DensityKind(value) if value in set(DensityKind) else DensityKind.LEVEL

    @property
    def bandwidth(self) -> float:
        """That of the kernel in metres."""
        return float(min(max(self._session.settings.bandwidth.value(), LEAST_BANDWIDTH), MOST_BANDWIDTH))

    def refresh(self) -> None:
        """Show what the session holds now, as soon as it is computed; once the layer is switched on, if it is off."""
        session = self._session
        database = session.database
        layer = roles.find_heatmap(session.project)
        self._is_behind = database is not None and layer is not None and not may_be_drawn(session.project, layer)
        if database is None or layer is None or self._is_behind:
            session.reader.drop(self)
            self._clear()
            return
        if session.connection.is_offline:
            return
        chosen = replace(session.incident_filter, period=session.period)
        wanted = _Wanted(database, chosen, session.period, session.baseline, self.kind, self.bandwidth)
        if self._shown is not None and self._shown.database.key != database.key:
            self._clear()
        elif wanted != self._shown:
            self._patience.start()
        incidents = session.incidents
        session.fetch(
            self, lambda: _draw(wanted, incidents), lambda drawn: self._show(wanted, drawn), on_failed=self._clear
        )

    def _show(self, wanted: _Wanted, drawn: _Drawn | Sentence | InputError) -> None:
        self._patience.stop()
        layer = roles.find_heatmap(self._session.project)
        if layer is None or not isinstance(drawn, _Drawn):
            self._clear()
            self._tell("" if isinstance(drawn, _Drawn) else _words(drawn))
            return
        # That it shows another picture is no change of the project, which a person would have to save.
        is_dirty = self._session.project.isDirty()
        density_layer.show(layer, drawn.picture, _title(wanted, drawn.before), Language(user_language()))
        self._session.project.setDirty(is_dirty)
        self._shown, self._picture = wanted, drawn.picture
        self._tell(_words(drawn.sentence))

    def _tell(self, text: str) -> None:
        self.text = text
        self.changed.emit()

    def _clear(self) -> None:
        self._patience.stop()
        layer = roles.find_heatmap(self._session.project)
        if layer is not None:
            is_dirty = self._session.project.isDirty()
            density_layer.clear(layer)
            self._session.project.setDirty(is_dirty)
        self._shown = self._picture = None
        self._tell("")

    @told
    def _on_visibility_changed(self, *_: object) -> None:
        if self._is_behind:
            self.refresh()

    def _on_layer_written(self, layer: QgsMapLayer, element: QDomElement, _document: QDomDocument) -> None:
        density_layer.keep_out_of_project(layer, element)


def _draw(wanted: _Wanted, incidents: LoadedIncidents) -> _Drawn | Sentence | InputError:
    """The picture, or why there is none; in any thread."""
    period = wanted.period
    compared = (wanted.baseline or suggested_baseline(wanted.database, period)).of(period)
    filters = [replace(wanted.chosen, period=one) for one in (period, compared)]
    today = datetime.now(LOCAL_ZONE).date()
    try:
        moments = read_map_moments(wanted.database, incidents, filters, wanted.bandwidth)
        now, before = (
            MomentsOfPeriod(of_one, one.days_until(today))
            for of_one, one in zip(moments, (period, compared), strict=True)
        )
        density = map_density(now, before, wanted.kind, wanted.bandwidth, SilentFeedback())
    except InputError as error:
        return error
    if density is None:
        return _NO_INCIDENTS
    crs = QgsCoordinateReferenceSystem(wanted.database.crs_authid)
    return _Drawn(DensityPicture(density.heatmap, crs), compared, density.sentence)


def _title(wanted: _Wanted, compared: Period) -> str:
    """The days that the heatmap is of."""
    now, before = (f"{period.start} – {period.last_day}" for period in (wanted.period, compared))
    if wanted.kind == DensityKind.LEVEL:
        return now
    return translate("est_plugin", "{period} against {before}").format(period=now, before=before)


def _words(told: Sentence | InputError) -> str:
    return Language(user_language()).say(told) if isinstance(told, Sentence) else str(message_of(told))
