# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer group "EST": the tables of a database as styled map layers with forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsDataProvider, QgsHeatmapRenderer, QgsMapLayer, QgsVectorLayer

from est_plugin import paths
from est_plugin.analysis.density import DensityParameters
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.i18n import CONTEXT, Language
from est_plugin.layers import filters, healing, hotspot_states, legends, read_only, roles, row_history, tree
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.forms import FormBuilder
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from qgis.core import QgsProject

    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter

#: Bandwidth of the heatmap in metres while the caller has no setting.
DEFAULT_BANDWIDTH_M = DensityParameters().bandwidth


@dataclass(frozen=True)
class _Definition:
    """Where a layer comes from and how it looks; ``style`` is a file of ``resources/styles`` or empty."""

    table: str
    style: str
    geometry_type: str = ""
    soft_delete: bool = True


_DEFINITIONS = {
    LayerRole.WALK_STOPS: _Definition("walk_stop", "walk_stops"),
    LayerRole.WALKS: _Definition("walk", "walks"),
    LayerRole.MEASURE_POINTS: _Definition("measure", "measure_points", "Point"),
    LayerRole.MEASURE_LINES: _Definition("measure", "measure_lines", "LineString"),
    LayerRole.MEASURE_AREAS: _Definition("measure", "measure_areas", "Polygon"),
    LayerRole.INCIDENTS: _Definition("incident", "incidents"),
    LayerRole.HOTSPOTS: _Definition("hotspot", "hotspots"),
    LayerRole.HEATMAP: _Definition("incident", "heatmap"),
    LayerRole.HOTSPOT_STATES: _Definition("hotspot_state", "", soft_delete=False),
    LayerRole.CAUSES: _Definition("cause", ""),
    LayerRole.ROW_HISTORY: _Definition("row_history", "", soft_delete=False),
    LayerRole.LAMPS: _Definition("town_lamp", "lamps", soft_delete=False),
    LayerRole.STREETS: _Definition("town_street", "streets", soft_delete=False),
    LayerRole.BUILDINGS: _Definition("town_building", "buildings", soft_delete=False),
    LayerRole.AREAS: _Definition("town_area", "areas", soft_delete=False),
}


@dataclass(frozen=True)
class EstLayers:
    """The layers of the group by their role; ids, since a person may remove a layer at any time."""

    layer_ids: Mapping[LayerRole, str]


def load_est_group(
    project: QgsProject,
    database: Database,
    incident_filter: IncidentFilter,
    language: str,
    *,
    bandwidth_m: float = DEFAULT_BANDWIDTH_M,
    anew: bool = False,
) -> EstLayers:
    """Build the group at the top of the layer tree, or bring it up to date.

    Layers of the same database stay, with the style a person gave them; those of another database are replaced, and
    copies of them removed.
    ``bandwidth_m`` is the radius of the heatmap in metres. With ``anew`` the layers that stay read the database again
    from its file, which may be another one under the same name, such as a backup that was put back.

    Raises EstError if a layer that would be replaced, read again or filtered is being edited, or a table cannot be
    shown; the project is then unchanged.
    """
    healing.heal(project, database.key)
    wanted = _wanted(database)
    known = {role: layer for role in LayerRole if (layer := roles.find(project, role)) is not None}
    kept = {role: layer for role, layer in known.items() if role in wanted and _shows(layer, database)}
    replaced = [layer for role, layer in known.items() if role not in kept]
    gone = replaced + _copies(project, {roles.database_of(layer) for layer in replaced if not _shows(layer, database)})
    files = [layer for layer in kept.values() if anew and layer.providerType() == "ogr"]
    changing = files + [layer for role, layer in kept.items() if role in roles.INCIDENT_ROLES]
    filters.refuse_while_edited(gone + changing)
    words = Language(language)
    made = {role: _make(role, database, words) for role in wanted if role not in kept}
    project.removeMapLayers([layer.id() for layer in gone])
    _read_again(files)
    tree.place(project, made, words)
    layers = kept | made
    hotspot_states.join(layers[LayerRole.HOTSPOTS], layers[LayerRole.HOTSPOT_STATES])
    forms = FormBuilder(project, database, words)
    for role, layer in layers.items():
        if role in TABS:
            forms.build(layer, role)
    row_history.relate(project, layers, words)
    filters.apply(project, database, incident_filter)
    _set_radius(layers[LayerRole.HEATMAP], bandwidth_m)
    read_only.close_or_open(layers.values(), is_refused=database.refusal is not None)
    return EstLayers({role: layers[role].id() for role in LayerRole if role in layers})


def _wanted(database: Database) -> tuple[LayerRole, ...]:
    """The layers of a database, top first: its background only if it has one."""
    tables = database.tables()
    return tuple(
        role for role, definition in _DEFINITIONS.items() if definition.table in tables or definition.soft_delete
    )


def _copies(project: QgsProject, databases: Collection[str]) -> list[QgsVectorLayer]:
    """Copies that a person made of EST layers, if they show one of these databases."""
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and roles.kind_of(layer) is not None
        and roles.role_of(layer) is None
        and roles.database_of(layer) in databases
    ]


def _read_again(layers: Iterable[QgsVectorLayer]) -> None:
    """Let go of the file that the layers hold open, even if it is no longer the one of that name."""
    for layer in layers:
        options = QgsDataProvider.ProviderOptions()
        layer.setDataSource(layer.source(), layer.name(), layer.providerType(), options)


def _shows(layer: QgsVectorLayer, database: Database) -> bool:
    return layer.isValid() and roles.shows(layer, database)


def _make(role: LayerRole, database: Database, language: Language) -> QgsVectorLayer:
    definition = _DEFINITIONS[role]
    # In the source from the start: on QGIS 3.40 a later first subset of several layers breaks their connections.
    subset = '"deleted_at" IS NULL' if definition.soft_delete else ""
    source = database.layer_source(definition.table, geometry_type=definition.geometry_type, subset=subset)
    layer = QgsVectorLayer(source, language.translate(CONTEXT, role.label), database.PROVIDER)
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
        _style(layer, definition.style)
        legends.translate_legend(layer, language)
    if role is LayerRole.INCIDENTS:
        legends.colour_by_group(layer, database, language)
    if role in roles.PRIVATE_ROLES:
        layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    if role not in TABS or role is LayerRole.HEATMAP:
        layer.setReadOnly(True)
    return layer


def _style(layer: QgsVectorLayer, name: str) -> None:
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


def _set_radius(layer: QgsVectorLayer, bandwidth_m: float) -> None:
    """The heatmap's radius in map units, unless a person chose another renderer."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsHeatmapRenderer):
        changed = renderer.clone()
        changed.setRadius(bandwidth_m)
        changed.setRadiusUnit(Qgis.RenderUnit.MapUnits)
        layer.setRenderer(changed)
