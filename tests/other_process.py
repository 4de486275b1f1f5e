# SPDX-License-Identifier: GPL-2.0-or-later
"""Another QGIS without a window: a process of its own that runs a piece of code on a database."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
_BEFORE = """\
import sys, time
from pathlib import Path
from qgis.core import QgsApplication
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()
from est_plugin.db import file_lock
from est_plugin.db.file_database import open_database
path = Path(sys.argv[1])
def say(text):
    print(text, flush=True)
def heard():
    return sys.stdin.readline().strip()
"""


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start ``code``, which finds its first argument as ``path``, and ``say`` and ``heard`` to talk with the test."""
    return subprocess.Popen(
        [sys.executable, "-c", _BEFORE + textwrap.dedent(code), *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def other_process(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """The same, after its first word; killed at the end if it still runs."""
    with started(code, *arguments) as process:
        try:
            assert process.stdout.readline(), "It ended without a word."
            yield process
        finally:
            process.kill()


@contextmanager
def other_writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the database open to write in it, until it is told something or killed."""
    with other_process(
        "lock = file_lock.take(path)\nsay('taken')\nheard()\nlock.release()\nsay('gone')", path
    ) as other:
        yield other
