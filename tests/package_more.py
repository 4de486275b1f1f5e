# SPDX-License-Identifier: GPL-2.0-or-later
"""What the small database of the map package has besides: causes of a hotspot, and a walk that was walked."""

from __future__ import annotations

import uuid

import numpy as np
import package_sample as sample
from qgis.PyQt.QtGui import QColor, QImage

from est_plugin.db import changesets
from est_plugin.db.changesets import Kind
from est_plugin.db.geometry_blob import point_blob
from est_plugin.layers.photos import photo_folder

COMMENT = "Anna on the third floor says that the neighbour shouts"
REPLY = "The lamp is mended."
PROBLEM = "Nobody sees the <tunnel>"


def add_causes(database):
    """Two causes of the first hotspot, one of them deleted, and one of the second."""
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        first, second = [row["uuid"] for row in connection.execute("SELECT uuid FROM hotspot ORDER BY rank")][:2]
        rows = (
            (first, PROBLEM, "place", "place_manager", "29 of 40 after dark", 3, None),
            (first, "Thrown away", "", "", "", None, "2026-03-01T00:00:00.000Z"),
            (second, "Only a problem", "", "", "", None, None),
        )
        for row in rows:
            connection.execute(
                "INSERT INTO cause (uuid, hotspot, problem, triangle_side, missing_controller, support, confidence,"
                " deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (str(uuid.uuid4()), *row),
            )


def add_photo(database, name, side=1000, noise=False):
    """A picture in the photo folder."""
    folder = photo_folder(database)
    folder.mkdir(exist_ok=True)
    if noise:
        pixels = np.random.default_rng(1).bytes(side * side * 4)
        image = QImage(pixels, side, side, QImage.Format.Format_RGB32).copy()
    else:
        image = QImage(side, side // 2, QImage.Format.Format_RGB32)
        image.fill(QColor("darkgreen"))
    assert image.save(str(folder / name), "JPEG", 90)
    return name


def add_walk(database, starts_at, observations, *, status="walked", title="Dark walk"):
    """A walk with one stop and its observations: item, value, answer, photo, is the photo checked."""
    with changesets.recorded(database, Kind.IMPORT, str(uuid.uuid4())) as connection:
        walk, stop = str(uuid.uuid4()), str(uuid.uuid4())
        x, y = sample.CENTRE
        connection.execute(
            "INSERT INTO walk (uuid, title, status, starts_at) VALUES (?, ?, ?, ?)", (walk, title, status, starts_at)
        )
        connection.execute(
            "INSERT INTO walk_stop (uuid, walk, number, place, comment, geom) VALUES (?, ?, 1, 'The <tunnel>', ?, ?)",
            (stop, walk, COMMENT, point_blob(x + 50, y + 60, 3006)),
        )
        for item, value, answer, photo, is_checked in observations:
            connection.execute(
                "INSERT INTO observation (uuid, walk_stop, item, value, comment, answer, reply, photo, photo_checked)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    str(uuid.uuid4()),
                    stop,
                    item,
                    value,
                    COMMENT,
                    answer,
                    REPLY if answer else "",
                    photo,
                    is_checked,
                ),
            )
