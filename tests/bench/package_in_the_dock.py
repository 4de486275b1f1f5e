# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does the desktop stand still while the dock writes a map package, and was its size told rightly before?

    .venv/bin/python tests/bench/package_in_the_dock.py

Prints for each edition of the demo town the longest time in milliseconds in which the event loop did not turn, and
what the page told before the start beside what it took. The first round knows nothing, the second has learned. The goal
is 200 ms; the sizes should be within a factor of two.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pytest_qgis.mock_qgis_classes import MockMessageBar  # noqa: E402
from pytest_qgis.qgis_interface import QgisInterface  # noqa: E402
from qgis.core import QgsApplication, QgsProject  # noqa: E402
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QMainWindow  # noqa: E402

import est_plugin  # noqa: E402
from est_plugin.analysis.hotspots import HotspotParameters  # noqa: E402
from est_plugin.db.hotspots import HotspotRequest, update_hotspots  # noqa: E402
from est_plugin.domain.period import Period, PeriodKind  # noqa: E402
from est_plugin.export.preset import Preset  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402
from tests.bench.main_thread import Watchdog, is_idle  # noqa: E402

PERIOD = Period.containing(PeriodKind.MONTH, date(2026, 10, 1))
#: The public edition waits for a person, who is not here.
PRESETS = (Preset.WORKING, Preset.OPERATIVE, Preset.STRATEGIC)
ROUNDS = 2
MB = 1e6


def run(folder):
    window, canvas = QMainWindow(), QgsMapCanvas()
    iface = QgisInterface(canvas, MockMessageBar(), window)
    cad_dock = QgsAdvancedDigitizingDockWidget(canvas)
    iface.cadDockWidget = lambda: cad_dock
    plugin = est_plugin.classFactory(iface)
    plugin.initGui()
    dock, session, watchdog = plugin._dock, plugin._session, Watchdog()
    session.settings.packages.remove()
    database = create_demo_database(
        folder / "lindvik.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback()
    ).database
    update_hotspots(database, HotspotRequest(PERIOD, HotspotParameters()), SilentFeedback())
    dock.show()
    session.open(database.path)
    rest(session)
    dock.pages.setCurrentIndex(4)
    page = dock.pages.widget(4)
    for number in range(ROUNDS):
        for preset in PRESETS:
            out = folder / f"{preset}_{number}"
            page.preset.setCurrentIndex(page.preset.findData(preset))
            page.preset.activated.emit(page.preset.currentIndex())
            page.folder.setFilePath(str(out))
            session.choose_period(PERIOD)
            rest(session)
            told, begun = page.estimate.text(), time.monotonic()
            watchdog.measure(f"{preset}, round {number + 1}", page.write_button.click, session)
            if not any(out.glob("*.zip")):
                msg = f"No package was written: {preset}, round {number + 1}."
                raise RuntimeError(msg)
            size = sum(path.stat().st_size for path in out.glob("*.zip")) / MB
            print(f"    told: {told}  took: {size:.1f} MB, {time.monotonic() - begun:.1f} s")
    QgsProject.instance().clear()
    plugin.unload()
    QTest.qWait(200)
    for thing in (cad_dock, canvas, window):
        thing.deleteLater()


def rest(session):
    """Let everything end that was begun."""
    calm = 0
    while calm < 20:
        QTest.qWait(10)
        calm = calm + 1 if is_idle(session) else 0


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as scratch:
        run(Path(scratch))
    sys.stdout.flush()
    os._exit(0)  # what QGIS does at its end is not measured
