# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts what the observations of the selected walk propose on the map as measures, those that a person ticks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError, InputError
from est_plugin.gui.ticked_lines import TickedLines
from est_plugin.gui.walk_actions import WalkAction
from est_plugin.i18n import Language, translate, user_language
from est_plugin.layers.observation_measures import add_proposed, proposed_by_observations

if TYPE_CHECKING:
    from est_plugin.gui.drawing import Drawing
    from est_plugin.gui.session import Session
    from est_plugin.layers.observation_measures import ProposedMeasure, ProposedMeasures
    from est_plugin.layers.shown_rows import ShownWalk


def _propose(session: Session, drawing: Drawing, walk: ShownWalk) -> None:
    read = proposed_by_observations(
        session.project, walk.uuid, session.code_lists.measure_kinds, Language(user_language())
    )
    # The dialog is modal: the read ends before it opens.
    session.fetch(_propose, read, lambda found: QTimer.singleShot(0, partial(_choose, session, drawing, found)))


def _choose(session: Session, drawing: Drawing, found: ProposedMeasures) -> None:
    try:
        chosen = _ask(session, drawing, found)
        if chosen:
            add_proposed(session.project, chosen)
            session.messages.success(
                translate("est_plugin", "%n measure(s) proposed. Look at them, then save.", "", len(chosen))
            )
    except EstError as error:
        session.messages.error(error)


def _ask(session: Session, drawing: Drawing, found: ProposedMeasures) -> list[ProposedMeasure]:
    if not found.measures:
        raise _nothing(found.without_place)
    owners = {one.code: one.name(user_language()) for one in session.code_lists.organisations}
    dialog = TickedLines(
        drawing.window,
        title=translate("est_plugin", "Measures of the observations"),
        note=_note(found.without_place),
        do=translate("est_plugin", "Propose"),
    )
    for measure in found.measures:
        dialog.add(_line(measure, owners), is_ticked=True)
    chosen = [found.measures[row] for row in dialog.ticked()] if dialog.exec() else []
    dialog.deleteLater()
    return chosen


def _note(without_place: int) -> str:
    note = translate(
        "est_plugin",
        "Each begins as a proposal where it was seen, linked to the observation, the stop and its hotspot, and is "
        "saved when you save. What is answered with done or will not be done, or has a measure, is not listed.",
    )
    if not without_place:
        return note
    missing = translate(
        "est_plugin", "%n proposal(s) cannot be put on the map: the stop has no place.", "", without_place
    )
    return f"{note} {missing}"


def _line(measure: ProposedMeasure, owners: dict[str, str]) -> str:
    draft = measure.draft
    stop = translate("est_plugin", "Stop {number}").format(number=measure.stop or "–")
    owner = owners.get(draft.owner, draft.owner)
    due = "" if draft.due_date is None else draft.due_date.isoformat()
    return " · ".join(part for part in (stop, draft.title, owner, due) if part)


def _nothing(without_place: int) -> InputError:
    if without_place:
        return InputError(
            QT_TRANSLATE_NOOP("est_plugin", "No measure can be put on the map."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The stops with proposals have no place on the map."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Set the stops on the map, then try again."),
        )
    return InputError(
        QT_TRANSLATE_NOOP("est_plugin", "There is no measure to make."),
        why=QT_TRANSLATE_NOOP(
            "est_plugin",
            "No observation of the walk proposes one that is not done, declined or on the map already.",
        ),
        what_next=QT_TRANSLATE_NOOP("est_plugin", "Choose a proposed measure in the form of an observation first."),
    )


OBSERVATION_MEASURES = WalkAction(
    QT_TRANSLATE_NOOP("est_plugin", "Measures of the observations…"),
    QT_TRANSLATE_NOOP("est_plugin", "Flag what the observations of the selected walk propose, all at once."),
    "measure",
    _propose,
)
