# SPDX-License-Identifier: GPL-2.0-or-later
"""Which page templates are there, whose are used, and how does a person get one of their own and lose it again?"""

from __future__ import annotations

import errno
import re
import shutil
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qgis.core import QgsExpressionContextUtils, QgsPathResolver, QgsPrintLayout, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError
from est_plugin.export.own_template import check_own, read_tree, refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qgis.core import QgsProject

#: In the order of the papers, with what each is for; those of A3 are named after those of A4.
TEMPLATES = {
    "overview": QT_TRANSLATE_NOOP("est_plugin", "Map package: overview"),
    "hotspot": QT_TRANSLATE_NOOP("est_plugin", "Map package: a hotspot"),
    "measures": QT_TRANSLATE_NOOP("est_plugin", "Map package: measures"),
    "numbers": QT_TRANSLATE_NOOP("est_plugin", "Map package: numbers"),
    "method": QT_TRANSLATE_NOOP("est_plugin", "Map package: what the numbers rest on"),
    "walk_overview": QT_TRANSLATE_NOOP("est_plugin", "Safety walk: the leader's sheet"),
    "walk_stop": QT_TRANSLATE_NOOP("est_plugin", "Safety walk: a stop"),
    "walk_more": QT_TRANSLATE_NOOP("est_plugin", "Safety walk: what goes on on the next page"),
    "walk_map": QT_TRANSLATE_NOOP("est_plugin", "Safety walk: the participants' map"),
}
_A3 = "_a3"


class Whose(StrEnum):
    """Where the template in use comes from."""

    PLUGIN = "plugin"
    ORGANISATION = "organisation"
    OWN = "own"

    @property
    def label(self) -> str:
        """Source text."""
        return _WHOSE[self]


_WHOSE = {
    Whose.PLUGIN: QT_TRANSLATE_NOOP("est_plugin", "as it comes with EST"),
    Whose.ORGANISATION: QT_TRANSLATE_NOOP("est_plugin", "the organisation's"),
    Whose.OWN: QT_TRANSLATE_NOOP("est_plugin", "your own"),
}


@dataclass(frozen=True)
class PageTemplate:
    """A template by its name, and the one that is used."""

    name: str
    #: Source text of what it is for.
    label: str
    size: str
    whose: Whose
    path: Path


def page_templates() -> list[PageTemplate]:
    """All of them; asks the folder of the organisation, which may be far away: not on the main thread."""
    names = [*TEMPLATES, *(f"{name}{_A3}" for name in TEMPLATES if paths.plugin_layout(f"{name}{_A3}").is_file())]
    return [_template(name) for name in names]


def _template(name: str) -> PageTemplate:
    path = paths.layout(name)
    plain = name.removesuffix(_A3)
    whose = {paths.own_layouts(): Whose.OWN, paths.plugin_layout(name).parent: Whose.PLUGIN}
    return PageTemplate(
        name, TEMPLATES[plain], "A4" if plain == name else "A3", whose.get(path.parent, Whose.ORGANISATION), path
    )


def own_path(name: str) -> Path:
    """Where the user's own copy lies, if there is one."""
    return paths.own_layouts() / f"{name}.qpt"


def take_own(name: str) -> None:
    """A copy of the template in use lies in the profile from now on.

    Asks the folder of the organisation, which may be far away: not on the main thread.

    Raises ExportError if there is no template to begin with, or the profile cannot be written to.
    """
    own = own_path(name)
    if not own.is_file():
        _told(own, lambda: _copy(paths.layout(name), own))


def to_edit(name: str, project: QgsProject) -> QgsPrintLayout:
    """The layout of the user's own copy, for a person to edit; see ``take_own``.

    Texts stand in it by their names. The layout belongs to the caller.

    Raises ExportError as ``take_own`` does, or if the copy is damaged.
    """
    take_own(name)
    own = own_path(name)
    text, _ = read_tree(own)
    layout = QgsPrintLayout(project)
    document = QDomDocument()
    document.setContent(text)
    files = QgsReadWriteContext()
    files.setPathResolver(QgsPathResolver(str(own)))
    if not layout.loadFromTemplate(document, files)[1]:
        raise refused(own)
    samples = {variable: f"‹{variable.removeprefix('est_')}›" for variable in re.findall(r"@(est_\w+)", text)}
    QgsExpressionContextUtils.setLayoutVariables(layout, samples)
    return layout


def keep(layout: QgsPrintLayout, name: str) -> Path:
    """Make the layout the user's own template.

    Raises ExportError, and leaves the template as it was, if it lacks what such a page needs or cannot be written.
    """
    own = own_path(name)
    draft = own.with_suffix(".draft.qpt")
    files = QgsReadWriteContext()
    files.setPathResolver(QgsPathResolver(str(own)))
    try:
        _told(own, lambda: own.parent.mkdir(parents=True, exist_ok=True))
        if not layout.saveAsTemplate(str(draft), files):
            raise _not_stored(own, OSError(errno.EIO, "QGIS"))
        check_own(own, read_tree(draft)[1], read_tree(paths.plugin_layout(name))[1])
        _told(own, lambda: draft.replace(own))
    finally:
        draft.unlink(missing_ok=True)
    return own


def give_up_own(name: str) -> None:
    """Remove the user's own copy: the organisation's or the plugin's is used again.

    Raises ExportError if it cannot be removed.
    """
    own = own_path(name)
    _told(own, lambda: own.unlink(missing_ok=True))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".draft.qpt")
    shutil.copyfile(source, draft)
    draft.replace(target)


def _told(path: Path, work: Callable[[], object]) -> None:
    try:
        work()
    except OSError as error:
        raise _not_stored(path, error) from error


def _not_stored(path: Path, error: OSError) -> ExportError:
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The page template {path} could not be stored or removed."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The computer says: {error}."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Check that you may write there, that the disk is not full and that no program has the file open.",
        ),
        path=path,
        error=error,
    )
