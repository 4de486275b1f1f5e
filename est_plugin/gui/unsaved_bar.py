# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar that says what is not saved, with Save and Undo all; and the question before it would be left behind."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from est_plugin.db.guard import TOLD_APART
from est_plugin.gui.bar import Bar, Tone
from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.roles import MEASURE_ROLES, LayerRole
from est_plugin.layers.unsaved import discard_all, save_all, unsaved_rows

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from est_plugin.gui.session import Session


class UnsavedBar(Bar):
    """Hidden while everything is saved. Follows our buttons and QGIS's own alike."""

    def __init__(self, session: Session) -> None:
        super().__init__(Tone.UNSAVED)
        self._session = session
        self.messages = session.messages
        self.save_button = self.add_button(translate("est_plugin", "Save"), self.save)
        self.discard_button = self.add_button(translate("est_plugin", "Undo all"), self.discard)
        session.layer_events.edited.connect(self.refresh)
        self.refresh()

    @told
    def refresh(self) -> None:
        """Say what is not saved now."""
        things = unsaved_text(self._session.project)
        self.text.setText(translate("est_plugin", "Not saved: {things}").format(things=things))
        self.setVisible(bool(things))

    @told
    def save(self) -> None:
        """Store everything that was drawn or changed."""
        # What clashes with the work of others, or with the method, is told whoever saves.
        with suppress(*TOLD_APART):
            save_all(self._session.project)

    @told
    def discard(self) -> None:
        """Drop everything that is not saved, if the person agrees."""
        box = _question(self, translate("est_plugin", "Undo everything that is not saved?"), self._session.project)
        undo = box.addButton(translate("est_plugin", "Undo all"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.exec()
        if box.clickedButton() is undo:
            discard_all(self._session.project)


def may_leave(session: Session, parent: QWidget, question: str = "") -> bool:
    """Settle what is not saved before other layers take its place, as QGIS does before it closes a project.

    False if the person wants to stay, or the database refused (which is told).

    Raises EstError if QGIS refuses to drop edits.
    """
    if unsaved_text(session.project):
        text = question or translate("est_plugin", "Save before the other database is opened?")
        box = _question(parent, text, session.project)
        save = box.addButton(translate("est_plugin", "Save"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(translate("est_plugin", "Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.exec()
        if box.clickedButton() is save:
            try:
                save_all(session.project)
            except TOLD_APART:
                return False
        elif box.clickedButton() is not drop:
            return False
    discard_all(session.project)
    return True


def unsaved_text(project: QgsProject) -> str:
    """What is not saved, such as “2 measures and 1 route”; empty if all is."""
    counts: Counter[LayerRole] = Counter()
    for rows in unsaved_rows(project):
        counts[MEASURE_ROLES[0] if rows.role in MEASURE_ROLES else rows.role] += rows.count
    things = [_things(role, count) for role, count in counts.items()]
    if len(things) < 2:  # noqa: PLR2004 (a list needs two)
        return "".join(things)
    return translate("est_plugin", "{first} and {last}").format(first=", ".join(things[:-1]), last=things[-1])


def _things(role: LayerRole, count: int) -> str:  # noqa: PLR0911 (one for each noun)
    match role:
        case LayerRole.INCIDENTS:
            return translate("est_plugin", "%n incident(s)", "", count)
        case LayerRole.HOTSPOTS:
            return translate("est_plugin", "%n hotspot(s)", "", count)
        case LayerRole.WALKS:
            return translate("est_plugin", "%n route(s)", "", count)
        case LayerRole.WALK_STOPS:
            return translate("est_plugin", "%n stop(s)", "", count)
        case LayerRole.TRAFFIC_RULES:
            return translate("est_plugin", "%n traffic rule(s)", "", count)
        case LayerRole.MEASURE_INCIDENTS:
            return translate("est_plugin", "%n link(s) to incidents", "", count)
        case LayerRole.PARTICIPANTS:
            return translate("est_plugin", "%n role(s) of participants", "", count)
        case LayerRole.OBSERVATIONS:
            return translate("est_plugin", "%n observation(s)", "", count)
    return translate("est_plugin", "%n measure(s)", "", count)


def _question(parent: QWidget, question: str, project: QgsProject) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("EST")
    box.setText(question)
    box.setInformativeText(translate("est_plugin", "Not saved: {things}").format(things=unsaved_text(project)))
    return box
