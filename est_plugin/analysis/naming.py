# SPDX-License-Identifier: GPL-2.0-or-later
"""What do people call a place?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

    from est_plugin.analysis.arrays import GeometryArray


@dataclass(frozen=True)
class NamedGeometry:
    """A street (line), or a square, quarter or site (point or polygon), in the CRS of the places."""

    name: str
    geometry: BaseGeometry


def name_places(polygons: Sequence[BaseGeometry], named: Sequence[NamedGeometry]) -> list[str]:
    """A name for each of the places: that of the named geometry nearest to the centre of the place.

    Where that is a street that crosses the place, and a street of another name does so too, both give the name, the
    nearer one first: "Storgatan / Ågatan". No two places have the same name: the second gets a number ("Storgatan 2").
    Without anything that has a name, the names are empty.
    """
    usable = [one for one in named if one.name.strip() and not one.geometry.is_empty]
    if not usable:
        return [""] * len(polygons)
    names = np.array([one.name.strip() for one in usable])
    geometries: GeometryArray = np.array([one.geometry for one in usable], dtype=np.object_)
    taken: set[str] = set()
    result = []
    for polygon in polygons:
        name = _unique(_name(polygon, names, geometries), taken)
        taken.add(name)
        result.append(name)
    return result


def _name(polygon: BaseGeometry, names: npt.NDArray[np.str_], geometries: GeometryArray) -> str:
    shapely.prepare(polygon)
    by_distance = np.argsort(shapely.distance(geometries, polygon.centroid), kind="stable")
    nearest = str(names[by_distance[0]])
    crosses = (shapely.get_dimensions(geometries) == 1) & shapely.intersects(polygon, geometries)
    crossing = [str(name) for name in names[by_distance[crosses[by_distance]]]]
    if not crosses[by_distance[0]]:
        return nearest
    other = next((name for name in crossing if name != nearest), None)
    return nearest if other is None else f"{nearest} / {other}"


def _unique(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(numbered for number in count(2) if (numbered := f"{name} {number}") not in taken)
