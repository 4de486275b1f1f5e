# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does our import take beside QGIS's own delimited text provider saved with native:savefeatures?

    .venv/bin/python tests/bench/import_vs_delimitedtext.py [rows] [rounds]

Both read the same file of invented reports, in turn, and end with a GeoPackage on disk. Ours also checks every row,
masks personal data, looks for what is known and fills the same spatial index. Quote the ratio, not the seconds.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsVectorLayer  # noqa: E402

from est_plugin.db.migrator import create_database  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.column_mapping import ColumnMapping, Field  # noqa: E402
from est_plugin.intake.importer import import_incidents  # noqa: E402

HEADER = "id;typ;datum;x;y;plats;text;org"
TYPES = ("Klotter", "Rån", "Inbrott", "Nedskräpning", "Bråk", "Glaskross")
TEXTS = (
    "Klotter på fasad",
    "Ring 070-174 06 05 om porten",
    "Glas på gångbanan vid busshållplatsen, ca 20 personer",
    "",
)
MAPPING = ColumnMapping(
    source="bench",
    columns={
        Field.SOURCE_REF: ("id",),
        Field.CATEGORY: ("typ",),
        Field.OCCURRED_FROM: ("datum",),
        Field.X: ("x",),
        Field.Y: ("y",),
        Field.PLACE: ("plats",),
        Field.DESCRIPTION: ("text",),
        Field.ORGANISATION: ("org",),
    },
)


def write_reports(path: Path, count: int) -> None:
    """A file as Excel with Swedish settings saves it: semicolons, decimal commas."""
    chance = random.Random(1)
    start = datetime(2024, 1, 1, tzinfo=UTC)
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER + "\n")
        for number in range(count):
            # Never in the hour that summer time skips.
            when = start + timedelta(days=chance.randrange(625), minutes=chance.randrange(360, 1440))
            x, y = (f"{chance.gauss(middle, 3000):.2f}".replace(".", ",") for middle in (449_000, 6_574_000))
            file.write(
                f"{number};{chance.choice(TYPES)};{when:%Y-%m-%d %H:%M};{x};{y};"
                f"Storgatan {chance.randrange(90)};{chance.choice(TEXTS)};Polisen\n"
            )


def ours(reports: Path, folder: Path, count: int) -> None:
    database = create_database(
        folder / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="x", feedback=SilentFeedback()
    )
    report = import_incidents(database, reports, MAPPING, SilentFeedback())
    assert (report.accepted, report.quarantined) == (count, 0), report


def theirs(reports: Path, folder: Path, count: int) -> None:
    from qgis import processing

    uri = f"{reports.as_uri()}?delimiter=;&decimalPoint=,&xField=x&yField=y&crs=EPSG:3006&encoding=UTF-8"
    layer = QgsVectorLayer(uri, "reports", "delimitedtext")
    assert layer.isValid()
    output = str(folder / "peer.gpkg")
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": output})
    saved = QgsVectorLayer(output, "saved", "ogr").featureCount()
    assert saved == count, saved


def main() -> None:
    count, rounds = (int(given or usual) for given, usual in zip_longest(sys.argv[1:3], ("100000", "3")))
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    seconds: dict[str, list[float]] = {"est": [], "qgis": []}
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.csv"
        write_reports(reports, count)
        for _ in range(rounds):
            for name, run in (("est", ours), ("qgis", theirs)):
                with tempfile.TemporaryDirectory(dir=folder) as place:
                    start = time.perf_counter()
                    run(reports, Path(place), count)
                    seconds[name].append(time.perf_counter() - start)
    middle = {name: statistics.median(values) for name, values in seconds.items()}
    print(f"{count} rows, median of {rounds}, in turn")
    print(f"EST import (check, mask, store):            {middle['est']:7.2f} s")
    print(f"QGIS delimited text + native:savefeatures:  {middle['qgis']:7.2f} s")
    print(f"ratio {middle['est'] / middle['qgis']:.2f}")


main()
