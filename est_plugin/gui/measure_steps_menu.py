# SPDX-License-Identifier: GPL-2.0-or-later
"""Which step do the selected measures take next? The menu behind the button and in the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialog, QMenu

from est_plugin.domain.measure_steps import steps_from
from est_plugin.gui.measure_step_dialog import MeasureStepDialog, translated
from est_plugin.gui.messages import told
from est_plugin.i18n import translate, user_language
from est_plugin.layers.measure_steps import awaits_save, latest_step_day, take_step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.domain.measure import MeasureStatus
    from est_plugin.gui.session import Session
    from est_plugin.layers.shown_rows import ShownMeasure


class MeasureStepsMenu(QMenu):
    """Offers the steps that all of the selected measures may take, and no others."""

    def __init__(self, session: Session, parent: QWidget, selected: Callable[[], Sequence[ShownMeasure]]) -> None:
        """``selected`` gives the measures that take the step."""
        super().__init__(translate("est_plugin", "Next step"), parent)
        self.messages = session.messages
        self._session = session
        self._selected = selected
        #: In which status a measure was paused, by uuid.
        self.paused_in: Mapping[str, MeasureStatus] = {}
        self.aboutToShow.connect(self._offer)

    @told
    def _offer(self) -> None:
        self.clear()
        chosen = self._selected()
        if not chosen:
            self._say(translate("est_plugin", "Select a measure in the list first."))
        elif any(awaits_save(self._session.project, measure.place) for measure in chosen):
            self._say(translate("est_plugin", "Save first: each step is dated by itself."))
        else:
            self._offer_steps(chosen)

    def _offer_steps(self, chosen: Sequence[ShownMeasure]) -> None:
        first, *others = (steps_from(measure.status, self.paused_in.get(measure.uuid)) for measure in chosen)
        common = [status for status in first if all(status in steps for steps in others)]
        for status in common:
            self.addAction(translated(status)).triggered.connect(partial(self._take, status))
        if not common:
            self._say(translate("est_plugin", "These measures have no next step in common."))

    def _say(self, text: str) -> None:
        self.addAction(text).setEnabled(False)

    @told
    def _take(self, status: MeasureStatus, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (Qt's signature)
        chosen = self._selected()
        kinds = {code.code: code.name(user_language()) for code in self._session.code_lists.measure_kinds}
        titles = [measure.title or kinds.get(measure.kind, "") for measure in chosen]
        shown = titles[0] if len(titles) == 1 else translate("est_plugin", "%n measure(s)", "", len(titles))
        places = [measure.place for measure in chosen]
        latest = latest_step_day(self._session.project, places)
        dialog = MeasureStepDialog(status, shown, latest, self.parentWidget().window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            take_step(self._session.project, places, dialog.step())
        dialog.deleteLater()
