# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: a database that another process writes in, then Start writing. Run by test_one_writer_desktop.py."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject

from est_plugin.db import backups, file_lock
from est_plugin.gui.dock import EstDock
from est_plugin.layers.roles import LayerRole, find

if TYPE_CHECKING:
    from desktop_driver import Desktop

#: Takes the lock in the same way, until its input ends.
OTHER = """
import sys
from pathlib import Path
from est_plugin.db import file_lock
lock = file_lock.take(Path(sys.argv[1]))
print("taken", flush=True)
sys.stdin.read()
"""


def act(desktop: Desktop) -> dict[str, Any]:
    dock = desktop.iface.mainWindow().findChild(EstDock)
    desktop.iface.mainWindow().resizeDocks([dock], [520], 1)
    session, path = dock.session, desktop.folder / "lindvik.gpkg"
    start = json.loads((desktop.folder / "other.json").read_text())
    other = subprocess.Popen(
        [start["python"], "-c", OTHER, str(path)],
        cwd=start["root"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert other.stdout.readline() == "taken\n"
        session.open(path)
        desktop.settle()
        layer = find(QgsProject.instance(), LayerRole.BUILDINGS)
        desktop.iface.mapCanvas().setExtent(layer.extent())
        desktop.settle()
        desktop.grab("1_reading")
        result = {"reading": dock.writer.text.text(), "closed": find(session.project, LayerRole.WALKS).readOnly()}
        dock.pages.setCurrentIndex(1)
        desktop.settle()
        desktop.click(dock.pages.widget(1).find_button)
        desktop.settle()
        desktop.grab("2_refused")
    finally:
        other.kill()
        other.wait()
    desktop.wait_until(dock.writer.begin_button.isVisible)
    desktop.grab("3_may_begin")
    desktop.click(dock.writer.begin_button)
    desktop.wait_until(lambda: not dock.writer.isVisible())
    desktop.settle()
    desktop.grab("4_writing")
    desktop.click(dock.pages.widget(1).find_button)
    desktop.settle()
    result["hotspots"] = dock.pages.widget(1).table.rowCount()
    result["open"] = not find(session.project, LayerRole.WALKS).readOnly()
    result["is_ours"] = file_lock.holder_of(path).is_this_process
    result["backups"] = len(backups.backups_of(path))
    return result
