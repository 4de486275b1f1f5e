# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the layers of the working group as a GeoPackage with their styles: the same bytes each time it is made."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from osgeo import gdal, ogr, osr

from est_plugin.db.container import ogr_exceptions
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.geopackage_layers import FieldKind, Shape, layers_of
from est_plugin.export.geopackage_styles import style_of
from est_plugin.feedback import step
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from est_plugin.export.draft import Draft
    from est_plugin.export.geopackage_layers import HandedLayer
    from est_plugin.export.plan import PackagePlan
    from est_plugin.feedback import Feedback

FOLDER = "data"
_GEOMETRY = "geom"
#: Where QGIS looks for the styles of a GeoPackage's layers.
_STYLES = "layer_styles"
_TYPES = {
    FieldKind.TEXT: (ogr.OFTString, ogr.OFSTNone),
    FieldKind.WHOLE: (ogr.OFTInteger, ogr.OFSTNone),
    FieldKind.REAL: (ogr.OFTReal, ogr.OFSTNone),
    FieldKind.DAY: (ogr.OFTDate, ogr.OFSTNone),
    FieldKind.YES_NO: (ogr.OFTInteger, ogr.OFSTBoolean),
}
_SHAPES = {
    Shape.POINT: ogr.wkbPoint,
    Shape.MARKS: ogr.wkbMultiPoint,
    Shape.LINES: ogr.wkbMultiLineString,
    Shape.AREAS: ogr.wkbMultiPolygon,
}
_STYLE_TEXTS = (
    "f_table_catalog",
    "f_table_schema",
    "f_table_name",
    "f_geometry_column",
    "styleName",
    "styleQML",
    "styleSLD",
    "description",
    "owner",
    "ui",
)


def write_geopackage(draft: Draft, feedback: Feedback) -> None:
    """``data/lagesbild_<period>.gpkg`` in the draft; nothing where no layer has a row.

    Raises ExportError if GDAL cannot write it, CancelledError when a person has cancelled.
    """
    layers = layers_of(draft.plan)
    if not layers:
        return
    folder = draft.folder / FOLDER
    folder.mkdir()
    path = folder / f"lagesbild_{draft.plan.period.code}.gpkg"
    with ogr_exceptions(), _date_of(draft.plan):
        try:
            _write(path, draft.plan, layers, feedback)
        except RuntimeError as error:
            raise _not_written(path, str(error)) from error
    _check_written(path, layers)


@contextmanager
def _date_of(plan: PackagePlan) -> Iterator[None]:
    """Let GDAL write the day whose state is told where it would ask the clock, in this thread only."""
    gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", f"{plan.as_of.isoformat()}T00:00:00.000Z")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption("OGR_CURRENT_DATE", None)


def _write(path: Path, plan: PackagePlan, layers: Sequence[HandedLayer], feedback: Feedback) -> None:
    words = Language(plan.language)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.SetFromUserInput(plan.crs_authid)
    for number, layer in enumerate(layers):
        _write_layer(dataset, layer, crs, words.code)
        step(feedback, number / len(layers))
    _write_styles(dataset, plan, layers, words)
    dataset.FlushCache()
    # Closes it, and so writes what is left.
    del dataset


def _write_layer(dataset: ogr.DataSource, layer: HandedLayer, crs: osr.SpatialReference, language: str) -> None:
    options = [f"GEOMETRY_NAME={_GEOMETRY}", f"IDENTIFIER={layer.name.name(language)}"]
    table = dataset.CreateLayer(layer.name.name(language), crs, _SHAPES[layer.shape], options=options)
    for field in layer.fields:
        kind, subkind = _TYPES[field.kind]
        definition = ogr.FieldDefn(field.name(language), kind)
        definition.SetSubType(subkind)
        table.CreateField(definition)
    table.StartTransaction()
    for wkb, values in layer.rows:
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.ForceTo(ogr.CreateGeometryFromWkb(wkb), _SHAPES[layer.shape]))
        for place, value in enumerate(values):
            if value is None:
                feature.SetFieldNull(place)
            else:
                feature.SetField(place, value)
        table.CreateFeature(feature)
    table.CommitTransaction()


def _write_styles(dataset: ogr.DataSource, plan: PackagePlan, layers: Sequence[HandedLayer], words: Language) -> None:
    """As QGIS itself does, without the name of who saved them."""
    table = dataset.CreateLayer(_STYLES, None, ogr.wkbNone, options=["FID=id"])
    for name in _STYLE_TEXTS:
        table.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    default.SetSubType(ogr.OFSTBoolean)
    table.CreateField(default)
    table.CreateField(ogr.FieldDefn("update_time", ogr.OFTDateTime))
    groups = () if plan.incidents is None else plan.incidents.groups
    for layer in layers:
        feature = ogr.Feature(table.GetLayerDefn())
        for name in _STYLE_TEXTS:
            feature[name] = ""
        feature["f_table_name"] = layer.name.name(words.code)
        feature["f_geometry_column"] = _GEOMETRY
        feature["styleName"] = layer.title
        feature["styleQML"] = style_of(layer, groups, words)
        feature["useAsDefault"] = 1
        feature["update_time"] = f"{plan.as_of:%Y/%m/%d} 00:00:00+00"
        table.CreateFeature(feature)


def _check_written(path: Path, layers: Sequence[HandedLayer]) -> None:
    """What GDAL could not write at last is told by no exception, so it is counted."""
    expected = sorted(len(layer.rows) for layer in layers)
    dataset = ogr.Open(str(path))
    tables = [] if dataset is None else [dataset.GetLayerByIndex(number) for number in range(dataset.GetLayerCount())]
    found = sorted(table.GetFeatureCount() for table in tables if table.GetGeomType() != ogr.wkbNone)
    if found != expected:
        raise _not_written(path, f"{sum(found)} / {sum(expected)}")


def _not_written(path: Path, why: str) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The layers of the package could not be written to {file}."),
        why=QT_TRANSLATE_NOOP("est_plugin", "GDAL says: {reason}."),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Check that the disk is not full and try again."),
        file=path.name,
        reason=why,
    )
