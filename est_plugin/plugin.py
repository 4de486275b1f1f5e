# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS sees of the plugin: wires and unwires, nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon

from est_plugin import i18n, paths, settings
from est_plugin.gui.conflict_settling import ConflictSettling
from est_plugin.gui.database_actions import DatabaseActions
from est_plugin.gui.dock import EstDock
from est_plugin.gui.drawing import Drawing
from est_plugin.gui.flag_menu import FlagMenu
from est_plugin.gui.hotspots_page import HotspotsPage
from est_plugin.gui.intake_bar import bring_into_view
from est_plugin.gui.local_times import LocalTimes
from est_plugin.gui.map_times import show_all_times
from est_plugin.gui.measures_page import MeasuresPage
from est_plugin.gui.meeting_page import MeetingPage
from est_plugin.gui.messages import Messages
from est_plugin.gui.page_templates import PageTemplatesDialog
from est_plugin.gui.password_guard import PasswordGuard
from est_plugin.gui.project_check import ProjectCheck
from est_plugin.gui.session import Session
from est_plugin.gui.situation_page import SituationPage
from est_plugin.gui.start_page import StartPage
from est_plugin.gui.transaction_groups import TransactionGroups
from est_plugin.gui.walk_page import WalkPage
from est_plugin.i18n import translate
from est_plugin.layers.flag_reason import of_hotspots
from est_plugin.processing.provider import EstProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface, QgsMapCanvas
    from qgis.PyQt.QtCore import QTranslator


class _Watch(Protocol):
    def unload(self) -> None: ...


class EstPlugin:
    """Every line of ``initGui`` has its opposite in ``unload``."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._translator: QTranslator | None = i18n.install()
        self._provider: EstProvider | None = None
        self._session: Session | None = None
        #: What listens to the project and its layers, in the order in which it was made.
        self._watches: list[_Watch] = []
        self._dock: EstDock | None = None

    def initGui(self) -> None:
        """Put the plugin into the desktop."""
        self.initProcessing()
        messages = Messages(self._iface.messageBar())  # type: ignore[arg-type] # the desktop has one
        self._session = Session(settings.register(), messages)
        drawing = Drawing(self._session, self._iface)
        self._watches = [
            self._session,
            LocalTimes(self._session.project),
            PasswordGuard(self._session.project, messages),
            ProjectCheck(self._session.project, messages),
            drawing,
            ConflictSettling(self._session, self._iface),
            TransactionGroups(self._session),
        ]
        self._dock = self._make_dock(self._session, drawing)
        self._iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock, raiseTab=True)
        self._action = self._dock.toggleViewAction()
        self._action.setText("EST")
        self._action.setIcon(QIcon(paths.icon("est")))
        self._iface.addToolBarIcon(self._action)
        # Not addPluginToMenu: the submenu that it makes stays in QGIS after the plugin is gone.
        self._iface.pluginMenu().addAction(self._action)
        self._session.reopen()

    def initProcessing(self) -> None:
        """Register the algorithms; all that qgis_process asks for."""
        self._provider = EstProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def unload(self) -> None:
        """Take down what initGui and initProcessing put up."""
        if self._dock is not None and self._session is not None:
            self._iface.pluginMenu().removeAction(self._action)
            self._iface.removeToolBarIcon(self._action)
            self._iface.removeDockWidget(self._dock)
            for watch in reversed(self._watches):
                watch.unload()
            self._watches = []
            self._dock.deleteLater()
            self._session.deleteLater()
            settings.unregister()
            self._dock = self._session = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        i18n.remove(self._translator)
        self._translator = None

    def _show_templates(self, session: Session) -> None:
        PageTemplatesDialog(session, self._iface.mainWindow(), self._iface.openLayoutDesigner).show()

    def _make_dock(self, session: Session, drawing: Drawing) -> EstDock:
        actions = DatabaseActions(session, self._iface.mainWindow())
        situation = SituationPage(session)
        canvas: QgsMapCanvas = self._iface.mapCanvas()  # type: ignore[assignment] # the desktop has one
        situation.intake.came.connect(lambda: bring_into_view(canvas, session.project))
        hotspots = HotspotsPage(session, canvas, drawing.open_form)
        flag = FlagMenu(
            translate("est_plugin", "Flag a measure"),
            session,
            drawing,
            lambda: partial(of_hotspots, hotspots.selected()),
            hotspots,
        )
        hotspots.table.addAction(flag.menuAction())
        meeting = MeetingPage(session, hotspots.search, self._iface.mainWindow())
        session.database_changed.connect(situation.load_code_lists)
        session.database_changed.connect(lambda: show_all_times(canvas))
        start = StartPage(
            open_database=actions.open,
            open_on_server=actions.open_on_server,
            create=actions.create,
            demo=actions.demo,
            last_database=actions.last_database,
            open_last=actions.open_last,
        )
        walk = WalkPage(session, drawing, hotspots.stops_of_a_walk)
        self._watches.append(walk.proposing)
        pages = (
            (translate("est_plugin", "Situation"), situation),
            (translate("est_plugin", "Hotspots"), hotspots),
            (translate("est_plugin", "Walk"), walk),
            (translate("est_plugin", "Measures"), MeasuresPage(session, drawing)),
            (translate("est_plugin", "Meeting"), meeting),
        )
        dock = EstDock(session, start, pages)
        actions.fill(dock.database_menu)
        templates = dock.database_menu.addAction(translate("est_plugin", "Page templates…"))
        templates.triggered.connect(lambda _checked: self._show_templates(session))
        meeting.form.templates_wanted.connect(lambda: self._show_templates(session))
        meeting.hotspots_wanted.connect(lambda: dock.pages.setCurrentWidget(hotspots))
        meeting.reminders.walk_wanted.connect(lambda _walk: dock.pages.setCurrentWidget(walk))
        meeting.reminders.walk_wanted.connect(walk.show_walk)
        return dock
