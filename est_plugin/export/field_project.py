# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the QGIS project of a field package: the forms and signs of the dock, over files that lie beside it."""

from __future__ import annotations

import json
import re
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsSnappingConfig,
    QgsTolerance,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from est_plugin.db.field_columns import PHOTO, Kind, table_of
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.i18n import CONTEXT
from est_plugin.layers import child_rows, legends, roles
from est_plugin.layers.forms import FormBuilder
from est_plugin.layers.new_layers import load_style
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.database import Database
    from est_plugin.i18n import Language

DATA, BASEMAP, PHOTOS = "falt.gpkg", "bakgrund.mbtiles", "DCIM"
#: The layers, top first, with their tables and styles.
_LAYERS = {
    LayerRole.OBSERVATIONS: ("observation", ""),
    LayerRole.WALK_STOPS: ("walk_stop", "walk_stops"),
    LayerRole.WALKS: ("walk", "walks"),
    LayerRole.PARTICIPANTS: ("walk_participant", ""),
}
#: What a list of rows shows, on a phone too.
_SHOWN = {
    LayerRole.OBSERVATIONS: "represent_value(\"item\") || if(\"comment\" = '', '', ': ' || \"comment\")",
    LayerRole.WALK_STOPS: 'concat("number", \' \', "place")',
    LayerRole.WALKS: '"title"',
    LayerRole.PARTICIPANTS: 'concat("number", \' \', represent_value("role"))',
}
#: Beside the number of the stop, where it is seldom alone.
_SIGN = {
    "name": "diamond",
    "color": "#ffffff",
    "outline_color": "#000000",
    "outline_width": "0.5",
    "size": "4.5",
    "offset": "4.5,-3.5",
}
_PHOTO_WIDGET = {
    "DocumentViewer": 1,
    "DocumentViewerHeight": 0,
    "DocumentViewerWidth": 0,
    "FileWidget": True,
    "FileWidgetButton": True,
    "FileWidgetFilter": "",
    # Relative to the project, files only.
    "RelativeStorage": 1,
    "StorageMode": 0,
}
_TIME_WIDGET = {"calendar_popup": True, "display_format": "yyyy-MM-dd HH:mm", "allow_null": True}
#: What QGIS writes about the person who saved.
_PERSONAL = re.compile(r' saveUser(?:Full)?="[^"]*"')
_AUTHOR = re.compile(r"<author>[^<]*</author>")
_SNAP_PIXELS = 16


def write_project(
    folder: Path,
    name: str,
    database: Database,
    code_lists: CodeLists,
    *,
    walk: str,
    extent: tuple[float, float, float, float],
    language: Language,
) -> Path:
    """Write the project over the files in ``folder``; ``extent`` is in the database's CRS. Runs in any thread.

    Raises ExportError if a layer cannot be opened or the project not be written.
    """
    with own_project() as project:
        return _filled(project, folder, name, database, code_lists, walk=walk, extent=extent, language=language)


@contextmanager
def own_project() -> Iterator[QgsProject]:
    """A project of this thread's own, which ends here too, even if an error still knows it."""
    project = QgsProject()
    try:
        yield project
    finally:
        project.clear()
        sip.delete(project)


def _filled(
    project: QgsProject,
    folder: Path,
    name: str,
    database: Database,
    code_lists: CodeLists,
    *,
    walk: str,
    extent: tuple[float, float, float, float],
    language: Language,
) -> Path:
    crs = QgsCoordinateReferenceSystem(database.crs_authid)
    project.setCrs(crs)
    project.setTitle(name)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    layers = {role: _layer(folder, role, language) for role in _LAYERS}
    for role, layer in layers.items():
        project.addMapLayer(layer, role is not LayerRole.PARTICIPANTS)  # noqa: QGS201 (refused for invalid layers only)
    root = project.layerTreeRoot()
    for role in reversed([role for role in _LAYERS if role is not LayerRole.PARTICIPANTS]):
        node = root.findLayer(layers[role].id())
        root.insertChildNode(0, node.clone())
        root.removeChildNode(node)
    if (folder / BASEMAP).exists():
        _add_basemap(project, folder, language)
    child_rows.relate(project, layers, language)
    forms = FormBuilder(project, database, code_lists, language)
    for role, layer in layers.items():
        forms.build(layer, role)
    _fit_for_field(layers, walk)
    project.setSnappingConfig(_snapping(project))
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(QgsRectangle(*extent), crs))
    return _written(project, folder / f"{name}.qgz")


def _layer(folder: Path, role: LayerRole, language: Language) -> QgsVectorLayer:
    table, style = _LAYERS[role]
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    source = f"{folder / DATA}|layername={table}"
    layer = QgsVectorLayer(source, language.translate(CONTEXT, role.label), "ogr", options)
    if not layer.isValid():
        raise _unwritten(table)
    roles.mark(layer, role)
    if style:
        load_style(layer, style)
        legends.translate_legend(layer, language)
    elif layer.isSpatial():
        layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(_SIGN)))
    if role is LayerRole.PARTICIPANTS:
        layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    return layer


def _add_basemap(project: QgsProject, folder: Path, language: Language) -> None:
    name = language.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Background"))
    # Its colours as they are: to find better ones QGIS would read it all, and leave notes of that beside it.
    options = QgsRasterLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsRasterLayer(str(folder / BASEMAP), name, "gdal", options)
    if not layer.isValid():
        raise _unwritten(BASEMAP)
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), 1, 2, 3))
    project.addMapLayer(layer, addToLegend=False)  # noqa: QGS201 (refused for invalid layers only)
    project.layerTreeRoot().addLayer(layer)


def _fit_for_field(layers: Mapping[LayerRole, QgsVectorLayer], walk: str) -> None:
    """What a phone does of itself: the walk and the nearest stop, the time, the camera."""
    for role, layer in layers.items():
        columns = table_of(_LAYERS[role][0]).columns
        texts = {column.name for column in columns if column.kind is Kind.TEXT}
        for index, name in enumerate(layer.fields().names()):
            setup = layer.editorWidgetSetup(index)
            if setup.type() == "ValueRelation":
                # The layer is found by its id; its place on this computer says nothing to a phone.
                config = {key: value for key, value in setup.config().items() if key != "LayerSource"}
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup(setup.type(), config))
            if setup.type() == "" and name.endswith("_at"):
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("DateTime", _TIME_WIDGET))
            if setup.type() == "ValueMap":
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", _null_for_nothing(setup.config())))
            if name in texts and setup.type() == "TextEdit":
                # Else the box of the form begins with the word NULL.
                layer.setDefaultValueDefinition(index, QgsDefaultValue("''"))
            if name == "walk":
                layer.setDefaultValueDefinition(index, QgsDefaultValue(f"'{walk}'"))
            if name == "length_m":
                layer.setDefaultValueDefinition(index, QgsDefaultValue())
        layer.setDisplayExpression(_SHOWN[role])
        _mark_for_apps(layer, role)
    observations = layers[LayerRole.OBSERVATIONS]
    stops = layers[LayerRole.WALK_STOPS].id()
    for name, default in (
        ("walk_stop", f"array_first(overlay_nearest('{stops}', \"uuid\"))"),
        ("observed_at", "now()"),
    ):
        observations.setDefaultValueDefinition(observations.fields().indexOf(name), QgsDefaultValue(default))
    photo = observations.fields().indexOf(PHOTO)
    observations.setEditorWidgetSetup(photo, QgsEditorWidgetSetup("ExternalResource", _PHOTO_WIDGET))
    for layer in layers.values():
        for key in layer.customPropertyKeys():
            if key.startswith("est/"):
                # In the field it is no layer of an EST database.
                layer.removeCustomProperty(key)


def _null_for_nothing(config: dict[str, Any]) -> dict[str, Any]:
    """A list without its empty text, which QGIS loses when it reads a project: NULL takes its place."""
    null = QgsValueMapFieldFormatter.NULL_VALUE
    entries = [{label: null if value == "" else value for label, value in entry.items()} for entry in config["map"]]
    return {"map": entries}


def _mark_for_apps(layer: QgsVectorLayer, role: LayerRole) -> None:
    """All layers of the file go the same way, in QField's words; nobody draws the route anew or loses its row."""
    layer.setCustomProperty("QFieldSync/action", "offline")
    layer.setCustomProperty("QFieldSync/cloud_action", "offline")
    if role is LayerRole.WALKS:
        layer.setCustomProperty("QFieldSync/is_geometry_locked", True)  # noqa: FBT003 (QGIS's signature)
        for lock in ("is_feature_addition_locked", "is_feature_deletion_locked"):
            layer.setCustomProperty(f"QFieldSync/{lock}", True)  # noqa: FBT003 (QGIS's signature)
    if role is LayerRole.OBSERVATIONS:
        naming = {PHOTO: f"'{PHOTOS}/iakttagelse_' || format_date(now(),'yyyyMMddhhmmsszzz') || '.{{extension}}'"}
        layer.setCustomProperty("QFieldSync/attachment_naming", json.dumps(naming))


def _snapping(project: QgsProject) -> QgsSnappingConfig:
    config = QgsSnappingConfig(project)
    config.setEnabled(True)
    config.setMode(Qgis.SnappingMode.AllLayers)
    config.setTypeFlag(Qgis.SnappingType.Vertex)
    config.setTolerance(_SNAP_PIXELS)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    return config


def _written(project: QgsProject, path: Path) -> Path:
    """The project, zipped as QGIS does, without the name of who made it."""
    if not project.write(str(path)):
        raise _unwritten(path.name)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, _nameless(content) if name.endswith(".qgs") else content)
    return path


def _nameless(content: bytes) -> str:
    return _AUTHOR.sub("<author></author>", _PERSONAL.sub("", content.decode("utf-8")))


def _unwritten(name: str) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The field package could not be written: {name} cannot be opened."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The disk may be full, or another program holds the folder."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Make room, or choose another folder, and try again."),
        name=name,
    )
