# SPDX-License-Identifier: GPL-2.0-or-later
"""A question is answered in a window that shows the chart and can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import package_sample as sample
import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer, QUrl
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from est_plugin import settings
from est_plugin.errors import DatabaseError, ExportError, InputError
from est_plugin.export.chart import Chart, new_figure, to_svg
from est_plugin.export.result_page import ResultPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.questions import Question, QuestionButton
from est_plugin.gui.result_window import ResultWindow
from est_plugin.gui.session import Session
from tests.waiting import opened, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from est_plugin.feedback import Feedback


def _database(folder: Path) -> Path:
    path = folder / "sample.gpkg"
    sample.make_database(path)
    return path


def result() -> ResultPage:
    figure = new_figure(4, 2)
    figure.subplots().bar([1], [1])
    return ResultPage("When?", ("Mostly at night.",), (Chart(to_svg(figure), "bars"),), (), (("Cells", "5"),))


@pytest.fixture
def window(qgis_iface: object) -> ResultWindow:
    parent = QWidget()
    yield ResultWindow(parent, Messages(qgis_iface.messageBar()), result())
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_window_shows_the_sentence_and_the_chart(window: ResultWindow) -> None:
    assert "Mostly at night." in window.text.toPlainText()
    picture = window.text.document().resource(QTextDocument.ResourceType.ImageResource, QUrl("chart:0"))
    assert picture.width() > 100
    assert "data:" not in window.text.toHtml()


def test_what_is_saved_is_the_whole_page(window: ResultWindow, tmp_path: Path) -> None:
    window.write(tmp_path / "answer.html")
    assert "data:image/svg+xml" in (tmp_path / "answer.html").read_text(encoding="utf-8")


def save_as(window: ResultWindow, monkeypatch: pytest.MonkeyPatch, path: Path, answer: str = "") -> list[str]:
    """Save under the name that a person typed, and give what was suggested and asked; ``answer`` names a button."""
    said = []

    def typed(_parent: object, _title: str, suggested: str, _kind: str) -> tuple[str, str]:
        said.append(suggested)
        return str(path), ""

    def settle() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            next(button for button in box.buttons() if button.text() == answer).click()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", typed)
    timer = QTimer(singleShot=True)
    timer.timeout.connect(settle)
    timer.start(0)
    window.save_button.click()
    timer.stop()
    return said


def test_the_suggested_name_is_allowed_everywhere_and_a_point_stays_in_a_name(
    window: ResultWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hotspots 2026.html").write_text("mine")
    assert save_as(window, monkeypatch, tmp_path / "hotspots 2026.10") == ["When.html"]
    assert (tmp_path / "hotspots 2026.html").read_text() == "mine"
    assert "Mostly at night." in (tmp_path / "hotspots 2026.10.html").read_text(encoding="utf-8")
    save_as(window, monkeypatch, tmp_path / "Given.HTML")
    assert not (tmp_path / "Given.HTML.html").exists()
    assert (tmp_path / "Given.HTML").exists()


def test_another_file_is_replaced_only_with_leave(
    window: ResultWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "answer.html"
    there.write_text("mine")
    asked = ["When.html", "answer.html is already there. Replace it?"]
    assert save_as(window, monkeypatch, tmp_path / "answer", "Cancel") == asked
    assert there.read_text() == "mine"
    assert save_as(window, monkeypatch, tmp_path / "answer", "Replace") == asked
    assert "Mostly at night." in there.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_told(window: ResultWindow, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be saved"):
        window.write(tmp_path / "nowhere" / "answer.html")


def test_a_question_is_answered_in_the_background(qgis_iface: object, qgis_new_project: None, tmp_path: Path) -> None:
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    button = QuestionButton(
        session, (Question("When?", "Asks when", "situation", lambda _session: lambda _f: result()),)
    )
    button.menu().actions()[0].trigger()
    assert button.window_shown is None, "without a database there is nothing to ask"
    opened(session, _database(tmp_path))
    button.menu().actions()[0].trigger()
    until(lambda: button.window_shown is not None)
    assert button.window_shown.windowTitle() == "When?"
    session.unload()
    settings.unregister()
    for thing in (button.window_shown, button, session):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_answer_takes_back_what_was_refused_before(qgis_new_project: None, tmp_path: Path) -> None:
    bar = QgsMessageBar()
    session = Session(settings.register(), Messages(bar))
    allowed: list[bool] = []

    def prepare(_session: Session) -> Callable[[Feedback], ResultPage]:
        if not allowed:
            raise InputError("No hotspot is selected.", what_next="Select one.")
        return lambda _feedback: result()

    button = QuestionButton(session, (Question("When?", "Asks when", "situation", prepare),))
    opened(session, _database(tmp_path))
    (ask,) = button.menu().actions()
    bar.clearWidgets()
    for _ in range(2):
        ask.trigger()
    bar.pushMessage("Another plugin", "says something", Qgis.MessageLevel.Warning, 0)
    session.messages.error(DatabaseError("The disk is full."))
    ask.trigger()
    assert "No hotspot is selected" in [item.title() for item in bar.items()]
    allowed.append(True)
    ask.trigger()
    until(lambda: button.window_shown is not None)
    until(lambda: {item.title() for item in bar.items()} == {"Another plugin", "The disk is full"})
    session.unload()
    settings.unregister()
    for thing in (button.window_shown, button, session, bar):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
