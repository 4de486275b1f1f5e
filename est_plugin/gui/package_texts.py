# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the page Meeting say of a package before it is written: its edition, its contents, its size?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.domain.edition import Edition, Part
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.basis import waiting_text
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.contents import PackageContents
    from est_plugin.export.estimate import Estimate
    from est_plugin.export.request import PackageRequest

_MB = 1e6
_MINUTE = 60
#: Seconds from which on nobody counts each.
_MANY_S = 90
_EDITIONS = {
    Edition.WORKING: QT_TRANSLATE_NOOP(
        "est_plugin",
        "For those who work with the places: single incidents with place, category and time, all measures. "
        "At most the class {info_class}.",
    ),
    Edition.MEETING: QT_TRANSLATE_NOOP(
        "est_plugin",
        "For a meeting of several parties: places, causes, measures and who is responsible, walks. "
        "At most the class {info_class}.",
    ),
    Edition.STRATEGIC: QT_TRANSLATE_NOOP(
        "est_plugin",
        "For decisions: places, causes and numbers, the measures as a summary. At most the class {info_class}.",
    ),
    Edition.PUBLIC: QT_TRANSLATE_NOOP(
        "est_plugin",
        "For everyone: classes of numbers for larger areas, small numbers left out, and only measures of the class "
        "{info_class}. You approve it before it is handed out.",
    ),
}


def edition_text(edition: Edition) -> str:
    """What may be in it, and its highest class."""
    return translate("est_plugin", _EDITIONS[edition]).format(info_class=translate("est_plugin", edition.ceiling.label))


def contents_lines(request: PackageRequest, found: PackageContents) -> Iterator[str]:
    """What goes along, what stays, and what the numbers leave out."""
    period = request.period
    yield translate("est_plugin", "{first} – {last}, information class {info_class}").format(
        first=period.start, last=period.last_day, info_class=translate("est_plugin", found.info_class.label)
    )
    counts = list(_counts(request, found))
    if counts:
        yield " ".join(counts)
    if found.held_back:
        yield translate(
            "est_plugin", "%n hotspot(s) and measure(s) stay(s) because of their class.", "", found.held_back
        )
    if request.has(Part.INCIDENTS):
        yield translate(
            "est_plugin", "%n incident(s) go along with place, category and time, without descriptions.", "",
            found.incidents,
        )  # fmt: skip
    else:
        yield translate("est_plugin", "No single incidents and no descriptions go along.")
    yield waiting_text(found.waiting, Language(user_language()))
    if found.stacked:
        yield translate("est_plugin", "The hotspots leave out %n report(s) stacked on one point.", "", found.stacked)


def _counts(request: PackageRequest, found: PackageContents) -> Iterator[str]:
    if request.has(Part.HOTSPOTS):
        yield translate("est_plugin", "Hotspots: {count}.").format(count=found.hotspots)
    if request.has(Part.MEASURES) or request.has(Part.MEASURE_SUMMARY):
        yield translate("est_plugin", "Measures: {count}.").format(count=found.measures)
    if request.has(Part.WALKS):
        yield translate("est_plugin", "Safety walks: {count}.").format(count=found.walks)
    if request.has(Part.OBSERVATIONS) and found.observations:
        yield translate("est_plugin", "Observations: {count}.").format(count=found.observations)


def estimate_lines(estimate: Estimate) -> Iterator[str]:
    """Size and time before the start, and a warning of what mail or a slow computer will not take."""
    yield translate("est_plugin", "About {size}, {time}.").format(
        size=size_text(estimate.archive), time=_time_text(estimate.seconds)
    )
    if estimate.is_page_large:
        yield translate(
            "est_plugin",
            "⚠ The map page will be about {size} and slow to open on an old computer. Choose a calmer background.",
        ).format(size=size_text(estimate.page))
    if estimate.is_archive_large:
        yield translate(
            "est_plugin",
            "⚠ The zip will be too large for most mail. Choose a coarser quality, or leave something out.",
        )


def size_text(size: float) -> str:
    """E.g. ``6 MB``; below two megabytes with one decimal."""
    megabytes = size / _MB
    number = f"{megabytes:.0f}" if megabytes >= 2 else Language(user_language()).tell(round(max(megabytes, 0.1), 1))  # noqa: PLR2004 (a decimal matters below)
    return f"{number} MB"


def _time_text(seconds: float) -> str:
    if seconds >= _MANY_S:
        return translate("est_plugin", "%n minute(s)", "", round(seconds / _MINUTE))
    return translate("est_plugin", "%n second(s)", "", max(1, round(seconds)))
