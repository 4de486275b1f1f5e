# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes one walk into a GeoPackage of its own, for the field.

GDAL makes the tables, so that phones see what they know. They hold no rule but the uuid: a phone must never refuse what
somebody saw; what cannot be stored is told at the return.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from osgeo import ogr, osr

from est_plugin.db.container import ogr_exceptions
from est_plugin.db.field_columns import FIELD_TABLES, PHOTO, Kind
from est_plugin.db.field_manifest import BASE_TABLE, PACKAGE_TABLE, Manifest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from est_plugin.db.field_columns import FieldTable, KnownRow
    from est_plugin.domain.code_list import Code

_TYPES = {
    Kind.TEXT: ogr.OFTString,
    Kind.CHOSEN: ogr.OFTString,
    Kind.CODE: ogr.OFTString,
    Kind.REFERENCE: ogr.OFTString,
    Kind.WHOLE: ogr.OFTInteger,
    Kind.REAL: ogr.OFTReal,
    Kind.DATE: ogr.OFTDate,
    Kind.INSTANT: ogr.OFTDateTime,
}
_SHAPES = {"Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "": ogr.wkbNone}
_OPTIONS = ("FID=id", "GEOMETRY_NAME=geom")


def write_field_file(
    path: Path, rows: Sequence[KnownRow], code_lists: Mapping[str, Sequence[Code]], manifest: Manifest
) -> None:
    """Write the rows, the code lists by the names of their tables, and what is needed to bring the rows home.

    The photos stay in the office: their names are left out. Raises RuntimeError if GDAL cannot write.
    """
    with ogr_exceptions():
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(manifest.srs_id)
        for table in FIELD_TABLES:
            _write_table(dataset, table, crs, [row for row in rows if row.table == table.name])
        for name, codes in code_lists.items():
            _write_codes(dataset, name, codes)
        _write_manifest(dataset, manifest)
        _write_base(dataset, rows)
        dataset.FlushCache()
        # Closes it: what cannot be written at last is told by no exception, so it is counted.
        del dataset
        _check_written(path, {table.name: sum(row.table == table.name for row in rows) for table in FIELD_TABLES})


def _check_written(path: Path, expected: Mapping[str, int]) -> None:
    dataset = ogr.Open(str(path))
    for name, number in expected.items():
        written = dataset.GetLayerByName(name).GetFeatureCount()
        if written != number:
            msg = f"{name}: {written} of {number} rows were written"
            raise RuntimeError(msg)


def _write_table(
    dataset: ogr.DataSource, table: FieldTable, crs: osr.SpatialReference, rows: Sequence[KnownRow]
) -> None:
    layer = dataset.CreateLayer(
        table.name, crs if table.geometry else None, _SHAPES[table.geometry], options=list(_OPTIONS)
    )
    identity = ogr.FieldDefn("uuid", ogr.OFTString)
    identity.SetNullable(0)
    identity.SetUnique(1)
    layer.CreateField(identity)
    for column in table.columns:
        if column.kind is not Kind.PLACE:
            layer.CreateField(ogr.FieldDefn(column.name, _TYPES[column.kind]))
    layer.StartTransaction()
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["uuid"] = row.uuid
        for column in table.columns:
            value = None if column.name == PHOTO else row.values[column.name]
            if column.kind is Kind.PLACE:
                if value is not None:
                    feature.SetGeometry(ogr.CreateGeometryFromWkb(bytes.fromhex(str(value))))
            elif value is None or (column.kind is Kind.CHOSEN and value == ""):
                # A list that is read from a project again knows no empty text, only NULL.
                feature.SetFieldNull(column.name)
            else:
                feature[column.name] = value
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _write_codes(dataset: ogr.DataSource, name: str, codes: Sequence[Code]) -> None:
    columns = ("code", "name_sv", "name_en")
    _write_plain(
        dataset,
        name,
        dict.fromkeys(columns, ogr.OFTString),
        [{column: getattr(code, column) for column in columns} for code in codes],
    )


def _write_manifest(dataset: ogr.DataSource, manifest: Manifest) -> None:
    types = {
        field.name: ogr.OFTInteger if isinstance(getattr(manifest, field.name), int) else ogr.OFTString
        for field in fields(Manifest)
    }
    _write_plain(dataset, PACKAGE_TABLE, types, [asdict(manifest)])


def _write_base(dataset: ogr.DataSource, rows: Sequence[KnownRow]) -> None:
    types = {"table_name": ogr.OFTString, "uuid": ogr.OFTString, "version": ogr.OFTInteger, "held": ogr.OFTString}
    base = [
        {
            "table_name": row.table,
            "uuid": row.uuid,
            "version": row.version,
            "held": json.dumps(
                {name: value for name, value in row.values.items() if name != PHOTO}, ensure_ascii=False
            ),
        }
        for row in rows
    ]
    _write_plain(dataset, BASE_TABLE, types, base)


def _write_plain(
    dataset: ogr.DataSource, name: str, types: Mapping[str, int], rows: Sequence[Mapping[str, object]]
) -> None:
    """A table without places."""
    layer = dataset.CreateLayer(name, None, ogr.wkbNone, options=list(_OPTIONS))
    for column, kind in types.items():
        layer.CreateField(ogr.FieldDefn(column, kind))
    layer.StartTransaction()
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for column, value in row.items():
            feature[column] = value
        layer.CreateFeature(feature)
    layer.CommitTransaction()
