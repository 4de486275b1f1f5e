# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the public page as static HTML, and what its map draws; without a script the list says the same."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from est_plugin.domain.count_class import CountClass
from est_plugin.export.public_texts import area_text, level_text, rule_texts, told_texts, total_text
from est_plugin.export.sentences import status_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from est_plugin.export.plan import MeasureItem, PackagePlan
    from est_plugin.export.public_picture import PublicPicture
    from est_plugin.i18n import Language


def public_facts(plan: PackagePlan, picture: PublicPicture, words: Language) -> str:
    """What residents ask first."""
    facts = (
        (len(picture.areas), words.translate("est_plugin", "Squares on the map"), total_text(picture, words)),
        (
            len(plan.measures),
            words.translate("est_plugin", "Measures"),
            words.translate("est_plugin", "decided, under way or done"),
        ),
    )
    items = "".join(
        f'<li><span class="figure">{figure}</span> <span class="what"><strong>{escape(what)}</strong>'
        f"<br>{escape(more)}</span></li>"
        for figure, what, more in facts
    )
    return f'<ul class="facts">{items}</ul>'


def area_list(picture: PublicPicture, words: Language) -> str:
    """The squares, those with most first; the way in to the map for the keyboard."""
    if not picture.areas:
        nothing = words.translate("est_plugin", "No square can be shown without telling of single persons.")
        return f"<p>{escape(nothing)}</p>"
    items = "".join(
        f'<li id="{area.key}"><a href="#{area.key}" data-key="{area.key}">{area.number}. {escape(area.name)}</a>'
        f"<p>{escape(area_text(area, words))}</p></li>"
        for area in picture.areas
    )
    return f'<ol class="places areas">{items}</ol>'


def square_key(words: Language) -> str:
    """What the four steps of the squares look like, in words: each square also bears its step as digits."""
    items = "".join(
        f'<span><span class="square square-{level.rank}">{level.span}</span>{escape(level_text(level, words))}</span>'
        for level in CountClass
    )
    return f'<p class="squares">{items}</p>'


def public_sections(plan: PackagePlan, picture: PublicPicture, words: Language) -> tuple[tuple[str, str, str], ...]:
    """Name, heading and content of each section below the map."""
    return (
        ("told", words.translate("est_plugin", "What you told, what we saw and did"), _told(plan, words)),
        ("measures", words.translate("est_plugin", "Measures"), _measure_table(plan, words)),
        ("counts", words.translate("est_plugin", "Incidents by category"), _category_table(picture, words)),
        ("method", words.translate("est_plugin", "What the map shows, and what it does not"), _rules(plan, words)),
    )


def public_squares(picture: PublicPicture, words: Language) -> list[dict[str, object]]:
    """What the map draws: corners on the grid, steps, no counts."""
    return [
        {
            "key": area.key,
            "rank": area.square.level.span,
            "level": area.square.level.rank,
            "name": f"{area.number}. {area.name}",
            "text": area_text(area, words),
            "shape": {"type": "Polygon", "coordinates": [_ring(area.square.west, area.square.south, area.square.side)]},
            "at": [area.square.west + area.square.side / 2, area.square.south + area.square.side / 2],
        }
        for area in picture.areas
    ]


def _ring(west: int, south: int, side: int) -> list[list[int]]:
    return [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]


def _told(plan: PackagePlan, words: Language) -> str:
    return "".join(f"<h3>{escape(head)}</h3><p>{escape(text)}</p>" for head, text in told_texts(plan, words))


def _rules(plan: PackagePlan, words: Language) -> str:
    lines = list(rule_texts(plan, words))
    contact = plan.request.contact.strip() or words.translate("est_plugin", "the municipality")
    lines.append(
        words.translate(
            "est_plugin",
            "Is something on this page hard to read or to use? Tell {contact}, who will give you the content in "
            "another way. All that the map shows stands in the list and the tables.",
        ).format(contact=contact)
    )
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _category_table(picture: PublicPicture, words: Language) -> str:
    if not picture.categories:
        nothing = words.translate(
            "est_plugin", "Categories are not told of here: the table would tell what single squares hold."
        )
        return f"<p>{escape(nothing)}</p>"
    heads = (words.translate("est_plugin", "Category"), words.translate("est_plugin", "Incidents"))
    rows = "".join(
        f'<tr><th scope="row">{escape(item.name)}</th><td>{escape(level_text(item.level, words))}</td></tr>'
        for item in picture.categories
    )
    caption = words.translate("est_plugin", "All squares that are shown together; of single squares it is not told")
    return _table(caption, heads, rows)


def _measure_table(plan: PackagePlan, words: Language) -> str:
    if not plan.measures:
        nothing = words.translate("est_plugin", "No measures are told of in this edition.")
        return f"<p>{escape(nothing)}</p>"
    heads = (
        words.translate("est_plugin", "No."),
        words.translate("est_plugin", "Measure"),
        words.translate("est_plugin", "What is done"),
        words.translate("est_plugin", "Status"),
        words.translate("est_plugin", "Who"),
        words.translate("est_plugin", "Due"),
    )
    rows = "".join(_measure_row(item, heads, words) for item in plan.measures)
    caption = words.translate("est_plugin", "Measures that are decided, under way or done")
    return f'<div class="measures">{_table(caption, heads, rows)}</div>'


def _measure_row(item: MeasureItem, heads: tuple[str, ...], words: Language) -> str:
    kind = escape(item.kind)
    name = f'<a href="#{item.key}" data-key="{item.key}">{kind}</a>' if item.wkb else kind
    texts = (item.title or "–", status_text(item, words), item.owner or "–", str(item.due_date or "–"))
    cells = "".join(
        f'<td class="{column}" data-head="{escape(head)}">{escape(text)}</td>'
        for column, head, text in zip(("title", "status", "owner", "date"), heads[2:], texts, strict=True)
    )
    return (
        f'<tr id="{item.key}" data-status="{escape(item.status.value)}"><td class="no">{item.number}</td>'
        f'<th scope="row"><span class="icon icon-{item.sign.value}"></span> {name}</th>{cells}</tr>'
    )


def _table(caption: str, heads: Iterable[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    return (
        f'<div class="scroll"><table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
