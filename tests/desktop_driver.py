# SPDX-License-Identifier: GPL-2.0-or-later
"""The half of ``desktop.py`` that runs inside QGIS: calls the script when the desktop is up, answers, and quits.

QGIS runs this file before it makes its window and loads plugins (PYQGIS_STARTUP).
"""

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

import qgis.utils
from qgis.core import QgsApplication, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, QThread, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QWidget

ANSWER = Path(os.environ["EST_DESKTOP_ANSWER"])


def is_idle() -> bool:
    """Has everything ended that runs in the background, as QGIS's task or unseen?"""
    plugin = qgis.utils.plugins.get("est_plugin")
    session = getattr(plugin, "_session", None)
    is_reading = session is not None and session.reader.is_reading
    return not is_reading and QgsApplication.taskManager().countActiveTasks() == 0


class Desktop:
    """What a script gets: the interface, time, pictures, and real mouse and key events."""

    def __init__(self, interface: QgisInterface, folder: Path) -> None:
        self.iface = interface
        self.folder = folder

    def settle(self, seconds: float = 0.3) -> None:
        """Let events, timers, what runs in the background and map rendering run."""
        QTest.qWait(int(seconds * 1000))
        self.wait_until(is_idle, 120)
        QTest.qWait(50)
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

    def screen(self, name: str) -> Path:
        """Save a picture of the whole screen: windows over one another, as a person sees them."""
        self.settle()
        path = self.folder / f"{name}.png"
        assert QApplication.primaryScreen().grabWindow(0).save(str(path))
        return path

    def xdotool(self, *arguments: object) -> None:
        """Send real input, as in ``xdotool("mousemove", x, y, "click", 1)``; places are global screen pixels."""
        subprocess.run(["xdotool", *map(str, arguments)], check=True)
        self.settle()

    def click(self, widget: QWidget, *, double: bool = False) -> None:
        """Click the middle of a widget, a real click."""
        self.click_at(widget, QPoint(widget.width() // 2, widget.height() // 2), double=double)

    def click_at(self, widget: QWidget, place: QPoint, button: int = 1, *, double: bool = False) -> None:
        """Click a place of a widget; 1 is the left button, 3 the right one. Fails if it is not on the screen."""
        at = widget.mapToGlobal(place)
        assert widget.isVisible(), f"Nobody can click {widget}: it is hidden."
        assert QApplication.primaryScreen().geometry().contains(at), f"{widget} is off the screen, at {at}."
        clicks = ("--repeat", 2, "--delay", 60) if double else ()
        self.xdotool("mousemove", at.x(), at.y(), "click", *clicks, button)

    def click_map(self, x: float, y: float, button: int = 1) -> None:
        """Click a place of the map, in its coordinates."""
        canvas = self.iface.mapCanvas()
        pixel = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
        self.click_at(canvas.viewport(), QPoint(round(pixel.x()), round(pixel.y())), button)

    def when_open(self, act: Callable[[QWidget], None]) -> None:
        """Do something in the next dialog, one that waits for a person or one beside what is open now, while a click
        that opens it waits too.
        """
        open_now = QApplication.activeWindow()

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            beside = QApplication.activeWindow()
            if dialog is not None and dialog.isActiveWindow():
                act(dialog)
            elif dialog is None and isinstance(beside, QDialog) and beside is not open_now:
                act(beside)
            else:
                QTimer.singleShot(100, look)

        look()


errors: list[str] = []


def note_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None, *_: object, **__: object):
    """Stands in for the error window of QGIS, which would wait for a person."""
    errors.append("".join(traceback.format_exception(kind, error, trace)))


def answer(result: object) -> None:
    ANSWER.write_text(json.dumps({"result": result, "errors": errors}))


def give_up() -> None:
    """Tell what the desktop waits for. Runs in nested event loops too, so an open dialog does not stop it."""
    window = QApplication.activeModalWidget() or QApplication.activeWindow()
    if window:
        window.grab().save(str(ANSWER.with_name("timeout.png")))
        errors.append(f"On screen: “{window.windowTitle()}”, see {ANSWER.with_name('timeout.png')}")
    errors.append("The script took too long.")
    answer(None)
    faulthandler.dump_traceback()
    os._exit(1)


def run(iface: QgisInterface) -> None:
    faulthandler.enable()
    script = Path(os.environ["EST_DESKTOP_SCRIPT"])
    sys.path.insert(0, str(script.parent))
    iface.mainWindow().resize(1500, 900)
    result = None
    try:
        desktop = Desktop(iface, ANSWER.parent)
        desktop.settle()
        result = runpy.run_path(str(script))["act"](desktop)
        # QGIS asks before it ends while a task runs.
        desktop.settle()
    except Exception:  # noqa: BLE001 (the answer must be written and QGIS ended, whatever the script did)
        errors.append(traceback.format_exc())
    answer(result)
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


def run_when_up() -> None:
    iface = qgis.utils.iface  # noqa: TID251 (nobody hands it to us)
    # While QGIS starts it lets timers run too; it can be ended only when the main event loop has begun.
    if iface and iface.mainWindow().isVisible() and QThread.currentThread().loopLevel() > 0:
        run(iface)
    else:
        QTimer.singleShot(100, run_when_up)


qgis.utils.showException = note_error
QTimer.singleShot(int(float(os.environ["EST_DESKTOP_SECONDS"]) * 1000), give_up)
QTimer.singleShot(0, run_when_up)
