# SPDX-License-Identifier: GPL-2.0-or-later
"""The server dies in the middle of a save (kill -9 of all its processes), and comes up again."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject

from est_plugin.layers import roles
from est_plugin.layers.edits import edit_command
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.postgres import Server

KILLER = Path(__file__).with_name("killer.py")


@dataclass(frozen=True)
class Crash:
    """What QGIS said of the save, and how many of the changed rows are stored at once and after a second save."""

    said_yes: bool
    recovery_seconds: float
    stored_first: int
    stored: int
    rows: int


def crash_in_a_save(server: Server, anna: Desk, title: str, seconds: float) -> Crash:
    """Change all measures of the database ``est``, save, and kill the server some seconds after the save began."""
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    index = layer.fields().indexOf("title")
    with edit_command(layer, "edit"):
        for row in layer.allFeatureIds():
            layer.changeAttributeValue(row, index, title)
    with subprocess.Popen([sys.executable, KILLER, str(seconds), *map(str, server.process_ids())]) as killer:
        said_yes = layer.commitChanges(stopEditing=False)
        killer.wait()
    server.processes[-1].wait()
    begun = time.monotonic()
    server.start()
    recovery = time.monotonic() - begun
    anna.session.arrival_check.look_again()
    anna.settle()
    first, rows = _stored(server, title)
    # The first save after the crash may still go over a connection that died with the server.
    for _ in range(3):
        if layer.isModified():
            layer.commitChanges(stopEditing=False)
            anna.settle()
    layer.rollBack()
    return Crash(said_yes, round(recovery, 1), first, _stored(server, title)[0], rows)


def _stored(server: Server, title: str) -> tuple[int, int]:
    with server.connect("est") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FILTER (WHERE title = %s), count(*) FROM est.measure", (title,))
        return cursor.fetchone()
