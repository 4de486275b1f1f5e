# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a folder for the field: one safety walk, nothing else of the database, ready for QField and Mergin Maps."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import uuid as uuids
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from osgeo import gdal

from est_plugin import paths
from est_plugin.db import times
from est_plugin.db.catalogues import read_code_lists
from est_plugin.db.field_file import write_field_file
from est_plugin.db.field_manifest import Manifest
from est_plugin.db.field_office import rows_of_walk
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError, InputError
from est_plugin.export.background import check_background, open_background, town_background
from est_plugin.export.field_basemap import write_basemap
from est_plugin.export.field_check import check_package
from est_plugin.export.field_project import BASEMAP, DATA, PHOTOS, write_project
from est_plugin.export.field_texts import check_words
from est_plugin.export.pictures import Extract
from est_plugin.export.plan import ascii_name
from est_plugin.feedback import PartFeedback, step
from est_plugin.i18n import CONTEXT, Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.database import Database
    from est_plugin.db.field_columns import KnownRow
    from est_plugin.domain.code_list import Code
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.feedback import Feedback

#: The map reaches so far beyond the route.
_MARGIN_M = 300.0
_LOOK_PIXELS = 256
README = "README.txt"
_NOTES = "GDAL_PAM_ENABLED"
_README_TEXT = QT_TRANSLATE_NOOP(
    "est_plugin",
    "{title}\n"
    "\n"
    "This folder holds one safety walk for the field: its route, its stops, the checklist and a map that needs no "
    "network. It holds no incidents. Write no names of persons, and take no photos of faces or number plates.\n"
    "\n"
    "QField\n"
    "1. Copy the whole folder to the phone with a cable (in QField: Open local file, Import folder), or upload it as a "
    "project of QFieldCloud.\n"
    "2. Open the project {project}. Stand at a stop, touch its number and add an observation; the camera is in the "
    "form.\n"
    "3. Afterwards close the project on the phone, wait until all is sent, and copy the whole folder back.\n"
    "\n"
    "Mergin Maps\n"
    "1. Create a project from this folder, and open it on the phone.\n"
    "2. Synchronise afterwards, and download the whole project to the computer.\n"
    "\n"
    "Use the clouds of QField and Mergin Maps only if the municipality has an agreement with them.\n"
    "\n"
    "Several phones: give each its own copy of the folder, and bring them home one after the other.\n"
    "\n"
    "Home again: in QGIS, the page Safety walk, choose the walk, then With this walk, Bring home from the field. You "
    "see what is new and what was changed on both sides before anything is stored.\n"
    "\n"
    "When all is at home: delete the photos and the project on the phone, this folder on the computer, and the copy in "
    "the cloud. The photos here still tell where and when they were taken.\n",
)


@dataclass(frozen=True)
class FieldPackage:
    """Where the package stands, and how many rows it took along."""

    folder: Path
    project: Path
    stops: int
    observations: int


def write_field_package(
    database: Database,
    walk: str,
    target: Path,
    feedback: Feedback,
    *,
    background: Sequence[BackgroundLayer] | None = None,
    language: str = "sv",
) -> FieldPackage:
    """Write the package of the walk with this uuid into a new folder in ``target``. Runs in any thread.

    ``background`` is drawn below it, top layer first: None is the town of the database, empty no map. A folder that
    is there is never touched: the new one gets a number then. An error or a cancel leaves nothing behind.

    Raises InputError if there is no such walk or it has no route, ExportError if it cannot be written or a text leads
    to a person, CancelledError.
    """
    rows = rows_of_walk(database, walk)
    extent = extent_of(rows)
    code_lists = read_code_lists(database)
    check_words(rows, _tables_of(code_lists), Language(language))
    layers = town_background(database) if background is None else tuple(background)
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target, prefix=".est-falt-") as work:
            draft = Path(work) / _name(rows[0])
            draft.mkdir()
            if layers:
                _draw(draft, layers, extent, database.crs_authid, PartFeedback(feedback, 0.0, 0.9))
            with _no_notes():
                project = _fill(draft, database, rows, code_lists, language=Language(language))
                step(feedback, 0.95)
                check_package(draft)
            _flush(draft)
            step(feedback, 0.99)
            folder = _moved(draft, target)
    except (OSError, RuntimeError, sqlite3.Error) as error:
        raise _unwritten(target, error) from error
    feedback.set_progress(1.0)
    tables = [row.table for row in rows]
    return FieldPackage(folder, folder / project.name, tables.count("walk_stop"), tables.count("observation"))


def extent_of(rows: Sequence[KnownRow]) -> tuple[float, float, float, float]:
    """Around route and stops."""
    held = [row.values.get("geom") for row in rows if row.table in {"walk", "walk_stop"}]
    shapes = [shapely.from_wkb(bytes.fromhex(str(place))) for place in held if place is not None]
    if rows[0].values["geom"] is None or not shapes:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The safety walk has no route yet."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The field needs a route to follow."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Draw its route, save it, and try again."),
        )
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    return west - _MARGIN_M, south - _MARGIN_M, east + _MARGIN_M, north + _MARGIN_M


def _name(walk: KnownRow) -> str:
    title = ascii_name(str(walk.values["title"])) if walk.values["title"] else "vandring"
    return f"EST-falt_{title}_{datetime.now(times.LOCAL_ZONE).date().isoformat()}"


@contextmanager
def _no_notes() -> Iterator[None]:
    """Let GDAL write no file about a map that is opened: for a zoom of ours it would lie in whatever folder QGIS is."""
    before = gdal.GetThreadLocalConfigOption(_NOTES, None)
    gdal.SetThreadLocalConfigOption(_NOTES, "NO")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(_NOTES, before)


def _draw(
    draft: Path,
    layers: Sequence[BackgroundLayer],
    extent: tuple[float, float, float, float],
    authid: str,
    feedback: Feedback,
) -> None:
    opened = open_background(layers)
    check_background(opened, Extract(extent, _LOOK_PIXELS, _LOOK_PIXELS), authid, PartFeedback(feedback, 0.0, 0.1))
    write_basemap(draft / BASEMAP, opened, extent, authid, PartFeedback(feedback, 0.1, 1.0))


def _fill(
    draft: Path,
    database: Database,
    rows: Sequence[KnownRow],
    code_lists: CodeLists,
    *,
    language: Language,
) -> Path:
    """Data, project, and what a person reads first; returns the project."""
    manifest = Manifest(
        package=str(uuids.uuid4()),
        walk=rows[0].uuid,
        municipality=database.municipality,
        schema_version=database.schema_version,
        srs_id=database.srs_id,
        made_at=times.now(),
        plugin_version=paths.version(),
    )
    write_field_file(draft / DATA, rows, _tables_of(code_lists), manifest)
    (draft / PHOTOS).mkdir()
    # Clouds and archives drop empty folders, and the camera needs this one.
    (draft / PHOTOS / "README.txt").write_text("Foton / Photos\n", encoding="utf-8")
    title = str(rows[0].values["title"])
    project = write_project(
        draft, "vandring", database, code_lists, walk=rows[0].uuid, extent=extent_of(rows), language=language
    )
    text = language.translate(CONTEXT, _README_TEXT).format(title=title, project=project.name)
    (draft / README).write_text(text, encoding="utf-8-sig", newline="\r\n")
    return project


def _tables_of(code_lists: CodeLists) -> dict[str, Sequence[Code]]:
    return {
        "checklist_item": code_lists.checklist,
        "measure_kind": code_lists.measure_kinds,
        "organisation": code_lists.organisations,
        "participant_role": code_lists.participant_roles,
    }


def _flush(draft: Path) -> None:
    for path in draft.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _moved(draft: Path, target: Path) -> Path:
    """Where the folder stands now: under its name, or with the first number that is free."""
    number = 1
    while True:
        place = target / (draft.name if number == 1 else f"{draft.name}-{number}")
        if not place.exists():
            return draft.rename(place)
        number += 1


def _unwritten(target: Path, error: Exception) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The field package could not be written in {folder}."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "Check that you may write there and that the disk is not full. Nothing was left behind."
        ),
        folder=target,
        error=error,
    )
