# SPDX-License-Identifier: GPL-2.0-or-later
"""Will QField and Mergin Maps take the folder as it is? What their own checkers ask, asked before it is handed out."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsVectorLayer

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.field_project import DATA, own_project

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsMapLayer

_FORBIDDEN = set('<>:|?*"\\')
_MOST_BYTES = 20_000_000


def check_package(folder: Path) -> None:
    """Read the project anew and look at every file. Raises ExportError with the first thing that would not do."""
    projects = [path for path in folder.rglob("*") if path.suffix in {".qgz", ".qgs"}]
    if len(projects) != 1:
        raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "It holds {count} projects instead of one."), count=len(projects))
    for path in folder.rglob("*"):
        if not path.name.isascii() or _FORBIDDEN & set(path.name):
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "A phone refuses the name {name}."), name=path.name)
        if path.is_file() and path.stat().st_size > _MOST_BYTES:
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "The file {name} is too large for a phone."), name=path.name)
        if path != projects[0] and path.stem == projects[0].stem:
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "{name} has the name of the project."), name=path.name)
    _check_texts(folder, projects[0])
    _check_project(folder, projects[0])


def _check_texts(folder: Path, path: Path) -> None:
    """No place of this computer stands in the project."""
    with zipfile.ZipFile(path) as archive:
        text = "".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".qgs"))
    if str(folder) in text or "saveUser" in text:
        raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "The project names this computer or who made it."))


def _check_project(folder: Path, path: Path) -> None:
    with own_project() as project:
        if not project.read(str(path), Qgis.ProjectReadFlag.DontLoadLayouts):
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "QGIS cannot read its project."))
        if project.presetHomePath():
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "Its project has a home folder of its own."))
        for layer in project.mapLayers().values():
            _check_layer(folder, layer)
        relations = project.relationManager().relations().values()
        if not relations or not all(relation.isValid() for relation in relations):
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "The observations do not hang on their stops."))


def _check_layer(folder: Path, layer: QgsMapLayer) -> None:
    source = layer.source().partition("|")[0]
    if not layer.isValid() or not source.startswith(str(folder)):
        raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "The layer {name} is not in the folder."), name=layer.name())
    if isinstance(layer, QgsVectorLayer):
        if not source.endswith(DATA) or len(layer.primaryKeyAttributes()) != 1:
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "The layer {name} has no key."), name=layer.name())
        if any("\n" in name for name in layer.fields().names()):
            raise _unfit(QT_TRANSLATE_NOOP("est_plugin", "A column of {name} has two lines."), name=layer.name())


def _unfit(why: str, **values: object) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The field package was not handed out."),
        why=why,
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose another folder and try again; tell us if it happens again."),
        **values,
    )
