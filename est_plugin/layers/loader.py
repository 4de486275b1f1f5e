# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer group "EST": how do the tables of a database come to stand in a project, as map layers with forms?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsDataProvider, QgsVectorLayer

from est_plugin.db import places
from est_plugin.feedback import SilentFeedback
from est_plugin.i18n import Language
from est_plugin.layers import (
    child_rows,
    density_layer,
    filters,
    healing,
    hotspot_states,
    read_only,
    roles,
    row_history,
    tree,
)
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.forms import FormBuilder
from est_plugin.layers.new_layers import make_layers
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from qgis.core import QgsProject

    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.layers.new_layers import NewLayers


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
    anew: bool = False,
) -> EstLayers:
    """Make the layers and put them into the project in one go, where nobody waits; see ``place_layers``."""
    new = make_layers(database, language, incident_filter, shown_databases(project), SilentFeedback())
    return place_layers(project, new, incident_filter, language, anew=anew)


def shown_databases(project: QgsProject) -> dict[LayerRole, str]:
    """The database that each layer of the group shows, and as whom; a layer that shows nothing is left out."""
    found = ((role, roles.find(project, role)) for role in LayerRole)
    return {role: roles.access_of(layer) for role, layer in found if layer is not None and layer.isValid()}


def place_layers(
    project: QgsProject,
    new: NewLayers,
    incident_filter: IncidentFilter,
    language: str,
    *,
    anew: bool = False,
) -> EstLayers:
    """Build the group at the top of the layer tree, or bring it up to date; on the main thread.

    Layers of the same database stay, with the style a person gave them; those of another database are replaced, and
    copies of them removed.
    The heatmap shows nothing until somebody gives it a density. With ``anew`` the layers that stay read the database
    again from its file, which may be another one under the same name, such as a backup that was put back.

    Raises EstError if a layer that would be replaced, read again or filtered is being edited; the project is then
    unchanged.
    """
    database = new.database
    healing.heal(project, database.key)
    known = {role: layer for role in LayerRole if (layer := roles.find(project, role)) is not None}
    kept = {role: layer for role, layer in known.items() if role in new.wanted and _shows(layer, database)}
    replaced = [layer for role, layer in known.items() if role not in kept]
    gone = replaced + _copies(project, {roles.database_of(layer) for layer in replaced if not _shows(layer, database)})
    files = [layer for layer in kept.values() if anew and layer.providerType() == "ogr"]
    changing = files + [layer for role, layer in kept.items() if role is LayerRole.INCIDENTS]
    filters.refuse_while_edited(gone + changing)
    words = Language(language)
    made = {role: layer for role, layer in new.made.items() if role not in kept}
    heatmap = roles.find_heatmap(project)
    project.removeMapLayers([layer.id() for layer in gone])
    _read_again(files)
    tree.place(project, made, words)
    if heatmap is None:
        heatmap = density_layer.make(words)
        tree.place(project, {LayerRole.HEATMAP: heatmap}, words)
    layers = kept | made
    filters.apply(project, database, incident_filter)
    _build_forms(project, new, layers, words)
    read_only.close_or_open(layers.values(), is_refused=database.refusal is not None)
    return EstLayers({role: layer.id() for role, layer in {**layers, LayerRole.HEATMAP: heatmap}.items()})


def _build_forms(
    project: QgsProject, new: NewLayers, layers: Mapping[LayerRole, QgsVectorLayer], words: Language
) -> None:
    """The forms, with the rows of other layers that stand in them."""
    if LayerRole.HOTSPOTS in layers:
        # Before the forms, which hide the fields that this adds.
        hotspot_states.show(layers[LayerRole.HOTSPOTS], new.hotspot_states)
    child_rows.relate(project, layers, words)
    forms = FormBuilder(project, new.database, new.code_lists, words)
    for role, layer in layers.items():
        if role in TABS:
            forms.build(layer, role)
    row_history.relate(project, layers, words)


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
    """Through the same login too: what was made for another sees other columns, and signs with another's name."""
    return layer.isValid() and roles.access_of(layer) == places.access_of(database)
