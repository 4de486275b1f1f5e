# SPDX-License-Identifier: GPL-2.0-or-later
"""Which incidents the map shows: the subset of the incident layers, and the time range of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsDataProvider, QgsDateTimeRange, QgsProviderRegistry, QgsVectorLayer

from est_plugin.db.incidents import subset_string
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.layers import roles
from est_plugin.layers.local_time import to_utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsProject

    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.domain.period import Period


def apply(project: QgsProject, database: Database, incident_filter: IncidentFilter) -> None:
    """Show the incidents of the filter on the incident layers of this database, all of the layers or none.

    Raises EstError while one of them is being edited, or if QGIS refuses the subset.
    """
    for _step in steps(project, database, incident_filter):
        pass


def steps(project: QgsProject, database: Database, incident_filter: IncidentFilter) -> Iterator[None]:
    """The same, a layer at a time: each asks the database on this thread, and others may want to go on between them."""
    layers = incident_layers(project, database)
    refuse_while_edited(layers)
    subset = subset_string(incident_filter)
    for layer_id in [layer.id() for layer in layers]:
        # A person may have removed it since the step before, or begun to edit it.
        layer = project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            refuse_while_edited([layer])
            _set_subset(layer, subset)
            _set_temporal(layer)
            yield
    if incident_filter.period is not None:
        project.timeSettings().setTemporalRange(_range(incident_filter.period))


def incident_layers(project: QgsProject, database: Database) -> list[QgsVectorLayer]:
    """The layers of this database that show the incidents of the filter."""
    layer = roles.find(project, roles.LayerRole.INCIDENTS)
    return [layer] if layer is not None and roles.shows(layer, database) else []


def refuse_while_edited(layers: list[QgsVectorLayer]) -> None:
    """Raise EstError if one of the layers is in edit mode: QGIS would drop what is not saved."""
    edited = next((layer for layer in layers if layer.isEditable()), None)
    if edited is not None:
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The map still shows the same rows as before."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} is being edited."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Save or discard the edits, then choose again."),
            layer=edited.name(),
        )


def _set_subset(layer: QgsVectorLayer, subset: str) -> None:
    """Filter a layer.

    Raises EstError if the data source refuses it.
    """
    if layer.subsetString() == subset:
        return
    if not (_set_source(layer, subset) if layer.providerType() == "ogr" else layer.setSubsetString(subset)):
        raise EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {layer} could not be filtered."),
            why=QT_TRANSLATE_NOOP("est_plugin", "Its data source refused the filter."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the database is there, then open it again."),
            layer=layer.name(),
        )


def _set_source(layer: QgsVectorLayer, subset: str) -> bool:
    """Filter a layer on a file, by a new source instead of setSubsetString: on QGIS 3.40 that switches the file out of
    WAL mode while other layers have it open, and their connections then fail with "unable to open database file".
    """
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source()) | {"subset": subset}
    layer.setDataSource(registry.encodeUri("ogr", parts), layer.name(), "ogr", QgsDataProvider.ProviderOptions())
    # A map that is being drawn meanwhile would keep the rows as they were.
    layer.triggerRepaint()
    return bool(layer.isValid())


def _set_temporal(layer: QgsVectorLayer) -> None:
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
    properties.setStartField("occurred_from")
    properties.setIsActive(True)


def _range(period: Period) -> QgsDateTimeRange:
    start, end = (to_utc(instant) for instant in period.bounds_utc(LOCAL_ZONE))
    return QgsDateTimeRange(start, end, True, False)  # noqa: FBT003 (QGIS's signature: end not included)
