# SPDX-License-Identifier: GPL-2.0-or-later
"""What is shown to everybody and what is left out, in the words of the person who approves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.sentences import span_text
from est_plugin.i18n import Language, translate, user_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.public_picture import PublicPicture


def shown_lines(plan: PackagePlan, picture: PublicPicture) -> Iterator[str]:
    """What the edition holds."""
    withheld = picture.withheld
    yield f"{plan.municipality}, {span_text(plan.period, Language(user_language()))}"
    yield translate(
        "est_plugin", "Squares: {single} of 250 m, and {merged} of 500 m, in which {cells} of 250 m are told together."
    ).format(single=withheld.single_cells, merged=withheld.merged_squares, cells=withheld.merged_cells)
    told = translate("est_plugin", "They hold {incidents} incidents; the edition says about {total}.")
    untold = translate("est_plugin", "They hold {incidents} incidents; the edition does not say so.")
    yield (told if picture.total else untold).format(incidents=withheld.shown_incidents, total=picture.total)
    yield translate("est_plugin", "Categories with a row of their own: {categories}. Measures: {measures}.").format(
        categories=len(picture.categories) - bool(withheld.together and picture.categories), measures=len(plan.measures)
    )
    yield translate(
        "est_plugin", "Types of place that are counted: {names}. If one of them is a home, do not publish."
    ).format(names=", ".join(withheld.place_types) or translate("est_plugin", "none"))
    yield translate("est_plugin", "Where people live, from: {name}.").format(name=withheld.address_source)
    if picture.are_buildings:
        yield translate("est_plugin", "Areas such as buildings stand for addresses, one each.")
    yield translate("est_plugin", "Background: {names}. None of it may show where incidents are.").format(
        names=", ".join(layer.name for layer in plan.background) or translate("est_plugin", "none")
    )
    for item in plan.measures:
        yield translate("est_plugin", "Measure {number}, {kind}: {text}").format(
            number=item.number, kind=item.kind, text=item.title or translate("est_plugin", "no text")
        )


def left_out_lines(picture: PublicPicture) -> Iterator[str]:
    """What stays in the municipality."""
    withheld, none = picture.withheld, translate("est_plugin", "none")
    yield translate(
        "est_plugin", "Squares of 250 m with incidents that are not shown: {squares}, with {incidents} incidents."
    ).format(squares=withheld.left_out_cells, incidents=withheld.left_out_incidents)
    for reason, number in withheld.not_counted.items():
        if number:
            yield translate("est_plugin", "{reason}: %n incident(s).", "", number).format(
                reason=translate("est_plugin", reason.label)
            )
    yield translate("est_plugin", "Categories that are never published: {names}.").format(
        names=", ".join(withheld.categories) or none
    )
    yield translate("est_plugin", "Categories told together only, or not at all: {names}.").format(
        names=", ".join(withheld.together) or none
    )
    yield translate("est_plugin", "Measures that are not open, or not decided: {number}.").format(
        number=withheld.measures
    )
    if withheld.unplaced_measures:
        yield translate(
            "est_plugin", "Measures told of without a place, because the ground they stand on is not shown: {number}."
        ).format(number=withheld.unplaced_measures)
    yield translate(
        "est_plugin", "Hotspots, walks, times of day, organisations that report, and every single incident."
    )
