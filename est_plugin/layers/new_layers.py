# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a table of a database made into a styled map layer? In any thread, for a server may be far away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication

from est_plugin import paths
from est_plugin.db import places
from est_plugin.db.catalogues import CodeLists, read_code_lists
from est_plugin.db.file_database import FileDatabase
from est_plugin.db.hotspot_states import HotspotState, read_states
from est_plugin.db.incidents import subset_string
from est_plugin.db.server_database import ServerDatabase
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.feedback import step
from est_plugin.i18n import CONTEXT, Language
from est_plugin.layers import legends, roles
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.feedback import Feedback


@dataclass(frozen=True)
class _Definition:
    """Where a layer comes from and how it looks; ``style`` is a file of ``resources/styles`` or empty."""

    table: str
    style: str
    geometry_type: str = ""
    soft_delete: bool = True


_DEFINITIONS = {
    LayerRole.OBSERVATIONS: _Definition("observation", "observations"),
    LayerRole.WALK_STOPS: _Definition("walk_stop", "walk_stops"),
    LayerRole.WALKS: _Definition("walk", "walks"),
    LayerRole.MEASURE_POINTS: _Definition("measure", "measure_points", "Point"),
    LayerRole.MEASURE_LINES: _Definition("measure", "measure_lines", "LineString"),
    LayerRole.MEASURE_AREAS: _Definition("measure", "measure_areas", "Polygon"),
    LayerRole.INCIDENTS: _Definition("incident", "incidents"),
    LayerRole.HOTSPOTS: _Definition("hotspot", "hotspots"),
    LayerRole.CAUSES: _Definition("cause", ""),
    LayerRole.PARTICIPANTS: _Definition("walk_participant", ""),
    LayerRole.TRAFFIC_RULES: _Definition("traffic_rule", ""),
    LayerRole.TRAFFIC_TERMS: _Definition("traffic_term", "", soft_delete=False),
    LayerRole.MEASURE_INCIDENTS: _Definition("measure_incident", ""),
    LayerRole.ROW_HISTORY: _Definition("row_history", "", soft_delete=False),
    LayerRole.LAMPS: _Definition("town_lamp", "lamps", soft_delete=False),
    LayerRole.STREETS: _Definition("town_street", "streets", soft_delete=False),
    LayerRole.BUILDINGS: _Definition("town_building", "buildings", soft_delete=False),
    LayerRole.AREAS: _Definition("town_area", "areas", soft_delete=False),
}


#: What was said on a walk, which a login that only reads does not see.
_OF_EDITORS = frozenset({LayerRole.PARTICIPANTS, LayerRole.OBSERVATIONS})

#: Layers that are made at the same time: each asks a server some fifteen questions, and waits for every answer.
_AT_ONCE = {FileDatabase.PROVIDER: 1, ServerDatabase.PROVIDER: 4}


@dataclass(frozen=True)
class NewLayers:
    """What the group of a database needs: which layers, those that the project lacks, and what is shown with them."""

    database: Database
    code_lists: CodeLists
    hotspot_states: tuple[HotspotState, ...]
    wanted: tuple[LayerRole, ...]
    made: Mapping[LayerRole, QgsVectorLayer]


def make_layers(
    database: Database,
    language: str,
    incident_filter: IncidentFilter,
    shown: Mapping[LayerRole, str],
    feedback: Feedback,
) -> NewLayers:
    """Read what is shown with the layers, and make those that a project lacks; they belong to the main thread then.

    ``shown`` says which databases the project's layers come from, and as whom they read them.

    Raises EstError if a table cannot be shown.
    """
    words = Language(language)
    code_lists, states = read_code_lists(database), read_states(database, incident_filter.period)
    subsets = {LayerRole.INCIDENTS: subset_string(incident_filter)}
    wanted, access = _wanted(database), places.access_of(database)
    missing = [role for role in wanted if shown.get(role) != access]

    def make(role: LayerRole) -> QgsVectorLayer:
        layer = _make(role, database, subsets.get(role, ""), words)
        if role is LayerRole.INCIDENTS:
            legends.colour_by_group(layer, code_lists, words)
        layer.moveToThread(QCoreApplication.instance().thread())
        return layer

    return NewLayers(database, code_lists, states, wanted, _made(missing, make, _AT_ONCE[database.PROVIDER], feedback))


def _made(
    missing: Sequence[LayerRole], make: Callable[[LayerRole], QgsVectorLayer], at_once: int, feedback: Feedback
) -> dict[LayerRole, QgsVectorLayer]:
    """All of the layers, or none if one cannot be made."""
    with ThreadPoolExecutor(at_once) as pool:
        futures = {role: pool.submit(make, role) for role in missing}
        try:
            for number, future in enumerate(futures.values()):
                step(feedback, number / len(missing))
                future.result()
        except Exception:
            pool.shutdown(cancel_futures=True)
            for future in futures.values():
                if not future.cancelled() and future.exception() is None:
                    _drop(future.result())
            raise
    return {role: future.result() for role, future in futures.items()}


def _drop(layer: QgsVectorLayer) -> None:
    """Let the main thread, whose layer it is, delete it."""
    sip.transferto(layer, None)
    layer.deleteLater()


def _wanted(database: Database) -> tuple[LayerRole, ...]:
    """The layers of a database, top first: its background only if it has one."""
    tables = database.tables()
    return tuple(
        role
        for role, definition in _DEFINITIONS.items()
        if definition.table in tables or (definition.soft_delete and role not in _OF_EDITORS)
    )


def _make(role: LayerRole, database: Database, subset: str, language: Language) -> QgsVectorLayer:
    definition = _DEFINITIONS[role]
    # In the source from the start: on QGIS 3.40 a later first subset of several layers breaks their connections.
    subset = subset or ('"deleted_at" IS NULL' if definition.soft_delete else "")
    source = database.layer_source(definition.table, geometry_type=definition.geometry_type, subset=subset)
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsVectorLayer(source, language.translate(CONTEXT, role.label), database.PROVIDER, options)
    if not layer.isValid():
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The table {table} of {path} cannot be shown."),
            why=QT_TRANSLATE_NOOP("est_plugin", "QGIS found no such table, or no right to read it."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that you may read it, then open the database again."),
            table=definition.table,
            path=database,
        )
    roles.mark(layer, role)
    if definition.style:
        load_style(layer, definition.style)
        legends.translate_legend(layer, language)
    if role in roles.PRIVATE_ROLES:
        layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    if role not in TABS:
        layer.setReadOnly(True)
    return layer


def load_style(layer: QgsVectorLayer, name: str) -> None:
    """Give a layer one of our styles, its symbols and labels. Raises EstError if it cannot be read."""
    categories = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
    message, loaded = layer.loadNamedStyle(str(paths.style(name)), categories)  # type: ignore[call-overload]
    if not loaded:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The style {style} could not be loaded."),
            why="{message}",
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Install the plugin again."),
            style=name,
            message=message,
        )
