# SPDX-License-Identifier: GPL-2.0-or-later
"""The way in, at the top of page 1: take in reports, and look after those that did not pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from est_plugin.db import quarantine
from est_plugin.db.incidents import days_with_incidents, situation
from est_plugin.domain.incident import IncidentFilter
from est_plugin.gui.import_dialog import ImportDialog
from est_plugin.gui.messages import told
from est_plugin.gui.page import action_button
from est_plugin.gui.quarantine_dialog import QuarantineDialog
from est_plugin.gui.session import period_to_show
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from qgis.core import QgsProject
    from qgis.gui import QgsMapCanvas

    from est_plugin.gui.session import Session
    from est_plugin.gui.work_dialog import WorkDialog


class IntakeBar(QWidget):
    """Two buttons; what their dialogs store is at once on the map and in the numbers."""

    #: New incidents are in the map's layers.
    came = pyqtSignal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.messages = session.messages
        self.dialog: WorkDialog | None = None
        self.take_in = action_button(translate("est_plugin", "Take in reports…"), "import", self._on_take_in)
        self.quarantine = QPushButton()
        self.quarantine.clicked.connect(lambda _checked: self._on_quarantine())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.take_in, 1)
        layout.addWidget(self.quarantine, 1)

    def refresh(self) -> None:
        """Say how many rows wait in quarantine."""
        database = self.session.database
        self.take_in.setEnabled(database is None or database.refusal is None)
        waiting = 0 if database is None else quarantine.waiting_count(database)
        self.quarantine.setText(translate("est_plugin", "Quarantine ({count})…").format(count=waiting))
        self.quarantine.setEnabled(database is not None and quarantine.holds_rows(database))

    @told
    def _on_take_in(self) -> None:
        if self.session.database is not None:
            dialog = ImportDialog(self.session, self.session.database, self.window())
            dialog.stored.connect(lambda _report: self._on_stored())
            dialog.quarantine_chosen.connect(self._on_quarantine)
            self._open(dialog)

    @told
    def _on_quarantine(self) -> None:
        if self.session.database is not None:
            dialog = QuarantineDialog(self.session, self.session.database, self.window())
            dialog.settled.connect(self._on_stored)
            self._open(dialog)

    def _open(self, dialog: WorkDialog) -> None:
        self.dialog = dialog
        dialog.open()

    @told
    def _on_stored(self) -> None:
        """Show what came. If the period shown has no incidents at all, show the newest that has."""
        database = self.session.database
        if database is None:
            return
        period = self.session.period
        if situation(database, IncidentFilter(period), None).total == 0:
            self.session.choose_period(period_to_show(days_with_incidents(database), period.kind, period))
        self.session.reload_layers()
        self.came.emit()


def bring_into_view(canvas: QgsMapCanvas, project: QgsProject) -> None:
    """Show the incidents on the map if the map shows none of the area where they lie."""
    layer = roles.find(project, LayerRole.INCIDENTS)
    if layer is None or layer.extent().isEmpty():
        return
    to_map = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), project)
    if not canvas.extent().intersects(to_map.transformBoundingBox(layer.extent())):
        canvas.zoomToFeatureExtent(to_map.transformBoundingBox(layer.extent()))
