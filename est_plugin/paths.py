# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plugin's own files are.

In a checkout ``resources/`` and ``i18n/`` stand beside ``est_plugin/``; in the installed plugin they are inside it.
"""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from qgis.core import QgsApplication, QgsSettings

from est_plugin import settings

PLUGIN_FOLDER = Path(__file__).resolve().parent
_ROOT = PLUGIN_FOLDER if (PLUGIN_FOLDER / "resources").is_dir() else PLUGIN_FOLDER.parent

RESOURCES = _ROOT / "resources"
TRANSLATIONS = _ROOT / "i18n"
DOCS = _ROOT / "docs"


def icon(name: str) -> str:
    """Path of an icon, for QIcon; ``name`` without ``.svg``."""
    return str(RESOURCES / "icons" / f"{name}.svg")


def style(name: str) -> Path:
    """Path of a layer style; ``name`` without ``.qml``."""
    return RESOURCES / "styles" / f"{name}.qml"


def layout(name: str) -> Path:
    """Path of a print layout template; ``name`` without ``.qpt``.

    The user's own copy goes before that of the organisation, and both before the plugin's, which an update replaces.
    """
    folders = (own_layouts(), organisation_layouts())
    copies = (folder / f"{name}.qpt" for folder in folders if folder is not None)
    return next((copy for copy in copies if copy.is_file()), plugin_layout(name))


def plugin_layout(name: str) -> Path:
    """Path of a template as it comes with the plugin; ``name`` without ``.qpt``."""
    return RESOURCES / "layouts" / f"{name}.qpt"


def own_layouts() -> Path:
    """Where the user's own templates lie, in the profile; need not be there."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "est_plugin" / "layouts"


def organisation_layouts() -> Path | None:
    """The folder with the organisation's templates; None if none is set."""
    folder = str(QgsSettings().value(settings.LAYOUT_FOLDER) or "")
    return Path(folder) if folder else None


def web(name: str) -> Path:
    """Path of a file of the package viewer."""
    return RESOURCES / "web" / name


def catalogue(name: str) -> Path:
    """Path of a default code list; ``name`` without ``.json``."""
    return RESOURCES / "catalogues" / f"{name}.json"


def version() -> str:
    """Version of the plugin, as its metadata say it."""
    metadata = ConfigParser()
    metadata.read(PLUGIN_FOLDER / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def journal_folder() -> Path:
    """Where unsaved work is noted, in the profile of the user."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "est_plugin" / "journal"


def background_folder() -> Path:
    """Where drawn backgrounds of packages are kept, in the profile of the user."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "est_plugin" / "backgrounds"
