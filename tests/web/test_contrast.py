# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands on the map and what axe-core cannot see: 3:1 against what lies around, told apart without colours."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import numpy as np
import pytest
from page_states import STATES, reach
from pixels import color, contrast, luminance, picture
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from est_plugin import paths
from est_plugin.export.measure_signs import MeasureSign

#: The states in which the map has a look of its own.
LOOKS = [state for state in STATES if state.name in {"start", "dark", "high contrast", "forced colours"}]
#: A mark's own colours from the outside inwards, and those of its figure.
MARKS = """
return [...document.querySelectorAll('.leaflet-marker-icon')].map(mark => {
  const style = getComputedStyle(mark), text = getComputedStyle(mark.querySelector('span'));
  const drawn = (width, colour) => parseFloat(width) > 0 ? [colour] : [];
  return {
    what: mark.className,
    rims: [...drawn(style.outlineWidth, style.outlineColor), ...drawn(style.borderTopWidth, style.borderTopColor),
      style.backgroundColor],
    figure: text.color,
    ground: text.backgroundColor === 'rgba(0, 0, 0, 0)' ? style.backgroundColor : text.backgroundColor
  };
});
"""
#: Places along each line of the map, with the direction across, where nothing lies over it.
LINES = """
const map = document.getElementById('map').getBoundingClientRect();
return [...document.querySelectorAll('#map .leaflet-overlay-pane path:not(.walk-edge, .place-edge)')].map(path => {
  const length = path.getTotalLength(), toScreen = path.getScreenCTM(), places = [];
  for (let along = 2; along < length - 2; along += 3) {
    const [from, at, to] = [-1, 0, 1].map(step => path.getPointAtLength(along + step).matrixTransform(toScreen));
    const across = [from.y - to.y, to.x - from.x], size = Math.hypot(...across);
    const top = document.elementFromPoint(at.x, at.y);
    const free = at.x > map.left + 12 && at.x < map.right - 12 && at.y > map.top + 12 && at.y < map.bottom - 12
      && top && !top.closest('.leaflet-marker-pane, .leaflet-popup-pane, .leaflet-control, button');
    if (free && size > 0) places.push([at.x, at.y, across[0] / size, across[1] / size]);
  }
  const style = getComputedStyle(path);
  return {stroke: style.stroke, width: parseFloat(style.strokeWidth), dashed: style.strokeDasharray !== 'none', places};
}).filter(line => line.places.length > 20);
"""
RAMPS = """
const drawn = name => getComputedStyle(document.querySelector('.ramp-' + name)).backgroundImage;
return Object.fromEntries(['heat', 'change'].map(name => [name, drawn(name).match(/rgba?\\([^)]*\\)/g)]));
"""


@pytest.mark.parametrize("state", LOOKS, ids=lambda state: state.name)
def test_marks_stand_out_from_any_ground(chromium, pages, state):
    """Two of a mark's rims differ by 9:1, so that one of them differs by 3:1 from whatever is around."""
    reach(chromium, pages["meeting"].as_uri(), state)
    marks = chromium.run(MARKS)
    assert len(marks) == 7
    for mark in marks:
        rims = [color(rim) for rim in mark["rims"]]
        assert max(contrast(one, other) for one, other in combinations(rims, 2)) >= 9, mark
        assert contrast(color(mark["figure"]), color(mark["ground"])) >= 4.5, mark


@pytest.mark.parametrize("state", LOOKS[:3], ids=lambda state: state.name)
def test_lines_on_the_map_stand_out_from_what_is_beside_them(chromium, pages, state):
    reach(chromium, pages["meeting"].as_uri(), state)
    lines = chromium.run(LINES)
    assert len(lines) >= 4
    seen = picture(chromium.screenshot())
    for line in lines:
        x, y, across_x, across_y = np.array(line["places"]).T
        reach_out = line["width"] / 2 + 1.5

        def at(distance, x=x, y=y, across_x=across_x, across_y=across_y):
            return seen[np.rint(y + across_y * distance).astype(int), np.rint(x + across_x * distance).astype(int)]

        middle = at(0)
        drawn = np.abs(middle.astype(int) - color(line["stroke"])).sum(axis=1) < 60
        assert drawn.mean() > (0.3 if line["dashed"] else 0.8), line["stroke"]
        outside = np.maximum(contrast(middle, at(reach_out)), contrast(middle, at(-reach_out)))[drawn]
        assert np.quantile(outside, 0.05) >= 3, (line["stroke"], np.quantile(outside, [0, 0.05, 0.5]))


def over_ground(css):
    """A colour of the density as it looks on the plain map."""
    *parts, opacity = (float(number) for number in re.findall(r"[0-9.]+", css))
    return opacity * np.array(parts) + (1 - opacity) * color("#f4f4f2")


def test_density_grows_darker_without_colours(chromium, pages):
    reach(chromium, pages["meeting"].as_uri(), STATES[0])
    heat = luminance(np.array([over_ground(stop) for stop in chromium.run(RAMPS)["heat"]]))
    # Each step is a third darker or more, in grey as in colour.
    assert all((after + 0.05) / (before + 0.05) < 0.75 for before, after in pairwise(heat)), heat


def test_fewer_and_more_are_both_darker_than_no_change(chromium, pages):
    reach(chromium, pages["meeting"].as_uri(), STATES[0])
    fewer, same, more = (over_ground(stop) for stop in chromium.run(RAMPS)["change"])
    assert contrast(fewer, same) >= 3
    assert contrast(more, same) >= 3
    # Blue against brown holds for every kind of colour blindness; in grey the words of the list say which it is.
    assert fewer[2] > fewer[0] + 60
    assert more[0] > more[2] + 60


def grey(sign):
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(str(paths.icon(sign.value))).render(painter, QRectF(0, 0, 24, 24))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(grey.constBits().asstring(grey.sizeInBytes()), np.uint8).reshape(24, 24).astype(float)


def test_signs_of_measures_are_told_apart_in_grey(qgis_app):
    icons = {sign: grey(sign) for sign in MeasureSign}
    assert len(icons) > 20
    for one, other in combinations(icons, 2):
        differing = np.abs(icons[one] - icons[other]) > 50
        assert differing.sum() >= 40, (one, other, differing.sum())
