# SPDX-License-Identifier: GPL-2.0-or-later
"""Can a page template that somebody has edited be used? It may look as they like, but must show what a page needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # nosec B405

from est_plugin.errors import QT_TRANSLATE_NOOP, ExportError

if TYPE_CHECKING:
    from pathlib import Path

#: Kinds of items in a template file, as QGIS numbers them.
_MAP, _FRAME = "65639", "65647"
_PICTURE = "map_picture"
#: Without these nobody can tell what a sheet is, how far it may travel and whose map it shows.
_SAID = ("title", "class", "period", "source", "footer", "page")


def read_tree(path: Path) -> tuple[str, ElementTree.Element]:
    """The text of a template and its elements.

    Raises ExportError if it is none, or cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
        root = ElementTree.fromstring(text)  # nosec B314 # noqa: S314
    except (OSError, ValueError, ElementTree.ParseError) as error:
        raise refused(path) from error
    if root.tag != "Layout" or root.find("PageCollection/LayoutItem") is None:
        raise refused(path)
    return text, root


def check_own(path: Path, tree: ElementTree.Element, original: ElementTree.Element) -> None:
    """Raises ExportError if the edited template lacks, or hides, a map, a table or a text that each page needs."""
    missing = [name for name in _needed(original) if name not in _needed(tree)]
    if missing:
        raise ExportError(
            QT_TRANSLATE_NOOP("est_plugin", "The page template {path} cannot be used."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "It lacks or hides what such a page needs: {missing}. Or it is of an older version."
            ),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Mend it in QGIS, or remove the file: then the template that comes with EST is used."
            ),
            path=path,
            missing=", ".join(missing),
        )


def refused(path: Path) -> ExportError:
    """The error of a file that is no template at all."""
    return ExportError(
        QT_TRANSLATE_NOOP("est_plugin", "The page template {path} cannot be used."),
        why=QT_TRANSLATE_NOOP("est_plugin", "It is no layout template of QGIS, or has no page."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "If it is your own, remove it: then the template that comes with EST is used. If not, install the plugin "
            "again.",
        ),
        path=path,
    )


def _needed(tree: ElementTree.Element) -> list[str]:
    """Maps, tables and the picture below the map by their ids, then the variables that are shown."""
    shown = [
        item
        for item in tree.findall("LayoutItem")
        if item.get("visibility", "1") == "1" and item.get("excludeFromExports", "0") == "0"
    ]
    filled = [item.get("id", "") for item in shown if item.get("type") in (_MAP, _FRAME) or item.get("id") == _PICTURE]
    texts = "\n".join(item.get("labelText", "") for item in shown)
    return [*sorted(filter(None, filled)), *(f"@est_{name}" for name in _SAID if re.search(rf"@est_{name}\b", texts))]
