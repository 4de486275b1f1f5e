# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk that goes to the field, and a phone that edits the package as QField and Mergin Maps do: through GDAL."""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from pathlib import Path

import shapely
from osgeo import gdal, ogr
from qgis.PyQt.QtGui import QImage

from est_plugin.db.changesets import Change, Changeset, Op, apply
from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.walks import NewStop, NewWalk, store_walk
from est_plugin.export.field_package import write_field_package
from est_plugin.feedback import SilentFeedback

HOTSPOT = "5a1e9c1e-8f43-4d5c-9d8b-3f8a2f0f7a11"
SECRET = "Skolgatan misshandel"
X, Y = 500000, 6600000
#: In EXIF: a camera, and where it stood. GDAL writes and reads it as such.
EXIF = {"EXIF_Make": "Fabrikat", "EXIF_GPSLatitude": "(58) (59) (59)", "EXIF_GPSLongitude": "(16) (1) (2)"}


def store(database, title="Centrum"):
    """A walk with two stops and an observation, a hotspot, an incident, and another walk; the walk's uuid."""
    with database.writing() as connection:
        connection.execute("INSERT INTO hotspot (uuid, name, comment) VALUES (?, ?, ?)", (HOTSPOT, SECRET, SECRET))
    line = shapely.LineString([(X, Y), (X + 300, Y), (X + 300, Y + 200)])
    stops = (NewStop("Torget", X, Y, HOTSPOT), NewStop("Bron", X + 300, Y + 100))
    walk = store_walk(database, NewWalk(title, shapely.to_wkb(line, byte_order=1), 500.0, 26.0, stops))
    store_walk(database, NewWalk("Norra annat", shapely.to_wkb(line, byte_order=1), 5.0, 2.0, stops[:1]))
    seen = {"walk_stop": stop(database, walk, "Torget"), "item": "BEL", "comment": "Mörkt", "geom": point(X + 5)}
    change(
        database,
        Change("walk", Op.UPDATE, walk, {"reason": SECRET, "hotspot": HOTSPOT}, 1),
        Change("observation", Op.INSERT, str(uuid.uuid4()), {**seen, "observed_at": "2026-11-01T18:00:00.000Z"}),
    )
    return walk


def point(x, y=Y):
    return point_blob(x, y, 3006)


def change(database, *changes):
    return apply(database, Changeset(changes))


def stop(database, walk, place):
    with database.reading() as connection:
        sql = "SELECT CAST(uuid AS text) AS uuid FROM walk_stop WHERE CAST(walk AS text) = ? AND place = ?"
        return connection.execute(sql, (walk, place)).fetchone()["uuid"]


def rows(database, table, columns="*"):
    with database.reading() as connection:
        found = connection.execute(f"SELECT {columns} FROM {table} WHERE deleted_at IS NULL ORDER BY id").fetchall()
        return [dict(row) for row in found]


def package(database, walk, folder, **options):
    return write_field_package(database, walk, Path(folder), SilentFeedback(), **{"background": (), **options}).folder


class Phone:
    """Edits the GeoPackage of a package in place."""

    def __init__(self, folder):
        self.folder = folder

    @contextmanager
    def written(self):
        """The file as GDAL writes it, closed at the end."""
        dataset = gdal.OpenEx(str(self.folder / "falt.gpkg"), gdal.OF_VECTOR | gdal.OF_UPDATE)
        yield dataset
        dataset.FlushCache()

    def edit(self, table, where, **values):
        with self.written() as dataset:
            layer = dataset.GetLayerByName(table)
            layer.SetAttributeFilter(where)
            feature = next(iter(layer))
            _fill(feature, values)
            layer.SetFeature(feature)

    def add(self, table, **values):
        """A new row, its uuid as QGIS makes it unless given; returns the uuid."""
        values = {"uuid": str(uuid.uuid4()), **values}
        with self.written() as dataset:
            layer = dataset.GetLayerByName(table)
            feature = ogr.Feature(layer.GetLayerDefn())
            _fill(feature, values)
            layer.CreateFeature(feature)
        return values["uuid"]

    def delete(self, table, where):
        with self.written() as dataset:
            layer = dataset.GetLayerByName(table)
            layer.SetAttributeFilter(where)
            layer.DeleteFeature(next(iter(layer)).GetFID())

    def photograph(self, name, shade=90):
        """A photo as a phone takes it; returns what the form holds."""
        picture = QImage(640, 480, QImage.Format.Format_RGB32)
        picture.fill(shade)
        plain = self.folder / "plain.png"
        picture.save(str(plain))
        # GDAL writes the metadata of a JPEG's EXIF.
        target = self.folder / "DCIM" / name
        gdal.Translate(str(target), str(plain), format="JPEG", metadataOptions=[f"{k}={v}" for k, v in EXIF.items()])
        for rest in (plain, target.with_name(f"{name}.aux.xml")):
            rest.unlink(missing_ok=True)
        return f"DCIM/{name}"


def _fill(feature, values):
    for name, value in values.items():
        if name == "geom":
            feature.SetGeometry(ogr.CreateGeometryFromWkt(value))
        elif value is None:
            feature.SetFieldNull(name)
        else:
            feature[name] = value
