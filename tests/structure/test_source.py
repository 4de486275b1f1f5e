# SPDX-License-Identifier: GPL-2.0-or-later
"""Every source file keeps the rules of the house that no linter knows."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from est_plugin import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
LICENCE_LINE = "# SPDX-License-Identifier: GPL-2.0-or-later"
PATH_FUNCTIONS = {"icon", "style", "layout", "web", "catalogue"}

# QGIS without a QgsApplication is loaded once; each module is then imported in a fork of its own.
IMPORT_EACH = """
import os, sys, warnings
import qgis.core, qgis.gui
from qgis.PyQt.QtCore import QCoreApplication
failed = []
for module in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        __import__(module)
        sys.stdout.flush()
        os._exit(0 if QCoreApplication.instance() is None else 2)
    if os.waitpid(child, 0)[1]:
        failed.append(module)
if failed:
    sys.exit("Failed: " + " ".join(failed))
"""


def python_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def test_every_file_names_its_licence_first():
    files = [path for folder in ("est_plugin", "scripts", "tests") for path in python_files(folder)]
    first = {path: path.read_text(encoding="utf-8").removeprefix("#!/usr/bin/env python3\n") for path in files}
    assert [str(path) for path, text in first.items() if not text.startswith(LICENCE_LINE)] == []


def test_scripts_are_executable():
    scripts = [path for path in (ROOT / "scripts").iterdir() if path.read_bytes().startswith(b"#!")]
    assert [str(path) for path in [*scripts, ROOT / ".ci" / "run"] if not os.access(path, os.X_OK)] == []


def test_every_module_imports_alone_quietly_and_without_an_application(tmp_path):
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in python_files("est_plugin")
    ]
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH, *modules],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == ""


def imported_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{alias.name}" for alias in names)


@pytest.mark.parametrize("room", ["db", "intake", "tasks", "layers", "export"])
def test_no_widgets_below_the_desktop_rooms(room):
    """import-linter cannot say this: it knows ``qgis`` only as a whole."""
    desktop = ("qgis.gui", "qgis.utils", "qgis.PyQt.QtWidgets")
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in python_files(f"est_plugin/{room}")
        for name in imported_names(path)
        if f"{name}.".startswith(tuple(f"{module}." for module in desktop))
    ]
    assert found == []


def asked_files() -> Iterator[tuple[str, str]]:
    """(function, name) for every literal that a module asks ``est_plugin.paths`` for."""
    for path in python_files("est_plugin"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        direct = {
            (alias.asname or alias.name): alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "est_plugin.paths"
            for alias in node.names
        }
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            match node.func:
                case ast.Attribute(value=ast.Name(id="paths"), attr=function):
                    yield function, node.args[0].value
                case ast.Name(id=name) if name in direct:
                    yield direct[name], node.args[0].value


@pytest.mark.parametrize(("function", "name"), sorted(set(asked_files())))
def test_resource_that_the_source_asks_for_exists(function, name):
    assert function in PATH_FUNCTIONS
    assert Path(getattr(paths, function)(name)).is_file()
