# SPDX-License-Identifier: GPL-2.0-or-later
"""How was the rhythm of incidents found?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from est_plugin.analysis.local_hours import HOUR
from est_plugin.analysis.method_box import NO_CORRECTION, NO_TEST, MethodBox
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from est_plugin.analysis.busy_window import BusyWindow
    from est_plugin.analysis.rhythm import RhythmRequest


def method_of(request: RhythmRequest, period: tuple[int, int], window: BusyWindow | None, checksum: str) -> MethodBox:
    """The method; ``period`` is the part of the period that counts (seconds), ``checksum`` that of the incidents."""
    return MethodBox(
        question=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "At which hours of the week do incidents come? Aoristic weights; scan of windows of 2 to 12 hours on "
                "one to seven days, which count "
                "the incidents that lie in them for certain.",
            )
        ),
        null=Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "each incident falls on any hour of the period with the same chance, whatever the others do",
            )
        ),
        p_value=NO_TEST
        if window is None
        else Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "{p}, simulated, for the highest likelihood ratio of all windows (upper tail)"
            ),
            p=window.p,
        ),
        tests=0 if window is None else window.windows,
        correction=NO_CORRECTION
        if window is None
        else Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "the highest of all windows is compared with the highest of each simulation"
            )
        ),
        parameters=_parameters(request, period),
        checksum=checksum,
    )


def _parameters(request: RhythmRequest, period: tuple[int, int]) -> tuple[tuple[str, object], ...]:
    first, last = (datetime.fromtimestamp(second, request.zone).date() for second in (period[0], period[1] - 1))
    counted = (period[1] - period[0]) // HOUR
    chosen = counted if request.period is None else (request.period[1] - request.period[0]) // HOUR
    return (
        (QT_TRANSLATE_NOOP("est_plugin", "Period"), f"{first} – {last}"),
        (QT_TRANSLATE_NOOP("est_plugin", "Hours of the period"), counted),
        (
            QT_TRANSLATE_NOOP("est_plugin", "Hours of the period without reports yet, left out"),
            chosen - counted,
        ),
        (QT_TRANSLATE_NOOP("est_plugin", "Clock"), request.zone.key),
        (QT_TRANSLATE_NOOP("est_plugin", "Simulations"), request.simulations),
        (QT_TRANSLATE_NOOP("est_plugin", "Seed"), request.seed),
        (QT_TRANSLATE_NOOP("est_plugin", "Dark when the sun stands below (degrees)"), request.dark_below),
        (
            QT_TRANSLATE_NOOP("est_plugin", "Bounds"),
            Sentence(QT_TRANSLATE_NOOP("est_plugin", "95 %, gamma (Fay and Feuer 1997), for each hour by itself")),
        ),
    )
