# SPDX-License-Identifier: GPL-2.0-or-later
"""The checkout as files, and the zip built from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def build():
    """Builds the zip into a folder and returns its path."""

    def run(folder: Path) -> Path:
        subprocess.run([sys.executable, ROOT / "scripts" / "package.py", "--out", folder], check=True)
        (path,) = folder.iterdir()
        return path

    return run


@pytest.fixture(scope="session")
def package(build, tmp_path_factory) -> Path:
    return build(tmp_path_factory.mktemp("package"))
