# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the public edition say in words? The same on the page and in the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.domain.count_class import LEAST_ADDRESSES, LEAST_INCIDENTS, CountClass
from est_plugin.domain.measure import FINISHED
from est_plugin.export.sentences import span_text

if TYPE_CHECKING:
    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.public_picture import Area, PublicPicture
    from est_plugin.i18n import Language

_FEW = 3


def level_text(level: CountClass, words: Language) -> str:
    """E.g. ``10–19 incidents``."""
    if level.most is None:
        return words.translate("est_plugin", "{number} incidents or more").format(number=level.value)
    return words.translate("est_plugin", "{span} incidents").format(span=level.span)


def side_text(area: Area, words: Language) -> str:
    """How large the square is."""
    return words.translate("est_plugin", "square of {side}").format(side=f"{area.square.side}\N{NO-BREAK SPACE}m")


def area_text(area: Area, words: Language) -> str:
    """What is said of a square in one line."""
    return f"{level_text(area.square.level, words)}, {side_text(area, words)}"


def total_text(picture: PublicPicture, words: Language) -> str:
    """How many incidents the shown squares hold, roughly."""
    if not picture.total:
        return words.translate("est_plugin", "too few to tell how many incidents they hold together")
    return words.translate("est_plugin", "about {total} incidents in the squares that are shown").format(
        total=picture.total
    )


def paragraphs(plan: PackagePlan) -> list[str]:
    """What the map manager wrote, parted by empty lines."""
    written = plan.request.summary.replace("\r\n", "\n").split("\n\n")
    return [text.strip() for text in written if text.strip()]


def told_texts(plan: PackagePlan, words: Language) -> tuple[tuple[str, str], ...]:
    """Headings and texts that a meeting with residents goes through.

    The first paragraph of the summary stands at the top of the page. The further ones stand here, one under each
    heading, in this order; what is not written is said by the numbers, and what nobody can say for them stays out.
    """
    by_hand = dict(enumerate(paragraphs(plan)[1:]))
    texts = (
        (words.translate("est_plugin", "What you have told us"), _heard(plan, words)),
        (words.translate("est_plugin", "What we saw"), _seen(plan, words)),
        (words.translate("est_plugin", "What we did"), _done(plan, words)),
        (words.translate("est_plugin", "What we could not do"), ""),
    )
    return tuple(
        (head, by_hand.get(number, text)) for number, (head, text) in enumerate(texts) if by_hand.get(number, text)
    )


def _heard(plan: PackagePlan, words: Language) -> str:
    return words.translate(
        "est_plugin", "Residents, the municipality and others have reported incidents in {municipality}, {period}."
    ).format(municipality=plan.municipality, period=span_text(plan.period, words))


def _seen(plan: PackagePlan, words: Language) -> str:
    picture = plan.public
    if picture is None or not picture.areas:
        return words.translate(
            "est_plugin", "No square has incidents and people enough to be shown without telling of single persons."
        )
    text = words.translate("est_plugin", "The map has {squares} squares: {total}.").format(
        squares=len(picture.areas), total=total_text(picture, words)
    )
    levels = [item.level for item in picture.categories]
    most = [item.name for item in picture.categories if item.level is max(levels)]
    # Where many are in the highest step, nobody can say which of them is the most common.
    if 0 < len(most) <= _FEW:
        text += " " + words.translate("est_plugin", "Most common: {categories} ({level}).").format(
            categories=", ".join(most), level=level_text(max(levels), words)
        )
    return text


def _done(plan: PackagePlan, words: Language) -> str:
    if not plan.measures:
        return words.translate("est_plugin", "No measures are told of in this edition.")
    done = sum(item.status in FINISHED for item in plan.measures)
    return words.translate("est_plugin", "Measures done: {done}. Decided or under way: {open}.").format(
        done=done, open=len(plan.measures) - done
    )


def rule_texts(plan: PackagePlan, words: Language) -> tuple[str, ...]:
    """What the squares rest on, and what is not shown."""
    picture = plan.public
    texts = [
        words.translate(
            "est_plugin",
            "The numbers are reports that organisations have made, not all that happened. More reports may mean more "
            "reporting.",
        ),
        words.translate(
            "est_plugin",
            "A square of 250 m is shown if it has at least {addresses} addresses and {incidents} incidents. If one of "
            "four squares side by side has fewer, the four are shown as one of 500 m, or not at all. So nobody can "
            "be pointed out. How many incidents a square has is told in four steps.",
        ).format(addresses=LEAST_ADDRESSES, incidents=LEAST_INCIDENTS),
        words.translate(
            "est_plugin",
            "A white place on the map may have incidents: too few to be shown, or with too few people around. Reports "
            "whose type of place suggests a home, categories that may tell of homes or of single persons, and "
            "incidents whose place is not known well enough are not counted here.",
        ),
        words.translate(
            "est_plugin", "The colours are drawn from the squares, not from single incidents: they show no exact place."
        ),
    ]
    if any(item.wkb is not None for item in plan.measures):
        texts.append(
            words.translate(
                "est_plugin",
                "A measure is drawn as the square of 250 m that it stands in, where that square is shown; never as "
                "its exact place.",
            )
        )
    if picture is not None and picture.are_buildings:
        texts.append(words.translate("est_plugin", "Areas such as buildings stand for addresses, one each."))
    return tuple(texts)
