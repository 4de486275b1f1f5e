# SPDX-License-Identifier: GPL-2.0-or-later
"""What does somebody read who opens the folder and knows nothing? Three lines, the files, and what the numbers are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.domain.edition import Edition, Part
from est_plugin.export import sentences
from est_plugin.export.basis import basis_texts
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.draft import Draft
    from est_plugin.export.plan import PackagePlan

README = "LAS_MIG_FORST.txt"


def write_readme(draft: Draft) -> None:
    """Write it beside the other files, for the oldest editor: with a BOM and lines that end as on Windows."""
    text = "\r\n".join(readme_lines(draft.plan)) + "\r\n"
    (draft.folder / README).write_bytes(text.encode("utf-8-sig"))


def readme_lines(plan: PackagePlan) -> Iterator[str]:
    """All its lines."""
    words = Language(plan.language)
    page = f"lagesbild_{plan.period.code}.html"
    yield words.translate("est_plugin", "1. Open {page} with a double click. It needs no network.").format(page=page)
    yield words.translate("est_plugin", "2. It shows the situation in {municipality}, {period}.").format(
        municipality=plan.municipality, period=sentences.span_text(plan.period, words)
    )
    yield f"3. {sentences.class_text(plan, words)}. {sentences.sharing_text(plan, words)}"
    yield ""
    yield words.translate("est_plugin", "The files:")
    yield from (f"  {name} – {what}" for name, what in _files(plan, words))
    yield ""
    if plan.request.edition is not Edition.PUBLIC:
        # The public page tells in its own words how it was reckoned.
        yield words.translate("est_plugin", "What the numbers rest on")
        yield from (f"  {text}" for text in basis_texts(plan, words))
        yield from (f"  {name}: {value}" for name, value in plan.method)
        yield ""
    yield words.translate("est_plugin", "{made}. Questions: {contact}.").format(
        made=sentences.state_text(plan, words),
        contact=plan.request.contact or words.translate("est_plugin", "the map manager of the municipality"),
    )


def _files(plan: PackagePlan, words: Language) -> Iterator[tuple[str, str]]:
    """What lies in the folder, and what for."""
    code, has = plan.period.code, plan.request.has
    is_public = plan.request.edition is Edition.PUBLIC
    yield (
        f"lagesbild_{code}.html",
        words.translate("est_plugin", "the map page, for the web and for any browser")
        if is_public
        else words.translate("est_plugin", "the map page, for any browser"),
    )
    if has(Part.PAPER):
        yield f"lagesbild_{code}.pdf", words.translate("est_plugin", "for paper; not for the web")
    if has(Part.MINUTES):
        yield (
            f"protokoll_{code}.odt",
            words.translate("est_plugin", "agenda and minutes to fill in, for Word or LibreOffice"),
        )
    if has(Part.PICTURES):
        yield "bilder", words.translate("est_plugin", "pictures for a projector or a presentation")
    if has(Part.TABLES):
        yield "tabeller", words.translate("est_plugin", "tables for Excel, and how they were reckoned")
    if has(Part.CELLS):
        yield "tabeller", words.translate("est_plugin", "tables for Excel")
        yield "TILLGANGLIGHET.txt", words.translate("est_plugin", "a text for the accessibility statement of the web")
    if has(Part.GEOPACKAGE):
        yield (
            f"data/lagesbild_{code}.gpkg",
            words.translate("est_plugin", "the layers for QGIS; for the working group only"),
        )
    yield "MANIFEST.json", words.translate("est_plugin", "checksums, which tell whether a file was changed")
