# SPDX-License-Identifier: GPL-2.0-or-later
"""How much does a GeoPackage lose when the process that writes to it is killed?

    .venv/bin/python tests/bench/kill_file_writer.py [rounds]

Half the rounds kill our own writer, half an edit session of QGIS, each after another pause.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication  # noqa: E402

from est_plugin.db.migrator import create_database  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from tests.kill_rounds import EDIT_SESSION, OWN_WRITER, run_rounds  # noqa: E402


def main(rounds: int) -> None:
    """Print the tallies."""
    application = QgsApplication([], False)
    application.initQgis()
    chance = random.Random(1)
    for name, code in (("own writer", OWN_WRITER), ("edit session", EDIT_SESSION)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "est.gpkg"
            create_database(path, srs_id=3006, municipality="", municipality_name="", feedback=SilentFeedback())
            pauses = [chance.uniform(0.0, 0.5) for _ in range(rounds // 2)]
            print(name, run_rounds(path, code, pauses))
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
