# SPDX-License-Identifier: GPL-2.0-or-later
"""GDAL as it was before 3.6: its layers stream no columns."""

from __future__ import annotations

from osgeo import gdal


class _Old:
    """A dataset or a layer of it, without what GDAL 3.6 brought."""

    def __init__(self, real: object) -> None:
        self._real = real

    def __getattr__(self, name: str) -> object:
        if name.startswith("GetArrowStream"):
            raise AttributeError(name)
        found = getattr(self._real, name)
        return (lambda *asked: _Old(found(*asked))) if name in {"GetLayer", "GetLayerByName"} else found


def use_old_gdal(monkeypatch: object) -> None:
    """Let whoever opens a dataset get one of an old GDAL, until the end of the test."""
    real = gdal.OpenEx
    monkeypatch.setattr(gdal, "OpenEx", lambda *asked, **options: _Old(real(*asked, **options)))
