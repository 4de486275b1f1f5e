# SPDX-License-Identifier: GPL-2.0-or-later
"""Flags a measure for a reason: at its place, in its whole area, or where a person draws it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.new_measure import MeasureDraft
from est_plugin.maptools.measure_tool import MeasurePreset

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.flag_reason import FlagReason

#: What is drawn, with the label and the icon of the button that starts it.
PRESETS = {
    MeasurePreset.LIGHTING: (QT_TRANSLATE_NOOP("est_plugin", "Lighting"), "lighting"),
    MeasurePreset.SIGNAGE: (QT_TRANSLATE_NOOP("est_plugin", "Signage"), "signage"),
    MeasurePreset.TRAFFIC_BAN_STRETCH: (QT_TRANSLATE_NOOP("est_plugin", "Traffic ban, stretch"), "traffic_ban"),
    MeasurePreset.TRAFFIC_BAN_AREA: (QT_TRANSLATE_NOOP("est_plugin", "Traffic ban, area"), "traffic_ban"),
    MeasurePreset.OTHER_PLACE: (QT_TRANSLATE_NOOP("est_plugin", "Other, at a place"), "measure"),
    MeasurePreset.OTHER_STRETCH: (QT_TRANSLATE_NOOP("est_plugin", "Other, along a stretch"), "measure"),
    MeasurePreset.OTHER_AREA: (QT_TRANSLATE_NOOP("est_plugin", "Other, in an area"), "measure"),
}


class FlagMenu(QMenu):
    """The form or the tool opens when the reason has been read, in the background."""

    def __init__(
        self,
        title: str,
        session: Session,
        drawing: Drawing,
        reason: Callable[[], Callable[[], FlagReason]],
        parent: QWidget | None = None,
    ) -> None:
        """``reason`` is asked on the main thread for the work that reads the reason, which may be done in any."""
        super().__init__(title, parent)
        self.messages = session.messages
        self._session = session
        self._drawing = drawing
        self._reason = reason
        icon = QIcon(paths.icon("measure"))
        self.setIcon(icon)
        self._add(translate("est_plugin", "At the place"), icon, self._at_place)
        self._add(translate("est_plugin", "In the whole hotspot"), icon, self._in_area)
        self.addSection(translate("est_plugin", "Draw it on the map"))
        for preset, (label, name) in PRESETS.items():
            self._add(translate("est_plugin", label), QIcon(paths.icon(name)), partial(self._draw, preset))

    def _add(self, text: str, icon: QIcon, act: Callable[[FlagReason], None]) -> None:
        self.addAction(icon, text).triggered.connect(lambda _checked: self._read(act))

    @told
    def _read(self, act: Callable[[FlagReason], None]) -> None:
        # The form is modal: the read ends before it opens.
        self._session.fetch(self, self._reason(), lambda reason: QTimer.singleShot(0, lambda: self._act(act, reason)))

    @told
    def _act(self, act: Callable[[FlagReason], None], reason: FlagReason) -> None:
        act(reason)

    def _at_place(self, reason: FlagReason) -> None:
        self._drawing.flag_at(reason.place, MeasureDraft(links=reason.links))

    def _in_area(self, reason: FlagReason) -> None:
        if reason.area is None:
            raise EstError(
                QT_TRANSLATE_NOOP("est_plugin", "There is no area to flag."),
                why=QT_TRANSLATE_NOOP("est_plugin", "No hotspot is selected, and nothing else has an area."),
                what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose the place instead, or draw the area on the map."),
            )
        self._drawing.flag_at(reason.area, MeasureDraft(links=reason.links))

    def _draw(self, preset: MeasurePreset, reason: FlagReason) -> None:
        self._drawing.flag(preset, reason.links)
