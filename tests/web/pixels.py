# SPDX-License-Identifier: GPL-2.0-or-later
"""How strongly do two colours, or two pictures of one place, stand out from each other (WCAG 2.2, 1.4.3 and 1.4.11)?"""

from __future__ import annotations

import re

import numpy as np
from qgis.PyQt.QtGui import QImage


def picture(png: bytes) -> np.ndarray:
    """Height × width × 3 values of 0–255."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits().asstring(image.sizeInBytes()), np.uint8)
    return rows.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3]


def luminance(colors: np.ndarray) -> np.ndarray:
    """Relative luminance, 0 black to 1 white, of colours in the last axis."""
    values = np.asarray(colors, float) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def contrast(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """1 (the same) to 21 (black and white), by places."""
    light = luminance(one), luminance(other)
    return (np.maximum(*light) + 0.05) / (np.minimum(*light) + 0.05)


def color(css: str) -> np.ndarray:
    """A colour as the browser or a style sheet writes it; what shines through is no colour."""
    if css.startswith("#"):
        digits = css[1:] if len(css) == 7 else "".join(2 * digit for digit in css[1:])
        return np.array([int(digits[place : place + 2], 16) for place in (0, 2, 4)])
    numbers = [float(number) for number in re.findall(r"[0-9.]+", css)]
    assert len(numbers) == 3 or numbers[3] == 1, f"not opaque: {css}"
    return np.array(numbers[:3])
