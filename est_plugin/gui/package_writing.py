# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes one package at a time from the dock, and remembers what was written and what it took."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.domain.edition import Edition
from est_plugin.export.estimate import taken_by
from est_plugin.export.preset import WrittenPackage
from est_plugin.gui.package_export import PackageExport

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.export.estimate import Estimate
    from est_plugin.export.package import PackageResult
    from est_plugin.gui.package_memory import PackageMemory
    from est_plugin.gui.package_order import PackageOrder
    from est_plugin.gui.session import Session


class PackageWriting(QObject):
    """Under way from the click until the package stands, is refused or has failed; a person may be asked meanwhile."""

    #: Carries the ``PackageResult``.
    written = pyqtSignal(object)
    under_way_changed = pyqtSignal()

    def __init__(self, session: Session, memory: PackageMemory, window: QWidget) -> None:
        super().__init__()
        self._session = session
        self._memory = memory
        self._window = window
        self._export: PackageExport | None = None

    @property
    def is_under_way(self) -> bool:
        """Is a package being written?"""
        return self._export is not None

    def start(self, order: PackageOrder) -> None:
        """Write it, unless another one is under way.

        Raises ExportError if the folder cannot be written to.
        """
        if self._export is not None:
            return
        begun = time.monotonic()
        package = WrittenPackage(order.choices, order.request.incident_filter, order.request.period)

        def finish(result: PackageResult) -> None:
            self._memory.remember(order.database, order.preset, package)
            # A person's approval takes its own time.
            if order.plain is not None and order.request.edition is not Edition.PUBLIC:
                self._learn(order, order.plain, taken_by(result, time.monotonic() - begun))
            self.written.emit(result)

        export = PackageExport(self._session, order, self._window, finish)
        export.ended.connect(self._on_ended)
        self._export = export
        self.under_way_changed.emit()
        export.start()

    def _on_ended(self) -> None:
        self._export = None
        if not self._session.is_unloaded:
            self.under_way_changed.emit()

    def _learn(self, order: PackageOrder, plain: Estimate, taken: Estimate) -> None:
        known = self._memory.experience(order.database, order.choices.background)
        self._memory.learn(order.database, order.choices.background, known.after(plain, taken))
