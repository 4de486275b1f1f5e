# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: a header that says what is shown and what is not saved, and five pages in the order of the EST cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from est_plugin import paths
from est_plugin.domain.info_class import InfoClass
from est_plugin.gui.connection_banner import ConnectionBanner
from est_plugin.gui.help_window import HelpWindow
from est_plugin.gui.journal_offer import JournalOffer
from est_plugin.gui.messages import told
from est_plugin.gui.presence_line import PresenceLine
from est_plugin.gui.reading_line import ReadingLine
from est_plugin.gui.start_page import StartPage
from est_plugin.gui.unsaved_bar import UnsavedBar
from est_plugin.gui.writer_bar import WriterBar
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.PyQt.QtGui import QKeyEvent

    from est_plugin.gui.page import Page
    from est_plugin.gui.session import Session


class EstDock(QgsDockWidget):
    """Shows the start page while no database is open, else the pages."""

    def __init__(self, session: Session, start_page: StartPage, pages: Sequence[tuple[str, Page[Any]]]) -> None:
        """``pages`` with the short titles of their tabs; a page may carry a longer one as its window title."""
        super().__init__("EST")
        self.setObjectName("EstDock")
        self.session = session
        self.manual: HelpWindow | None = None
        self.messages = session.messages
        self._start_page = start_page
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setUsesScrollButtons(False)
        for title, page in pages:
            self.pages.setTabToolTip(self.pages.addTab(page, title), page.windowTitle() or title)
        self.header = QLabel()
        self.header.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(start_page)
        self._stack.addWidget(self.pages)
        self.unsaved = UnsavedBar(session)
        self.writer = WriterBar(session)
        self.reading = ReadingLine(session.reader)
        self.reading.again.connect(self.refresh)
        self.reading.again.connect(session.heatmap.refresh)
        self._busy = self._make_busy_row()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addLayout(self._make_header_row())
        layout.addWidget(PresenceLine(session.connection))
        layout.addWidget(ConnectionBanner(session))
        layout.addWidget(self.writer)
        layout.addWidget(self.unsaved)
        layout.addWidget(JournalOffer(session))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._make_foot())
        self.setWidget(body)
        session.database_changed.connect(self.refresh)
        session.filter_changed.connect(self.refresh)
        session.data_changed.connect(self.refresh)
        session.busy_changed.connect(self._busy.setVisible)
        session.progressed.connect(self._on_progressed)
        self.refresh()

    def _make_header_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.header, 1)
        self.database_button = QToolButton()
        self.database_button.setIcon(QIcon(paths.icon("database")))
        self.database_button.setToolTip(translate("est_plugin", "Open or create another database"))
        self.database_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.database_button.setAutoRaise(True)
        self.database_menu = QMenu(self.database_button)
        self.database_button.setMenu(self.database_menu)
        row.addWidget(self.database_button)
        help_button = QToolButton(text="?")
        help_button.setToolTip(translate("est_plugin", "The manual, at the chapter of this page (F1)"))
        help_button.setAutoRaise(True)
        help_button.clicked.connect(lambda _checked: self.show_help())
        row.addWidget(help_button)
        return row

    def _make_busy_row(self) -> QWidget:
        self.progress = QProgressBar()
        cancel = QPushButton(translate("est_plugin", "Cancel"))
        cancel.clicked.connect(lambda _checked: self.session.cancel())
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.progress, 1)
        layout.addWidget(cancel)
        row.hide()
        return row

    def _make_foot(self) -> QWidget:
        """What comes and goes by itself, where nothing moves under the mouse: below the pages, in room kept for it."""
        foot = QWidget()
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reading, 1)
        layout.addWidget(self._busy, 1)
        foot.setMinimumHeight(self._busy.sizeHint().height())
        return foot

    @told
    def show_help(self) -> None:
        """Show the manual at the chapter of the page."""
        if self.manual is None:
            self.manual = HelpWindow(self)
        page = self._stack.currentWidget()
        self.manual.open_at(self.pages.currentWidget().CHAPTER if page is self.pages else StartPage.CHAPTER)

    def event(self, event: QEvent) -> bool:
        """Take F1 before QGIS does, while the dock has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F1:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.show_help()
        else:
            super().keyPressEvent(event)

    def _on_progressed(self, title: str, percent: float) -> None:
        # Without a maximum the bar only moves: so far the work has said nothing.
        self.progress.setMaximum(100 if percent else 0)
        self.progress.setValue(round(percent))
        self.progress.setFormat(f"{title} %p %")

    @told
    def refresh(self) -> None:
        """Show what the session holds now, in the header and on every page."""
        database = self.session.database
        self._stack.setCurrentWidget(self._start_page if database is None else self.pages)
        self.database_button.setVisible(database is not None)
        self.unsaved.refresh()
        if database is None:
            self.header.setText(translate("est_plugin", "<b>EST</b> – no database is open"))
            return
        period = self.session.period
        self.header.setText(
            translate("est_plugin", "<b>{database}</b> · {first} – {last} · {info_class}").format(
                database=database.municipality_name or database.name,
                first=period.start,
                last=period.last_day,
                info_class=translate("est_plugin", InfoClass.INTERNAL.label),
            )
        )
        # They are refreshed when the server is back; a question to it now would only hold up the person.
        if not self.session.connection.is_offline:
            for index in range(self.pages.count()):
                self.pages.widget(index).refresh()
