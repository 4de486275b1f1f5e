# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast are incidents read into arrays, and chosen once they are? Candidates for the bench's task ``load``."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from estbench import data
from estbench.registry import candidate


def est_database(n: int):
    """An EST database with the bench's points, made once for each number."""
    from est_plugin.db.file_database import open_database
    from est_plugin.db.geometry_blob import point_blob
    from est_plugin.db.migrator import create_database
    from est_plugin.feedback import SilentFeedback

    path = Path(data.cache_dir()) / f"est_3006_{n}.gpkg"
    if path.exists():
        return open_database(path)
    draft = path.with_name(f"draft_{os.getpid()}_{n}.gpkg")
    database = create_database(
        draft, srs_id=3006, municipality="9999", municipality_name="Bench", feedback=SilentFeedback()
    )
    points = data.load(n)
    times = np.datetime_as_string(points["t"].astype("datetime64[s]").astype("datetime64[ms]"), timezone="UTC")
    with database.reading() as connection:
        codes = [row["code"] for row in connection.execute("SELECT code FROM category ORDER BY code")]
    columns = zip(points["x"].tolist(), points["y"].tolist(), times.tolist(), points["cat"].tolist(), strict=True)
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, geom)"
            " VALUES (?, 'bench', ?, ?, ?, ?)",
            (
                (str(number), str(number), codes[category % len(codes)], moment, point_blob(x, y, 3006))
                for number, (x, y, moment, category) in enumerate(columns)
            ),
        )
    draft.replace(path)
    return open_database(path)


@candidate("load", "ours: read_points of an EST database: time, latest time, category, organisation")
def load_database(inp):
    from est_plugin.db.incidents import read_points
    from est_plugin.domain.incident import IncidentFilter

    database = est_database(inp["n"])

    def run():
        points = read_points(database, IncidentFilter())
        return {"x": points.x, "y": points.y, "t": points.time}

    return run


@candidate("load", "ours: the same incidents again, loaded already")
def load_again(inp):
    from est_plugin.db.loaded_incidents import LoadedIncidents
    from est_plugin.domain.incident import IncidentFilter

    database, incidents = est_database(inp["n"]), LoadedIncidents()
    incidents.points(database, IncidentFilter())

    def run():
        points = incidents.points(database, IncidentFilter())
        return {"x": points.x, "y": points.y, "t": points.time}

    return run


@candidate("load", "ours: points of a layer for the algorithms")
def load_layer(inp):
    from estbench.peers_qgis import layer
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    from est_plugin.processing import incident_input
    from est_plugin.processing.heatmap import HeatmapAlgorithm

    chosen = layer(inp)
    QgsProject.instance().addMapLayer(chosen)
    algorithm, context = HeatmapAlgorithm().create(), QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def run():
        assert algorithm.prepare({"INPUT": chosen.id()}, context, QgsProcessingFeedback())
        points = incident_input.source_of(algorithm, {"INPUT": chosen.id()}, context).points()
        return {"x": points.x, "y": points.y}

    return run


@candidate("load", "ours: points of a layer with time, latest time, category and weight")
def load_layer_with_fields(inp):
    from estbench.peers_qgis import layer

    from est_plugin.feedback import SilentFeedback
    from est_plugin.layers.layer_snapshot import snapshot
    from est_plugin.layers.point_columns import point_file
    from est_plugin.processing.layer_incidents import IncidentFields, incidents_of

    chosen = layer(inp)
    fields = IncidentFields("t", "t_to", "kategori", "w")

    def run():
        points = incidents_of(snapshot(chosen, None), point_file(chosen), fields, None, SilentFeedback()).points
        return {"x": points.x, "y": points.y, "t": points.time}

    return run
