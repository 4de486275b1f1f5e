# SPDX-License-Identifier: GPL-2.0-or-later
"""The line under the title of a result names the place, the days, the categories and the organisations it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from est_plugin.db.catalogues import CodeLists
from est_plugin.domain.code_list import Code
from est_plugin.domain.incident import IncidentFilter
from est_plugin.domain.period import Period
from est_plugin.export.about import about_database, about_days, about_layer, about_test
from est_plugin.export.result_page import ResultPage
from est_plugin.i18n import Language

if TYPE_CHECKING:
    from est_plugin.db.file_database import FileDatabase

SEPTEMBER = Period.between(date(2026, 9, 1), date(2026, 9, 30))
OCTOBER = Period.between(date(2026, 10, 1), date(2026, 10, 31))
LISTS = CodeLists(
    categories=(Code("skrap", "Nedskräpning", "Litter"), Code("klotter", "Klotter", "Graffiti")),
    organisations=(Code("polis", "Polisen", "Police"),),
)
ENGLISH, SWEDISH = Language("en"), Language("sv")


def test_all_that_was_not_chosen_is_said_to_be_all(file_database: FileDatabase) -> None:
    assert (
        about_database(file_database, IncidentFilter(OCTOBER), ENGLISH)
        == "Lindvik · 2026-10-01 – 2026-10-31 · all categories · all organisations"
    )
    assert (
        about_database(file_database, IncidentFilter(None), SWEDISH)
        == "Lindvik · alla dagar · alla kategorier · alla organisationer"
    )


def test_what_was_chosen_is_named_in_the_order_of_the_lists_and_what_they_lack_last(
    file_database: FileDatabase,
) -> None:
    chosen = IncidentFilter(OCTOBER, frozenset({"annat", "klotter", "skrap"}), frozenset({"polis"}))
    assert (
        about_database(file_database, chosen, SWEDISH, LISTS)
        == "Lindvik · 2026-10-01 – 2026-10-31 · Nedskräpning, Klotter, annat · Polisen"
    )


def test_a_database_without_a_municipality_goes_by_its_name_and_other_days_may_be_said(
    file_database: FileDatabase,
) -> None:
    nameless = replace(file_database, municipality_name="")
    days = about_test(SEPTEMBER, OCTOBER, ENGLISH)
    assert days == "map of 2026-09-01 – 2026-09-30, tested on 2026-10-01 – 2026-10-31"
    about = about_database(nameless, IncidentFilter(OCTOBER), ENGLISH, days=days)
    assert about == f"{nameless.name} · {days} · all categories · all organisations"
    compared = about_days(OCTOBER, ENGLISH, before=SEPTEMBER)
    assert about_layer("Reports", compared) == (
        "Reports · 2026-10-01 – 2026-10-31, compared with 2026-09-01 – 2026-09-30"
    )


def test_the_page_shows_the_line_under_its_title() -> None:
    page = ResultPage("Title", ("Said.",), (), (), (), about="Lindvik · <all>")
    assert '<h1>Title</h1><p class="about">Lindvik · &lt;all&gt;</p><p class="first">Said.</p>' in page.html(ENGLISH)
    assert 'class="about"' not in replace(page, about="").html(ENGLISH)
