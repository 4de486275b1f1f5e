# SPDX-License-Identifier: GPL-2.0-or-later
"""How are the dark stretches of a route told, and the light at the time of the walk?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.analysis.dark_stretches import Light
from est_plugin.db.times import LOCAL_ZONE
from est_plugin.domain.walk import LightCondition
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.result_page import ResultPage, ResultTable
from est_plugin.i18n import CONTEXT
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.analysis.dark_stretches import BrokenLamp, DarkStretches, Stretch
    from est_plugin.analysis.nightfall import Evening, WalkLight
    from est_plugin.i18n import Language

#: Of a long list the first are told; all of them stand in the layer.
_ROWS = 60
_HEADER = (
    QT_TRANSLATE_NOOP("est_plugin", "From, m"),
    QT_TRANSLATE_NOOP("est_plugin", "To, m"),
    QT_TRANSLATE_NOOP("est_plugin", "Length, m"),
    QT_TRANSLATE_NOOP("est_plugin", "Light"),
    QT_TRANSLATE_NOOP("est_plugin", "Nearest lamp, m"),
    QT_TRANSLATE_NOOP("est_plugin", "Broken lamps"),
)
_ROUTE = QT_TRANSLATE_NOOP("est_plugin", "Route")


def lighting_page(
    found: DarkStretches, light: WalkLight | None, words: Language, *, routes: int = 1, about: str = ""
) -> ResultPage:
    """The page, in the language of ``words``; with several routes each stretch says which it is on."""
    header = (_ROUTE, *_HEADER) if routes > 1 else _HEADER
    rows = tuple(_row(stretch, words, has_route=routes > 1) for stretch in found.stretches[:_ROWS])
    title = words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Stretches along the route"))
    table = ResultTable(title, tuple(words.translate(CONTEXT, name) for name in header), rows)
    return ResultPage(
        title=words.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Dark stretches")),
        sentences=tuple(words.say(sentence) for sentence in _sentences(found, light)),
        charts=(),
        tables=(table,) if rows else (),
        method=tuple(_method(found, words)),
        about=about,
    )


def _sentences(found: DarkStretches, light: WalkLight | None) -> Iterator[Sentence]:
    yield _result(found)
    unknown = found.total(Light.UNKNOWN)
    if unknown and found.share is not None:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Not known: {unknown} m. There the lamp register does not reach, which does not mean that it is dark.",
            ),
            unknown=round(unknown),
        )
    if found.assumed:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Along {assumed} m the light comes only from lamps of which the register does not say whether they "
                "work. They count as working: look at them on the walk.",
            ),
            assumed=round(found.assumed),
        )
    if light is not None:
        yield from _times(light)
    if len(found.stretches) > _ROWS:
        yield Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "The first {shown} stretches are listed; the layer holds all."),
            shown=_ROWS,
        )


def _result(found: DarkStretches) -> Sentence:
    dark = found.total(Light.DARK)
    if found.share is None:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "Nothing can be said of the light: the lamp register has no lamps where the route goes.",
            )
        )
    if not dark:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Wherever the lamp register reaches, the route has a working lamp within {distance} m."
            ),
            distance=found.distance,
        )
    return Sentence(
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Without a working lamp within {distance} m: {dark} of {known} m, {share} %. Dark stretches: {count}.",
        ),
        distance=found.distance,
        dark=round(dark),
        known=round(found.length - found.total(Light.UNKNOWN)),
        share=round(100 * found.share),
        count=found.count(Light.DARK),
    )


def _times(light: WalkLight) -> Iterator[Sentence]:
    """The light on the walk, and when the evening of its day gets dark."""
    if light.start is None or light.end is None:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "The walk has no time yet. Enter when it starts in its form; below is today's evening."
            )
        )
    elif light.start == light.end:
        yield Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "At {moment} the light is: {light}."),
            moment=_moment(light.start),
            light=light.at_start,
        )
    else:
        yield Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "The walk starts {start} ({before}) and ends about {end} ({after})."),
            start=_moment(light.start),
            before=light.at_start,
            end=_clock(light.end),
            after=light.at_end,
        )
    yield _evening(light.evening)
    is_dark = LightCondition.DARK in {light.at_start, light.at_middle, light.at_end}
    if light.start is not None and not is_dark and light.evening.dark_from is not None:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "Lamps are hard to judge before {dark}: start the walk after it to see them in the dark."
            ),
            dark=_clock(light.evening.dark_from),
        )


def _evening(evening: Evening) -> Sentence:
    if evening.dark_from is None:
        if evening.sunset is None and evening.sun_is_up:
            return Sentence(QT_TRANSLATE_NOOP("est_plugin", "That day the sun does not set: it is never dark."))
        return Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin", "That night it does not get dark: the twilight lasts until the sun rises again."
            )
        )
    if evening.dark_until is None:
        return Sentence(QT_TRANSLATE_NOOP("est_plugin", "That day it is dark all day and night."))
    dark = {"dark": _moment(evening.dark_from), "until": _clock(evening.dark_until)}
    if evening.sunset is None:
        return Sentence(
            QT_TRANSLATE_NOOP("est_plugin", "That day the sun does not rise. It is dark from {dark} to {until}."),
            **dark,
        )
    return Sentence(
        QT_TRANSLATE_NOOP("est_plugin", "The sun sets at {sunset}. It is dark from {dark} to {until}."),
        sunset=_clock(evening.sunset),
        **dark,
    )


def _row(stretch: Stretch, words: Language, *, has_route: bool) -> tuple[str | int | float, ...]:
    return (
        *((stretch.route + 1,) if has_route else ()),
        round(stretch.start),
        round(stretch.end),
        round(stretch.length),
        words.translate(CONTEXT, stretch.light.label),
        "–" if stretch.nearest is None else round(stretch.nearest),
        _broken(stretch.broken, words),
    )


def _broken(lamps: tuple[BrokenLamp, ...], words: Language) -> str:
    """The pole ids, and how many lamps have none."""
    poles = [lamp.pole for lamp in lamps if lamp.pole]
    rest = len(lamps) - len(poles)
    if rest:
        without = Sentence(QT_TRANSLATE_NOOP("est_plugin", "{number} without a pole id"), number=rest)
        poles.append(words.say(without))
    return ", ".join(poles)


def _method(found: DarkStretches, words: Language) -> Iterator[tuple[str, str]]:
    values = (
        Sentence(_QUESTION),
        found.distance,
        Sentence(_REACH, reach=found.reach),
        found.lamps,
        found.broken,
        found.unknown,
        Sentence(_TWILIGHT),
        Sentence(_LEFT_OUT),
        paths.version(),
    )
    for name, value in zip(_METHOD, values, strict=True):
        yield words.translate(CONTEXT, name), words.tell(value)


_METHOD = (
    QT_TRANSLATE_NOOP("est_plugin", "Question"),
    QT_TRANSLATE_NOOP("est_plugin", "A lamp lights, metres"),
    QT_TRANSLATE_NOOP("est_plugin", "Where the register reaches"),
    QT_TRANSLATE_NOOP("est_plugin", "Lamps in the register"),
    QT_TRANSLATE_NOOP("est_plugin", "Of them out of order"),
    QT_TRANSLATE_NOOP("est_plugin", "Of them not known to work"),
    QT_TRANSLATE_NOOP("est_plugin", "Dark"),
    QT_TRANSLATE_NOOP("est_plugin", "Not in it"),
    QT_TRANSLATE_NOOP("est_plugin", "Version of the EST plugin"),
)
_QUESTION = QT_TRANSLATE_NOOP(
    "est_plugin",
    "Which parts of the route lie outside every circle round a working lamp? By geometry, not by sampling.",
)
_REACH = QT_TRANSLATE_NOOP(
    "est_plugin",
    "between its lamps (their convex hull), within {reach} m of a lamp; elsewhere nothing is called dark",
)
_TWILIGHT = QT_TRANSLATE_NOOP(
    "est_plugin", "after civil twilight, the sun six degrees below the horizon (equations of NOAA, after Meeus)"
)
_LEFT_OUT = QT_TRANSLATE_NOOP(
    "est_plugin", "how strong a lamp is, what shades it, and light from windows and signs: the walk shows that"
)


def _moment(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, LOCAL_ZONE):%Y-%m-%d %H:%M}"


def _clock(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, LOCAL_ZONE):%H:%M}"
