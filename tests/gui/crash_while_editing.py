# SPDX-License-Identifier: GPL-2.0-or-later
"""Works in a database until it is killed: ``crash_while_editing.py PLACE JOURNAL_FOLDER ACT``.

PLACE is a file or connection parameters. ACT is ``unsaved``: change the first measure, add another, and say ``ready``
when both are noted; or ``save``: say ``ready``, then do the same and save at once.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), "/usr/share/qgis/python/plugins"]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import QgsApplication, QgsGeometry, QgsProject, QgsVectorLayerUtils  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

from est_plugin.db.journal_file import State  # noqa: E402
from est_plugin.db.server import ServerAddress  # noqa: E402
from est_plugin.gui import session  # noqa: E402
from est_plugin.layers import roles  # noqa: E402
from est_plugin.layers.edits import edit_command  # noqa: E402
from est_plugin.layers.roles import LayerRole  # noqa: E402
from tests.desk import Desk  # noqa: E402
from tests.waiting import until  # noqa: E402


def main(place: str, folder: str, act: str) -> None:
    session.journal_folder = lambda: Path(folder)
    desk = Desk()
    desk.open(Path(place) if Path(place).is_file() else ServerAddress("est", place))
    layer = roles.find(QgsProject.instance(), LayerRole.MEASURE_POINTS)
    if act == "save":
        say_ready()
    fields = layer.fields()
    new = QgsVectorLayerUtils.createFeature(
        layer,
        QgsGeometry.fromWkt("Point (503100 6571000)"),
        {fields.indexOf("kind"): "BEL", fields.indexOf("title"): "New"},
    )
    with edit_command(layer, "edit"):
        row = next(layer.getFeatures()).id()
        assert layer.changeAttributeValue(row, fields.indexOf("title"), "Changed")
        assert layer.changeGeometry(row, QgsGeometry.fromWkt("Point (503050.25 6571000.5)"))
        assert layer.addFeature(new)
    if act == "save":
        layer.commitChanges()
    else:
        journal = desk.session.arrival_check.journal
        until(lambda: any(entry.state is State.UNSAVED for entry in journal.own_entries()))
        say_ready()
    QTest.qWait(60_000)


def say_ready() -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()


if __name__ == "__main__":
    application = QgsApplication([], True, tempfile.mkdtemp())
    application.initQgis()
    main(*sys.argv[1:])
