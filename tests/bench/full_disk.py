# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens on a full disk to each kind of file that the plugin writes?

    .venv/bin/python tests/bench/full_disk.py

Prints for each: was the person told, are the files byte for byte as before, are there rests; and the same for QGIS's
own ``QgsProject.write()`` without the plugin.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsProject  # noqa: E402

from est_plugin.errors import EstError  # noqa: E402
from tests.full_disk import contents, full_disk  # noqa: E402
from tests.full_disk_formats import FORMATS, prepare  # noqa: E402


def plain_project(folder: Path) -> None:
    """QGIS's own save; it tells by its answer."""
    if not QgsProject.instance().write(str(folder / "lindvik.qgs")):
        raise EstError("QGIS said no.")


def main() -> None:
    """Print the table."""
    application = QgsApplication([], True)
    application.initQgis()
    formats = FORMATS | {"project .qgs without the plugin": (plain_project, 12_000)}
    print(f"{'format':46} told  files as before  rests")
    for name, (write, room) in formats.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            QgsProject.instance().clear()
            prepare(folder)
            before = contents(folder)
            is_told = False
            with full_disk(room):
                try:
                    write(folder)
                except EstError:
                    is_told = True
            after = {file: content for file, content in contents(folder).items() if not file.endswith("~")}
            kept = all(after.get(file) == content for file, content in before.items())
            print(f"{name:46} {is_told!s:5} {kept!s:16} {len(after.keys() - before.keys())}")
    QgsProject.instance().clear()
    os._exit(0)


if __name__ == "__main__":
    main()
