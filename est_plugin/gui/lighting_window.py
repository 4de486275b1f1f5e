# SPDX-License-Identifier: GPL-2.0-or-later
"""The dark stretches of a walk in a window beside the map, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialogButtonBox

from est_plugin.analysis.lighting_proposals import propose_lighting
from est_plugin.gui.lighting_choice import LightingChoice
from est_plugin.gui.messages import told
from est_plugin.gui.result_window import ResultWindow
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.lighting_measures import add_lighting, known_lighting, measure_of
from est_plugin.layers.walk_light import enter_light

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.PyQt.QtWidgets import QPushButton, QWidget

    from est_plugin.analysis.dark_stretches import DarkStretches
    from est_plugin.analysis.lighting_proposals import KnownMeasure
    from est_plugin.domain.walk import LightCondition
    from est_plugin.export.result_page import ResultPage
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_walk import WalkOnMap

#: Width in pixels of a window whose result is on the map too.
_BESIDE_THE_MAP = 640


@dataclass(frozen=True)
class LightingAnswer:
    """What was found along a walk."""

    page: ResultPage
    found: DarkStretches
    walk: WalkOnMap
    #: What the protocol may say of the light, if the walk has a time and says nothing yet.
    light: LightCondition | None


class LightingWindow(ResultWindow):
    """``ask_register`` asks again what the lamp register holds."""

    def __init__(
        self, parent: QWidget, session: Session, answer: LightingAnswer, ask_register: Callable[[], None]
    ) -> None:
        super().__init__(parent, session.messages, answer.page)
        self._session = session
        self._answer = answer
        self._words = Language(user_language())
        #: The choice that was opened last.
        self.choice: LightingChoice | None = None
        self.propose_button = self._button(translate("est_plugin", "Propose lighting measures"), self.propose)
        self.propose_button.setEnabled(bool(propose_lighting(answer.found, ())))
        self._ask_register = ask_register
        self.register_button = self._button(translate("est_plugin", "Lamp register…"), self.ask_register)
        self.light_button: QPushButton | None = None
        if answer.light is not None:
            name = translate("est_plugin", answer.light.label)
            self.light_button = self._button(
                translate("est_plugin", "Enter “{light}” in the protocol").format(light=name), self.enter_light
            )
        self.resize(_BESIDE_THE_MAP, self.height())

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda _checked: act())
        return button

    @told
    def propose(self) -> None:
        """Look which lighting measures there are already, then let the person choose."""
        self._session.fetch(self, known_lighting(self._session.project), self._choose)

    @told
    def _choose(self, known: tuple[KnownMeasure, ...]) -> None:
        organisations = self._session.code_lists.organisations
        measures = [
            measure_of(proposal, self._answer.walk, organisations, self._words)
            for proposal in propose_lighting(self._answer.found, known)
        ]
        self.choice = LightingChoice(self, measures)
        chosen = self.choice.chosen if self.choice.exec() else []
        if chosen:
            add_lighting(self._session.project, chosen)
            self.messages.success(
                translate("est_plugin", "%n lighting measure(s) proposed. Look at them, then save.", "", len(chosen))
            )

    @told
    def ask_register(self) -> None:
        """Ask again, and open another window with what is found then."""
        self._ask_register()

    @told
    def enter_light(self) -> None:
        """Write the light into the protocol, if nobody has yet."""
        if self._answer.light is not None and self.light_button is not None:
            enter_light(self._session.project, self._answer.walk.uuid, self._answer.light)
            self.light_button.setEnabled(False)
