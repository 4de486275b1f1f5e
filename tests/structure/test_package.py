# SPDX-License-Identifier: GPL-2.0-or-later
"""The zip holds what the plugin repository accepts, and nothing else."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import PurePosixPath

import pytest

FORBIDDEN_SUFFIXES = {".pyc", ".ts", ".sh", ".bat", ".cmd", ".ps1", ".exe", ".dll", ".so", ".dylib", ".zip"}
FORBIDDEN_PARTS = {"__pycache__", "__MACOSX", ".git", "tests", "scripts", ".."}


@pytest.fixture
def names(package):
    with zipfile.ZipFile(package) as archive:
        return [PurePosixPath(name) for name in archive.namelist()]


def test_all_is_in_one_folder(names):
    assert {name.parts[0] for name in names} == {"est_plugin"}


def test_what_the_plugin_needs_is_there(names):
    wanted = ("__init__.py", "metadata.txt", "LICENSE", "resources/icons/est.svg", "i18n/est_plugin_sv.qm")
    assert {PurePosixPath("est_plugin", name) for name in wanted} <= set(names)


def test_every_tracked_resource_is_there(names, root):
    tracked = subprocess.run(
        ["git", "-c", f"safe.directory={root}", "ls-files", "resources"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert {PurePosixPath("est_plugin", name) for name in tracked.splitlines()} <= set(names)


def test_nothing_forbidden_is_there(names):
    assert [name for name in names if name.suffix in FORBIDDEN_SUFFIXES or FORBIDDEN_PARTS & set(name.parts)] == []


def test_size_is_within_the_limit_of_the_repository(package):
    assert package.stat().st_size <= 25_000_000


def test_metadata_holds_the_changelog(package):
    with zipfile.ZipFile(package) as archive:
        text = archive.read("est_plugin/metadata.txt").decode()
    parser = configparser.ConfigParser()
    parser.read_string(text)
    general = parser["general"]
    assert general["changelog"].strip().startswith(general["version"])


def test_same_sources_give_the_same_bytes(build, tmp_path):
    assert build(tmp_path / "first").read_bytes() == build(tmp_path / "second").read_bytes()


def test_versions_that_differ_are_refused_with_one_line(root, tmp_path):
    for name in ("scripts/package.py", "pyproject.toml", "est_plugin/metadata.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / name, tmp_path / name)
    metadata = tmp_path / "est_plugin" / "metadata.txt"
    metadata.write_text(metadata.read_text(encoding="utf-8").replace("\nversion=", "\nversion=9."), encoding="utf-8")

    run = subprocess.run(
        [sys.executable, tmp_path / "scripts" / "package.py", "--out", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert "make them equal" in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()
