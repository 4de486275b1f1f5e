# SPDX-License-Identifier: GPL-2.0-or-later
"""The array types that the analysis passes around."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

FloatArray: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.signedinteger[Any]]
BoolArray: TypeAlias = npt.NDArray[np.bool_]
#: shapely geometries, one in each element.
GeometryArray: TypeAlias = npt.NDArray[np.object_]
