# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the dark stretches along the selected walk, and tells how dark it is when people walk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QPoint

from est_plugin.analysis.dark_stretches import find_dark_stretches
from est_plugin.analysis.nightfall import Place, walk_light
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.lighting_page import lighting_page
from est_plugin.gui.lamp_mapping_dialog import LampMappingDialog
from est_plugin.gui.lighting_window import LightingAnswer, LightingWindow
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers import lamp_memory
from est_plugin.layers.answer_layer import DARK_STRETCHES, put_on_map
from est_plugin.layers.dark_layer import dark_layer
from est_plugin.layers.lamp_layer import lamp_request, lamps_of
from est_plugin.layers.shown_walk import walk_on_map
from est_plugin.layers.wgs84 import longitude_latitude
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateTransformContext, QgsVectorLayer

    from est_plugin.analysis.dark_stretches import Lamps
    from est_plugin.analysis.nightfall import WalkLight
    from est_plugin.feedback import Feedback
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.lamp_layer import LampMapping
    from est_plugin.layers.shown_rows import ShownWalk
    from est_plugin.layers.shown_walk import WalkOnMap


@dataclass(frozen=True)
class _Found:
    answer: LightingAnswer
    layer: QgsVectorLayer


def _act(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    lamps = lamp_memory.lamp_layer(session.project)
    entry = session.settings.lamp_fields
    mapping = None if lamps is None else lamp_memory.mapping_of(session.project, lamps, entry)
    if lamps is None or mapping is None:
        _ask_register(session, drawing, walk)
    else:
        _find(session, drawing, walk, lamps, mapping)


def _ask_register(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    """Ask what the lamp register holds, then find."""
    if LampMappingDialog(session, drawing.window).exec():
        _act(session, drawing, walk)


def _find(session: Session, drawing: Drawing, walk: ShownWalk, lamps: QgsVectorLayer, mapping: LampMapping) -> None:
    read_walk = walk_on_map(session.project, walk.uuid)
    source, fields, register = QgsVectorLayerFeatureSource(lamps), lamps.fields(), lamps.name()
    context, distance = session.project.transformContext(), session.settings.lamp_distance.value()
    words = Language(user_language())

    def read_lamps(at: WalkOnMap) -> Lamps:
        request = lamp_request(fields, mapping, at.crs, context)
        return lamps_of(answered_features(source, request), mapping)

    def work(feedback: Feedback) -> _Found:
        at = read_walk()
        found = find_dark_stretches([at.line], read_lamps(at), feedback, distance=distance)
        light = _light(at, context)
        page = lighting_page(found, light, words, about=f"{at.title} · {register}")
        layer = dark_layer(found, at.crs.authid(), page.title, words)
        answer = LightingAnswer(page, found, at, None if at.has_light else light.at_middle)
        return _Found(answer, layer)

    def show(found: _Found) -> None:
        put_on_map(session.project, found.layer, DARK_STRETCHES)
        window = LightingWindow(
            drawing.window, session, found.answer, ask_register=lambda: _ask_register(session, drawing, walk)
        )
        window.show()
        # At the left edge of the desktop, so that the stretches are seen on the map.
        window.move(drawing.window.mapToGlobal(QPoint(0, 0)).x(), window.y())

    session.run(translate("est_plugin", "Dark stretches"), work, show)


def _light(walk: WalkOnMap, context: QgsCoordinateTransformContext) -> WalkLight:
    """On the day of the walk, today if it has none, at the middle of its route."""
    middle = walk.line.interpolate(0.5, normalized=True)
    at = longitude_latitude(np.array([middle.x]), np.array([middle.y]), walk.crs, context)
    day = (walk.starts or datetime.now(LOCAL_ZONE)).date()
    midnight = datetime.combine(day, time(), LOCAL_ZONE)
    start = None if walk.starts is None else int(walk.starts.timestamp())
    place = Place(float(at.longitude[0]), float(at.latitude[0]))
    return walk_light(place, int(midnight.timestamp()), start, walk.minutes)


DARK_STRETCHES_ACTION = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Dark stretches"),
    QT_TRANSLATE_NOOP(
        "est_plugin",
        "Where has the route no working lamp near, and is it dark when people walk? Uses the lamp register.",
    ),
    "lighting",
    _act,
)
