# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in the background whose dialog is closed, or whose plugin is unloaded, before it ends."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from qgis.core import Qgis, QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QTest

from est_plugin import settings
from est_plugin.errors import InputError
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from est_plugin.gui.work_dialog import WorkDialog
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.gui import QgisInterface

    from est_plugin.feedback import Feedback

WAIT_S = 30


@pytest.fixture
def session(qgis_iface: QgisInterface, qgis_new_project: None) -> Iterator[Session]:
    session = Session(settings.register(), Messages(qgis_iface.messageBar()))
    yield session
    if not sip.isdeleted(session):
        session.unload()
        session.deleteLater()
    settings.unregister()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def unhandled(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What was raised in slots and reached nobody."""
    errors: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error))
    return errors


def idle() -> bool:
    return QgsApplication.taskManager().countActiveTasks() == 0


@pytest.mark.parametrize("fails", [False, True])
def test_work_that_outlives_the_plugin_cleans_up_and_tells_nobody(
    session: Session, unhandled: list[BaseException], fails: bool
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    called: list[str] = []

    def work(_feedback: Feedback) -> None:
        begun.set()
        go_on.wait(WAIT_S)
        if fails:
            raise InputError("broken")

    session.run("slow", work, lambda _nothing: called.append("done"), on_failed=lambda: called.append("cleaned up"))
    until(begun.is_set)
    session.unload()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert called == []
    go_on.set()
    until(lambda: called and idle())
    QTest.qWait(50)
    assert called == ["cleaned up"]
    assert unhandled == []


def test_a_look_that_fails_after_its_dialog_was_closed_is_not_told(
    session: Session, unhandled: list[BaseException]
) -> None:
    go_on = threading.Event()

    def work(_feedback: Feedback) -> None:
        go_on.wait(WAIT_S)
        raise InputError("broken")

    dialog = WorkDialog(session, None, "look")
    dialog.open()
    dialog.look("look", work, lambda _nothing: None)
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    until(lambda: session._busy == 0)
    QTest.qWait(50)
    assert unhandled == []


def test_a_look_that_fails_is_told_in_its_dialog(session: Session) -> None:
    def work(_feedback: Feedback) -> None:
        raise InputError("broken")

    dialog = WorkDialog(session, None, "look")
    dialog.open()
    dialog.look("look", work, lambda _nothing: None)
    until(lambda: session._busy == 0)
    assert "broken" in dialog.messages.text()
    dialog.reject()


def test_the_worker_hands_its_text_over_and_does_not_write_where_the_main_thread_reads(session: Session) -> None:
    begin, told = threading.Event(), threading.Event()
    seen: list[str] = []

    def work(feedback: Feedback) -> None:
        begin.wait(WAIT_S)
        feedback.info("Second flock")
        seen.append(task.description())
        told.set()
        feedback.set_progress(0.5)

    shown: list[str] = []
    session.progressed.connect(lambda title, _percent: shown.append(title))
    task = session.run("Counting sheep", work, lambda _nothing: None)
    begin.set()
    assert told.wait(WAIT_S)
    assert seen == ["Counting sheep"]
    until(lambda: session._busy == 0)
    assert list(dict.fromkeys(shown)) == ["Counting sheep", "Second flock"]


def test_an_unexpected_error_after_the_work_says_nothing_of_what_was_stored(
    session: Session, qgis_iface: QgisInterface
) -> None:
    def show(_result: None) -> None:
        raise ZeroDivisionError

    session.run("store", lambda _feedback: None, show)
    until(lambda: session._busy == 0)
    QTest.qWait(20)
    said = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Critical)[-1]
    assert "Nothing was stored" not in said
    assert "log panel" in said
