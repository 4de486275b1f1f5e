# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies beside the public page: the tables, and the paragraph for the accessibility statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.csv_file import table
from est_plugin.export.public_texts import level_text
from est_plugin.export.sentences import class_text, sharing_text, span_text, status_text
from est_plugin.i18n import LANGUAGES, Language

if TYPE_CHECKING:
    from est_plugin.export.draft import Draft
    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.public_picture import PublicPicture
    from est_plugin.feedback import Feedback

STATEMENT = "TILLGANGLIGHET.txt"
SQUARES = "rutor.csv"


def write_public_files(draft: Draft, _feedback: Feedback) -> None:
    """The tables, and the paragraph in every language."""
    plan, picture = draft.plan, draft.plan.public
    if picture is None:
        return
    words = Language(plan.language)
    folder = draft.folder / "tabeller"
    folder.mkdir(exist_ok=True)
    (folder / SQUARES).write_bytes(_squares(picture, words))
    (folder / "kategorier.csv").write_bytes(_categories(picture, words))
    (folder / "atgarder.csv").write_bytes(_measures(plan, words))
    (draft.folder / STATEMENT).write_bytes(statement(plan).encode("utf-8-sig"))


def statement(plan: PackagePlan) -> str:
    """The paragraph to paste into the municipality's accessibility statement, in Swedish and in English."""
    words = Language(plan.language)
    order = sorted(LANGUAGES, key=lambda code: code != plan.language)
    parts = [f"{class_text(plan, words)}. {sharing_text(plan, words)}"]
    parts += [_paragraphs(plan, Language(code)) for code in order]
    return "\r\n\r\n".join(parts) + "\r\n"


def _paragraphs(plan: PackagePlan, words: Language) -> str:
    contact = plan.request.contact.strip() or words.translate("est_plugin", "[write the function to ask here]")
    lines = (
        words.translate("est_plugin", "For the accessibility statement (to paste and to look through)"),
        words.translate(
            "est_plugin",
            "The page “Situation picture {municipality}, {period}” has a map. Maps are exempt from the law on "
            "accessibility to digital public service (2018:1937, section 9). The page is made so that nobody needs the "
            "map: everything that it shows stands as text in a list and in tables on the same page.",
        ),
        words.translate(
            "est_plugin",
            "The rest of the page is made to follow WCAG 2.1 level AA: headings in order, tables with headings, all "
            "functions by keyboard, text that can be enlarged, contrast, and no meaning by colour alone. The map "
            "itself can be moved by keyboard, but is not described to screen readers place by place; the list is.",
        ),
        words.translate(
            "est_plugin",
            "If you cannot take part of something, tell {contact}. You get the content in another way. If you are not "
            "satisfied with the answer you can report it to the authority that supervises the law.",
        ),
    )
    values = {
        "municipality": plan.municipality,
        "period": span_text(plan.period, words),
        "contact": contact,
    }
    return "\r\n".join(line.format(**values) for line in lines)


def _squares(picture: PublicPicture, words: Language) -> bytes:
    """rutor.csv: the south-west corner in metres of the CRS, the side, and the step; never a count."""
    heads = (
        words.translate("est_plugin", "No."),
        words.translate("est_plugin", "Nearest"),
        words.translate("est_plugin", "East, south-west corner"),
        words.translate("est_plugin", "North, south-west corner"),
        words.translate("est_plugin", "Side in metres"),
        words.translate("est_plugin", "Incidents"),
    )
    rows = (
        (
            area.number,
            area.name,
            area.square.west,
            area.square.south,
            area.square.side,
            level_text(area.square.level, words),
        )
        for area in picture.areas
    )
    return table(heads, rows)


def _categories(picture: PublicPicture, words: Language) -> bytes:
    heads = (words.translate("est_plugin", "Category"), words.translate("est_plugin", "Incidents"))
    return table(heads, ((item.name, level_text(item.level, words)) for item in picture.categories))


def _measures(plan: PackagePlan, words: Language) -> bytes:
    heads = (
        words.translate("est_plugin", "No."),
        words.translate("est_plugin", "Measure"),
        words.translate("est_plugin", "What is done"),
        words.translate("est_plugin", "Status"),
        words.translate("est_plugin", "Who"),
        words.translate("est_plugin", "Due"),
    )
    rows = (
        (item.number, item.kind, item.title, status_text(item, words), item.owner, item.due_date)
        for item in plan.measures
    )
    return table(heads, rows)
