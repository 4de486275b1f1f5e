# SPDX-License-Identifier: GPL-2.0-or-later
"""A package takes its place whole or not at all, wherever the computer says no and wherever the program ends."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from est_plugin.errors import ExportError
from est_plugin.export.folder import move_into_place, told_errors, work_folder

ROOT = Path(__file__).resolve().parents[2]
KILLED = """
import os, sys
from pathlib import Path
from est_plugin.export import folder

place, step = Path(sys.argv[1]), int(sys.argv[2])
steps = []

def ends(real):
    def counted(self, target):
        if len(steps) == step:
            os._exit(9)
        steps.append(target)
        return real(self, target)
    return counted

Path.rename, Path.replace = ends(Path.rename), ends(Path.replace)
with folder.work_folder(place) as work:
    draft, packed = work / "p", work / "p.zip"
    draft.mkdir()
    (draft / "a.txt").write_text("new")
    packed.write_text("new")
    folder.move_into_place(draft, packed, place)
"""


@pytest.fixture
def place(tmp_path):
    """A folder with an older package."""
    folder = tmp_path / "out"
    (folder / "p").mkdir(parents=True)
    (folder / "p" / "a.txt").write_text("old", encoding="utf-8")
    (folder / "p.zip").write_text("old", encoding="utf-8")
    return folder


def contents(place):
    return {path.relative_to(place).as_posix(): path.read_text("utf-8") for path in place.rglob("*") if path.is_file()}


def both(word):
    return {"p/a.txt": word, "p.zip": word}


def write_new(place):
    with work_folder(place) as work:
        draft, packed = work / "p", work / "p.zip"
        draft.mkdir()
        (draft / "a.txt").write_text("new", encoding="utf-8")
        packed.write_text("new", encoding="utf-8")
        with told_errors(place):
            move_into_place(draft, packed, place)


@pytest.mark.parametrize(("step", "left"), [(0, "old"), (1, "old"), (2, "new")])
def test_killed_between_the_steps_folder_and_zip_are_of_one_package(place, step, left):
    ended = subprocess.run([sys.executable, "-c", KILLED, str(place), str(step)], cwd=ROOT, check=False)
    assert ended.returncode == 9
    with work_folder(place):
        pass
    assert contents(place) == both(left)


def test_killed_before_the_first_zip_stands_the_zip_follows(tmp_path):
    place = tmp_path / "out"
    place.mkdir()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(place), "1"], cwd=ROOT, check=False)
    assert ended.returncode == 9
    with work_folder(place):
        pass
    assert contents(place) == both("new")


def refuse(monkeypatch, is_refused):
    real = Path.rename
    refused = []

    def rename(self, target):
        if is_refused(self, len(refused)):
            refused.append(self)
            raise PermissionError(errno.EACCES, "held by another program")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    return refused


def test_a_folder_that_is_held_for_a_moment_is_moved_after_it(place, monkeypatch):
    refused = refuse(monkeypatch, lambda path, times: path.name == "p" and times < 2)
    write_new(place)
    assert len(refused) == 2
    assert contents(place) == both("new")


def test_an_older_package_that_cannot_be_put_back_waits_for_the_next_export(place, monkeypatch):
    with monkeypatch.context() as held:
        # The old one could be set aside; after that nothing moves any more.
        refuse(held, lambda path, times: times > 0 or path.parent.parent == place)
        with pytest.raises(ExportError):
            write_new(place)
        assert "old" in contents(place).values()
    with work_folder(place):
        pass
    assert contents(place) == both("old")
