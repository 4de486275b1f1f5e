# SPDX-License-Identifier: GPL-2.0-or-later
"""The half of ``desktop.py`` that runs inside QGIS: calls the script when the desktop is up, answers, and quits."""

from __future__ import annotations

import faulthandler
import json
import os
import runpy
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface  # noqa: TID251 (nobody hands it to a --code script)

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QWidget

ANSWER = Path(os.environ["EST_DESKTOP_ANSWER"])


class Desktop:
    """What a script gets: the interface, time, pictures, and real mouse and key events."""

    def __init__(self, interface: QgisInterface, folder: Path) -> None:
        self.iface = interface
        self.folder = folder

    def settle(self, seconds: float = 0.3) -> None:
        """Let events, timers and map rendering run."""
        QTest.qWait(int(seconds * 1000))
        self.iface.mapCanvas().waitWhileRendering()
        QTest.qWait(50)

    def wait_until(self, condition: Callable[[], object], seconds: float = 20) -> None:
        """Let events run until ``condition()`` is true; AssertionError if that takes too long."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"Still not true after {seconds} s: {condition}"
            QTest.qWait(20)

    def grab(self, name: str, widget: QWidget | None = None) -> Path:
        """Save a picture of ``widget``, else of the main window, as ``<name>.png`` in the profile's folder."""
        self.settle()
        path = self.folder / f"{name}.png"
        assert (widget or self.iface.mainWindow()).grab().save(str(path))
        return path

    def xdotool(self, *arguments: object) -> None:
        """Send real input, as in ``xdotool("mousemove", x, y, "click", 1)``; places are global screen pixels."""
        subprocess.run(["xdotool", *map(str, arguments)], check=True)
        self.settle()


errors: list[str] = []


def note_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Stands in for the error window of QGIS, which would wait for a person."""
    errors.append("".join(traceback.format_exception(kind, error, trace)))


def answer(result: object) -> None:
    ANSWER.write_text(json.dumps({"result": result, "errors": errors}))


def give_up() -> None:
    """Tell what the desktop waits for. Runs in nested event loops too, so an open dialog does not stop it."""
    waiting_for = QApplication.activeModalWidget() or iface.mainWindow()
    picture = ANSWER.with_name("timeout.png")
    waiting_for.grab().save(str(picture))
    errors.append(f"The script took too long. On screen: “{waiting_for.windowTitle()}”, see {picture}")
    answer(None)
    faulthandler.dump_traceback()
    os._exit(1)


def run() -> None:
    QTimer.singleShot(int(float(os.environ["EST_DESKTOP_SECONDS"]) * 1000), give_up)
    script = Path(os.environ["EST_DESKTOP_SCRIPT"])
    sys.path.insert(0, str(script.parent))
    iface.mainWindow().resize(1500, 900)
    result = None
    try:
        desktop = Desktop(iface, ANSWER.parent)
        desktop.settle()
        result = runpy.run_path(str(script))["act"](desktop)
    except Exception:  # noqa: BLE001 (the answer must be written and QGIS ended, whatever the script did)
        errors.append(traceback.format_exc())
    answer(result)
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


sys.excepthook = note_error
iface.initializationCompleted.connect(lambda: QTimer.singleShot(0, run))
