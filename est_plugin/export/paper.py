# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages does the PDF have? Plain values, so that the maps can be drawn in any thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from est_plugin.domain.edition import Part
from est_plugin.export import sentences
from est_plugin.export.basis import basis_texts
from est_plugin.export.paper_measures import measure_pages
from est_plugin.export.paper_numbers import number_pages
from est_plugin.export.paper_overview import overview_pages
from est_plugin.export.paper_page import Page, split_text
from est_plugin.export.paper_places import place_pages
from est_plugin.export.template import Template
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.plan import PackagePlan


def pages(plan: PackagePlan) -> list[Page]:
    """Overview with list, a page for each of the first hotspots, the measures and walks, the numbers, the method.

    Raises ExportError if a template cannot be used.
    """
    words = Language(plan.language)
    found = [
        *overview_pages(plan, words),
        *place_pages(plan, words),
        *measure_pages(plan, words),
        *(number_pages(plan, words) if plan.request.has(Part.COUNTS) else ()),
        *_method(plan, words),
    ]
    common = _common(plan, words)
    return [
        replace(page, values=common | page.values | {"page": f"{number} / {len(found)}"})
        for number, page in enumerate(found, start=1)
    ]


def _common(plan: PackagePlan, words: Language) -> dict[str, str]:
    """What stands on every page."""
    footer = words.translate(
        "est_plugin",
        "{made}. Internal and for paper: not for the web, since the file is not tagged for screen readers.",
    )
    return {
        "class": f"{sentences.class_text(plan, words)}. {sentences.sharing_text(plan, words)}",
        "period": f"{plan.municipality}, {sentences.period_text(plan, words)}",
        "footer": footer.format(made=sentences.as_of_text(plan, words)),
        "north": words.translate("est_plugin", "N"),
        "source": sentences.source_text(plan, words),
        "notes": words.translate("est_plugin", "Notes from the meeting"),
    }


def _method(plan: PackagePlan, words: Language) -> Iterator[Page]:
    template = Template.of("method", plan.request)
    facts = (f"{name}: {value}" for name, value in plan.method)
    parts = [f"{sentences.state_text(plan, words)}.", *basis_texts(plan, words), "\n".join(facts)]
    if plan.request.contact:
        parts.append(
            words.translate("est_plugin", "Questions are answered by: {contact}.").format(contact=plan.request.contact)
        )
    title = words.translate("est_plugin", "What the numbers rest on")
    for text in split_text(template, "method", list(filter(None, parts))):
        yield Page(template, {"title": title, "method": text})
