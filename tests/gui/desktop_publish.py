# SPDX-License-Identifier: GPL-2.0-or-later
"""In the desktop: a public edition is refused, then approved. Run by test_publish_in_the_desktop.py."""

from __future__ import annotations

from datetime import date
from typing import Any

from est_plugin.domain.edition import Edition
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.gui.dock import EstDock
from est_plugin.gui.history_dialog import HistoryDialog
from est_plugin.gui.public_approval import PublicApproval


def act(desktop: Any) -> dict[str, Any]:
    window = desktop.iface.mainWindow()
    dock = window.findChild(EstDock)
    session = dock.session
    session.open(desktop.folder / "lindvik.gpkg")
    desktop.settle()
    dock.pages.setCurrentIndex(4)
    meeting = dock.pages.widget(4)
    desktop.settle()
    session.choose_period(Period.containing(PeriodKind.TERTIAL, date(2026, 8, 1)))
    form = meeting.form
    form.edition.setCurrentIndex(form.edition.findData(Edition.PUBLIC))
    form.edition.activated.emit(form.edition.currentIndex())
    form.setCollapsed(False)
    desktop.settle()
    result: dict[str, Any] = {"addresses": form.addresses.isVisible()}
    desktop.grab("form")
    folder = desktop.folder / "packages"
    folder.mkdir()
    meeting.folder.setFilePath(str(folder))
    dialog = asked(desktop, session, meeting, window)
    desktop.grab("approval", dialog)
    result["shown"], result["left_out"] = dialog.shown.text(), dialog.left_out.text()
    result["enabled"] = [dialog.approve_button.isEnabled()]
    dialog.reject()
    desktop.settle()
    result["after_no"] = [path.name for path in folder.iterdir()]
    dialog = asked(desktop, session, meeting, window)
    dialog.tick.click()
    result["enabled"].append(dialog.approve_button.isEnabled())
    dialog.function.setText("anna@lindvik.example")
    desktop.click(dialog.approve_button)
    desktop.wait_until(lambda: bool(dialog.messages.text()))
    result["refused"] = dialog.messages.text()
    desktop.grab("refused", dialog)
    dialog.function.setText("säkerhetssamordnare")
    result["enabled"].append(dialog.approve_button.isEnabled())
    desktop.click(dialog.approve_button)
    desktop.wait_until(lambda: session._busy == 0 and any(folder.glob("*.zip")), 60)
    result["files"] = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    result |= in_history(desktop, session, window)
    form.edition.setCurrentIndex(form.edition.findData(Edition.MEETING))
    form.edition.activated.emit(form.edition.currentIndex())
    form.setCollapsed(True)
    form.setCollapsed(False)
    desktop.settle()
    result["addresses_for_a_meeting"] = form.addresses.isVisible()
    return result


def in_history(desktop: Any, session: Any, window: Any) -> dict[str, Any]:
    history = HistoryDialog(session, session.database, window)
    history.open()
    desktop.wait_until(lambda: history.entries.rowCount() > 0)
    found = [history.entries.item(0, column).text() for column in (1, 2)]
    desktop.grab("history", history)
    history.reject()
    return {"history": found, "undo": history.undo_button.isEnabled()}


def asked(desktop: Any, session: Any, meeting: Any, window: Any) -> PublicApproval:
    """Write, until the person is asked."""
    meeting.write_button.click()
    desktop.wait_until(lambda: session._busy == 0 and window.findChild(PublicApproval) is not None, 60)
    dialog = window.findChild(PublicApproval)
    # Before it is there for the mouse too, a click would fall on what lies behind it.
    desktop.wait_until(dialog.isActiveWindow)
    desktop.settle()
    return dialog
