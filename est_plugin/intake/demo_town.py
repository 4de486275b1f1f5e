# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo: a fictitious town with its map and its reports, and a database made of them the way a real one is."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from osgeo import ogr, osr

from est_plugin.db.file_database import FileDatabase, open_database
from est_plugin.db.migrator import create_database, refuse_leftovers
from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError
from est_plugin.feedback import PartFeedback, step
from est_plugin.intake.demo_files import DemoFile, write_files
from est_plugin.intake.demo_geography import SRS_ID, TOWN_NAME, Geography, draw_geography
from est_plugin.intake.demo_reports import HOTSPOTS, PlantedHotspot, draw_reports
from est_plugin.intake.demo_walk import store_demo_walk
from est_plugin.intake.importer import ImportReport, import_incidents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from est_plugin.feedback import Feedback
    from est_plugin.intake.demo_geography import TownFeature

#: No municipality has this code.
_MUNICIPALITY = "9999"


@dataclass(frozen=True)
class DemoTown:
    """A town with its map, the hotspots planted in it, and the files of reports that were written."""

    geography: Geography
    hotspots: tuple[PlantedHotspot, ...]
    files: tuple[DemoFile, ...]


@dataclass(frozen=True)
class DemoDatabase:
    """A database of the town, and what became of each file."""

    database: FileDatabase
    town: DemoTown
    reports: tuple[ImportReport, ...]


def write_demo_town(folder: Path, seed: int, until: date) -> DemoTown:
    """Write the reports of the fourteen months before ``until`` into ``folder``: for each of five organisations a CSV
    file and its column mapping. The same seed and day give the same bytes.
    """
    chance = np.random.default_rng(seed)
    geography = draw_geography(chance)
    return DemoTown(geography, HOTSPOTS, write_files(folder, draw_reports(chance, until), chance))


def create_demo_database(path: Path, *, seed: int, until: date, feedback: Feedback) -> DemoDatabase:
    """Make a new database of the town: its map in the tables town_street, town_building, town_area and town_lamp, its
    reports, imported from the files, and a safety walk with its protocol. The file appears when it is whole.

    Raises DatabaseError if the file exists or cannot be written.
    """
    if path.exists():
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The file {path} exists already."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The demo never replaces a file."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another name."),
            path=path,
        )
    refuse_leftovers(path)
    with _work_folder(path) as folder:
        town = write_demo_town(folder, seed, until)
        step(feedback, 0.2)
        draft = create_database(
            folder / path.name,
            srs_id=SRS_ID,
            municipality=_MUNICIPALITY,
            municipality_name=TOWN_NAME,
            feedback=PartFeedback(feedback, 0.2, 0.3),
        )
        write_town_layers(draft, town.geography)
        step(feedback, 0.4)
        share = 0.6 / len(town.files)
        reports = tuple(
            import_incidents(
                draft,
                file.path,
                file.mapping,
                PartFeedback(feedback, 0.4 + share * number, 0.4 + share * (number + 1)),
            )
            for number, file in enumerate(town.files)
        )
        store_demo_walk(draft, until)
        with draft.path.open("rb+") as file:
            os.fsync(file.fileno())
        draft.path.replace(path)
    return DemoDatabase(open_database(path), replace(town, files=()), reports)


@contextmanager
def _work_folder(path: Path) -> Iterator[Path]:
    """A folder beside ``path`` that vanishes with what is left in it."""
    try:
        folder = tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.stem}-")
    except OSError as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The database {path} cannot be written."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The folder refuses new files: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a folder that exists and that you may write to."),
            path=path,
            error=error,
        ) from error
    with folder as name:
        yield Path(name)


def write_town_layers(database: FileDatabase, geography: Geography) -> None:
    """Add the town's map to a database in EPSG:3006.

    Raises DatabaseError if the file cannot be written.
    """
    layers = (
        ("town_street", ogr.wkbLineString, ("name", "road_class", "lit"), geography.streets),
        ("town_building", ogr.wkbPolygon, ("use",), geography.buildings),
        ("town_area", ogr.wkbPolygon, ("kind", "name"), geography.areas),
        ("town_lamp", ogr.wkbPoint, ("status",), geography.lamps),
    )
    raising = ogr.GetUseExceptions()
    ogr.UseExceptions()
    try:
        dataset = ogr.Open(str(database.path), update=1)
        for name, geometry_type, fields, features in layers:
            _write_layer(dataset, name, geometry_type, fields, features)
        del dataset
    except RuntimeError as error:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The map of the town could not be written to {path}."),
            why=QT_TRANSLATE_NOOP("est_plugin", "GDAL says: {error}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Create the demo database anew under another name."),
            path=database.path,
            error=error,
        ) from error
    finally:
        if not raising:
            ogr.DontUseExceptions()


def _write_layer(
    dataset: ogr.DataSource, name: str, geometry_type: int, fields: tuple[str, ...], features: tuple[TownFeature, ...]
) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(SRS_ID)
    layer = dataset.CreateLayer(name, reference, geometry_type, ["GEOMETRY_NAME=geom", "FID=id"])
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    definition = layer.GetLayerDefn()
    layer.StartTransaction()
    for town_feature in features:
        feature = ogr.Feature(definition)
        for position, value in enumerate(town_feature.values):
            feature.SetField(position, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(town_feature.wkt))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
