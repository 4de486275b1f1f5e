# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the body of the page, in one language? Static HTML, whole without any script."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

from est_plugin import paths
from est_plugin.domain.edition import Part
from est_plugin.export import sections, sentences
from est_plugin.export.measure_section import measure_table
from est_plugin.export.measure_summary import summary_section
from est_plugin.export.observation_page import observation_section
from est_plugin.export.page_legend import legend
from est_plugin.export.page_pictures import data_uri
from est_plugin.export.page_texts import LANGUAGE_NAMES, body_texts, fault_texts, key_texts
from est_plugin.export.public_sections import area_list, public_facts, public_sections
from est_plugin.export.public_texts import paragraphs
from est_plugin.export.rhythm_section import rhythm_section
from est_plugin.export.summary import summary_text
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.page_pictures import WebPictures
    from est_plugin.export.plan import PackagePlan


def body(plan: PackagePlan, pictures: WebPictures, written_in: str) -> str:
    """The body in the plan's language, with what its edition holds; what its author wrote is ``written_in`` another."""
    words = Language(plan.language)
    texts = {
        "class_text": sentences.class_text(plan, words),
        "sharing": sentences.sharing_text(plan, words),
        "title": sentences.title_text(plan, words),
        "period": sentences.period_text(plan, words),
        "source": sentences.source_text(plan, words),
    }
    parts = {
        "class_number": str(int(plan.info_class)),
        "faults": _faults(words),
        "language": _language_button(plan),
        "keys": _keys(words),
        "summary": _summary(plan, written_in, words),
        "facts": sections.fact_list(plan, words) if plan.public is None else public_facts(plan, plan.public, words),
        "overview": data_uri(pictures.overview, "jpeg"),
        "legend": legend(plan, pictures, words),
        "columns": "columns" if plan.public is not None or plan.request.has(Part.HOTSPOTS) else "columns alone",
        "places": _places(plan, words),
        "sections": "\n".join(_sections(plan, pictures, words)),
        "footer": _footer(plan, words),
    }
    escaped = {name: escape(text) for name, text in (body_texts(words) | texts).items()}
    page = paths.web("package.html").read_text(encoding="utf-8").replace("\r\n", "\n")
    return Template(page).substitute(escaped | parts)


def _sections(plan: PackagePlan, pictures: WebPictures, words: Language) -> Iterator[str]:
    """What stands below the map; a part that the edition leaves out has no heading either."""
    has = plan.request.has
    if plan.public is not None:
        yield from (_section(*section) for section in public_sections(plan, plan.public, words))
        return
    if has(Part.MEASURES):
        yield _section("measures", words.translate("est_plugin", "Measures"), measure_table(plan, words))
    elif has(Part.MEASURE_SUMMARY):
        yield _section("measures", words.translate("est_plugin", "Measures"), summary_section(plan, words))
    if has(Part.COUNTS):
        by_category = words.translate("est_plugin", "Incidents by category")
        by_organisation = words.translate("est_plugin", "Incidents by organisation")
        tables = sections.count_table(by_category, plan.by_category, words)
        tables += sections.count_table(by_organisation, plan.by_organisation, words)
        yield _section("counts", words.translate("est_plugin", "Numbers"), f'<div class="pair">{tables}</div>')
    if has(Part.RHYTHM):
        rhythm = rhythm_section(plan.rhythm, words)
        yield _section("rhythm", words.translate("est_plugin", "When it happens"), rhythm)
    if has(Part.WALKS):
        yield _section("walks", words.translate("est_plugin", "Safety walks"), sections.walk_list(plan.walks, words))
    if has(Part.OBSERVATIONS):
        seen = observation_section(plan, pictures.photos, words)
        yield _section("observations", words.translate("est_plugin", "What was seen on the walks"), seen)
    method = words.translate("est_plugin", "What the numbers rest on")
    yield _section("method", method, sections.method_list(plan, words))


def _section(name: str, heading: str, content: str) -> str:
    return (
        f'<section class="long" id="s-{name}" aria-labelledby="h-{name}">'
        f'<h2 id="h-{name}" tabindex="-1">{escape(heading)}</h2>\n{content}</section>'
    )


def _places(plan: PackagePlan, words: Language) -> str:
    """The ranked places beside the map."""
    if plan.public is not None:
        heading, places = words.translate("est_plugin", "Where"), area_list(plan.public, words)
    elif plan.request.has(Part.HOTSPOTS):
        heading, places = words.translate("est_plugin", "Hotspots by rank"), sections.hotspot_list(plan, words)
    else:
        return ""
    return (
        '<section class="list" aria-labelledby="h-places">'
        f'<h2 id="h-places" tabindex="-1">{escape(heading)}</h2>\n{places}</section>'
    )


def _summary(plan: PackagePlan, written_in: str, words: Language) -> str:
    """What the map manager says the map shows, as it was written, whatever the language of the rest; else the numbers.

    Of the public edition only the first paragraph: the others stand under the headings of what was told, seen and done.
    """
    written = plan.request.summary.strip() if plan.public is None else next(iter(paragraphs(plan)), "")
    if written:
        return f'<p class="summary" lang="{escape(written_in)}">{escape(written)}</p>'
    return f'<p class="summary">{escape(summary_text(plan, words))}</p>'


def _faults(words: Language) -> str:
    """A sentence for each part of the file that may be damaged; scripts show theirs, and one shows without any."""
    return "".join(
        f'<p id="{name.replace("_", "-")}" class="fault"{"" if name == "no_map" else " hidden"}>{escape(text)}</p>'
        for name, text in fault_texts(words).items()
    )


def _language_button(plan: PackagePlan) -> str:
    """In the words of the language that it leads to."""
    languages = {plan.request.language, plan.request.second_language} - {None, plan.language}
    return "".join(
        f'<button type="button" id="language" lang="{escape(code)}">{escape(LANGUAGE_NAMES.get(code, code))}</button>'
        for code in languages
        if code
    )


def _keys(words: Language) -> str:
    rows = "".join(f"<dt><kbd>{escape(keys)}</kbd></dt><dd>{escape(what)}</dd>" for keys, what in key_texts(words))
    return f"<dl>{rows}</dl>"


def _footer(plan: PackagePlan, words: Language) -> str:
    statuses = sentences.statuses_text(plan, words)
    lines = [f"{statuses}."] if statuses else []
    if plan.request.contact.strip():
        lines.append(
            words.translate("est_plugin", "Questions: {contact}.").format(contact=plan.request.contact.strip())
        )
    lines.append(
        words.translate("est_plugin", "Made with the EST plugin for QGIS. Map viewer: Leaflet 1.9.4 (BSD-2-Clause).")
    )
    as_of = escape(f"{sentences.as_of_text(plan, words)}.")
    return f'<p><span class="as-of">{as_of}</span> {escape(" ".join(lines))}</p>'
