# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does est:darkstretches take beside stock QGIS, which buffers the lamps and cuts them out of the route?

    .venv/bin/python tests/bench/dark_stretches.py [lamps] [rounds]

A walk of some kilometres through a town with lamps from a seed, a tenth of them out, in GeoPackage layers; in turn in
one run. Stock QGIS: native:extractbyattribute (the lamps that work), native:buffer with its defaults and dissolve,
native:difference: the dark parts alone. Ours also tells what is not known, the nearest lamp, and what is out, in a
report. Quote the ratio, not the seconds.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np  # noqa: E402
from osgeo import ogr, osr  # noqa: E402
from qgis.core import QgsApplication, QgsVectorLayer  # noqa: E402

METRES = 25
LAMPS_OF_A_TOWN = 10_000
#: Lamps for a hectare, as in a built-up area.
DENSITY = 6.0


def write(path, lamps):
    """A town as wide as it must be, with a walk through its middle."""
    rng = np.random.default_rng(5)
    width = 100 * np.sqrt(lamps / DENSITY)
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(3006)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = data.CreateLayer("lamps", srs, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("status", ogr.OFTString))
    layer.StartTransaction()
    for x, y, chance in zip(*rng.uniform(0, width, (2, lamps)), rng.random(lamps), strict=True):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("status", "broken" if chance < 0.1 else "ok")
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({500_000 + x} {6_600_000 + y})"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    steps = rng.uniform(-60, 60, (60, 2))
    steps[:, 0] = 30
    corners = np.add((500_000 + width / 2, 6_600_000 + width / 2), np.cumsum(steps, axis=0))
    walks = data.CreateLayer("walk", srs, ogr.wkbLineString)
    feature = ogr.Feature(walks.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"LINESTRING ({', '.join(f'{x} {y}' for x, y in corners)})"))
    walks.CreateFeature(feature)


def stock(walk, lamps):
    from qgis import processing

    working = processing.run(
        "native:extractbyattribute",
        {"INPUT": lamps, "FIELD": "status", "OPERATOR": 0, "VALUE": "ok", "OUTPUT": "memory:"},
    )["OUTPUT"]
    discs = processing.run(
        "native:buffer", {"INPUT": working, "DISTANCE": METRES, "DISSOLVE": True, "OUTPUT": "memory:"}
    )["OUTPUT"]
    rest = processing.run("native:difference", {"INPUT": walk, "OVERLAY": discs, "OUTPUT": "memory:"})["OUTPUT"]
    return sum(feature.geometry().length() for feature in rest.getFeatures())


def ours(walk, lamps, report):
    from qgis import processing

    mapped = {"STATUS_FIELD": "status", "WORKING_VALUES": "ok", "BROKEN_VALUES": "broken"}
    result = processing.run(
        "est:darkstretches",
        {"ROUTE": walk, "LAMPS": lamps, "DISTANCE": METRES, "OUTPUT": "memory:", "REPORT": str(report), **mapped},
    )
    return result["DARK_LENGTH"] + result["UNKNOWN_LENGTH"]


def main(lamps, rounds):
    from est_plugin.processing.provider import EstProvider

    provider = EstProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    scratch = Path(tempfile.mkdtemp())
    write(scratch / "town.gpkg", lamps)
    walk, register = (QgsVectorLayer(f"{scratch / 'town.gpkg'}|layername={name}") for name in ("walk", "lamps"))
    works = {"stock": lambda: stock(walk, register), "ours": lambda: ours(walk, register, scratch / "report.html")}
    seconds, metres = {name: [] for name in works}, {}
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            metres[name] = work()
            seconds[name].append(time.perf_counter() - start)
    for name, each in seconds.items():
        print(f"{name:6} median {statistics.median(each):.3f} s, least {min(each):.3f} s, dark {metres[name]:.2f} m")
    median, least = (pick(seconds["stock"]) / pick(seconds["ours"]) for pick in (statistics.median, min))
    print(f"{lamps} lamps, stock / ours: {median:.1f} (of the minima {least:.1f})")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LAMPS_OF_A_TOWN, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
    application.exitQgis()
