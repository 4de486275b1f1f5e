# SPDX-License-Identifier: GPL-2.0-or-later
"""Can the plugin run in this QGIS? It needs Python 3.11, and the libraries psycopg2 and shapely."""

from __future__ import annotations

import importlib.util
import sys

from qgis.core import Qgis

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError

_OLDEST_PYTHON = (3, 11)
_OLDEST_SHAPELY = (2, 0)


def problem() -> EstError | None:
    """Why the plugin cannot run here; None if it can."""
    if sys.version_info < _OLDEST_PYTHON:
        return EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The EST plugin cannot start."),
            why=QT_TRANSLATE_NOOP("est_plugin", "This QGIS runs on Python {version}; 3.11 or newer is needed."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Install a newer build of QGIS."),
            version=".".join(map(str, sys.version_info[:2])),
        )
    if importlib.util.find_spec("psycopg2") is None:
        return EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The EST plugin cannot start."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The Python library psycopg2 is missing."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Install psycopg2 for the Python that QGIS uses."),
        )
    if importlib.util.find_spec("shapely") is None:
        return EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The EST plugin cannot start."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The Python library shapely is missing."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Install shapely 2.0 or newer for the Python that QGIS uses."),
        )
    import shapely  # noqa: PLC0415 (it may be missing)

    if tuple(int(part) for part in shapely.__version__.split(".")[:2]) < _OLDEST_SHAPELY:
        return EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The EST plugin cannot start."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The Python library shapely is too old: {version}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Install shapely 2.0 or newer for the Python that QGIS uses."),
            version=shapely.__version__,
        )
    ours = ".".join(str(part) for part in shapely.geos_version)
    theirs = Qgis.geosVersion().split("-", maxsplit=1)[0]
    # On Linux the symbols of the GEOS that QGIS has loaded shadow those of another one, and QGIS dies with a bus error.
    if sys.platform == "linux" and ours != theirs:
        return EstError(
            QT_TRANSLATE_NOOP("est_plugin", "The EST plugin cannot start."),
            why=QT_TRANSLATE_NOOP("est_plugin", "shapely was built with GEOS {ours}, QGIS with GEOS {theirs}."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Install it anew with: pip install --no-binary shapely shapely"),
            ours=ours,
            theirs=theirs,
        )
    return None
