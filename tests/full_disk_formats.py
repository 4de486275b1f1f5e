# SPDX-License-Identifier: GPL-2.0-or-later
"""Every kind of file that the plugin writes or watches over, as what a test or a script does on a full disk."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtTest import QTest

from est_plugin.db import backups
from est_plugin.db.file_database import open_database
from est_plugin.db.migrator import create_database
from est_plugin.export.package import write_package
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback
from est_plugin.gui.project_check import ProjectCheck
from est_plugin.intake.column_mapping import ColumnMapping, Field
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.intake.importer import import_incidents

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.append(str(Path(__file__).parent))

import package_sample as sample

_MAPPING = ColumnMapping(
    source="full",
    columns={
        Field.SOURCE_REF: ("Nr",),
        Field.CATEGORY: ("Kategori",),
        Field.OCCURRED_FROM: ("Datum",),
        Field.X: ("X",),
        Field.Y: ("Y",),
    },
)


class Told(list[Exception]):
    """Where a person would be told."""

    error = list.append


def prepare(folder: Path) -> None:
    """An older state of every file."""
    sample.make_database(folder / "est.gpkg")
    rows = [f"{n};Klotter;2026-03-{n % 28 + 1:02};{674_000 + n};6580000" for n in range(3000)]
    (folder / "rows.csv").write_text("\n".join(("Nr;Kategori;Datum;X;Y", *rows)))
    _MAPPING.save(folder / "mapping.json")
    _package(folder)
    backups.back_up(folder / "est.gpkg", SilentFeedback())
    with open_database(folder / "est.gpkg").writing() as connection:
        connection.execute("UPDATE meta SET retention_months = 7")
    for ending in ("qgs", "qgz"):
        assert QgsProject.instance().write(str(folder / f"lindvik.{ending}"))
    for number in range(40):
        QgsProject.instance().addMapLayer(QgsVectorLayer("Point?crs=EPSG:3006", f"layer {number}", "memory"))


def _package(folder: Path) -> None:
    plan = make_plan(
        open_database(folder / "est.gpkg"), PackageRequest(sample.FILTER, language="sv"), today=sample.TODAY
    )
    write_package(plan, folder / "package", SilentFeedback())


def _create(folder: Path) -> None:
    create_database(
        folder / "new.gpkg", srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


def _demo(folder: Path) -> None:
    create_demo_database(folder / "demo.gpkg", seed=1, until=date(2026, 3, 1), feedback=SilentFeedback())


def _import(folder: Path) -> None:
    import_incidents(open_database(folder / "est.gpkg"), folder / "rows.csv", _MAPPING, SilentFeedback())


def _back_up(folder: Path) -> None:
    backups.back_up(folder / "est.gpkg", SilentFeedback())


def _restore(folder: Path) -> None:
    backups.restore_beside(backups.backups_of(folder / "est.gpkg")[0], SilentFeedback())


def _save_project(folder: Path, ending: str) -> None:
    told = Told()
    check = ProjectCheck(QgsProject.instance(), told)  # type: ignore[arg-type]
    QgsProject.instance().write(str(folder / f"lindvik.{ending}"))
    QTest.qWait(50)
    check.unload()
    # Without a name for the error: its traceback would keep this frame, and Qt's objects, until Qt is gone.
    if told:
        raise told.pop()


#: What is written, and how much of it takes more room than the disk has, in bytes.
FORMATS: dict[str, tuple[Callable[[Path], None], int]] = {
    "new database": (_create, 100_000),
    "demo database": (_demo, 300_000),
    "import into a GeoPackage": (_import, 4096),
    "backup": (_back_up, 50_000),
    "restored backup": (_restore, 50_000),
    "map package (HTML, CSV, PNG, PDF, JSON, zip)": (_package, 20_000),
    "column mapping": (lambda folder: _MAPPING.save(folder / "mapping.json"), 100),
    "project .qgs": (lambda folder: _save_project(folder, "qgs"), 12_000),
    "project .qgz": (lambda folder: _save_project(folder, "qgz"), 12_000),
}
