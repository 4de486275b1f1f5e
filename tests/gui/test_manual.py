# SPDX-License-Identifier: GPL-2.0-or-later
"""The manual opens inside QGIS, at the chapter of the page that is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from est_plugin import paths
from est_plugin.gui.help_window import HelpWindow
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.measures_page import MeasuresPage
from est_plugin.gui.meeting_page import MeetingPage
from est_plugin.gui.situation_page import SituationPage
from est_plugin.gui.start_page import StartPage
from est_plugin.gui.walk_page import WalkPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.PyQt.QtWidgets import QWidget

PAGES = (StartPage, SituationPage, HotspotsPage, WalkPage, MeasuresPage, MeetingPage)
MANUAL = paths.DOCS / "manual" / "sv.md"


@pytest.fixture
def window(qgis_app: object, qgis_parent: QWidget) -> Iterator[HelpWindow]:
    window = HelpWindow(qgis_parent)
    yield window
    window.deleteLater()


def chapters(window: HelpWindow) -> list[str]:
    return [window.chapters.item(row).text() for row in range(window.chapters.count())]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_chapter(window: HelpWindow, page: type[QWidget]) -> None:
    assert page.CHAPTER in chapters(window)


def test_a_chapter_is_shown_from_its_heading_on(window: HelpWindow) -> None:
    window.open_at(MeasuresPage.CHAPTER)
    top = window.text.cursorForPosition(window.text.viewport().rect().topLeft())
    assert MeasuresPage.CHAPTER in (top.block().text(), top.block().next().text())


def test_every_picture_of_the_manual_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", MANUAL.read_text(encoding="utf-8"))
    assert pictures
    assert [name for name in pictures if not (MANUAL.parent / name).is_file()] == []
