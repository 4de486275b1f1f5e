# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's session without the panel: what it opens, and what it is told."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtTest import QTest

from est_plugin import settings
from est_plugin.gui.messages import Messages
from est_plugin.gui.session import Session
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.db.places import Place


class Desk:
    """A session with a message bar of its own."""

    def __init__(self) -> None:
        self.bar = QgsMessageBar()
        self.session = Session(settings.register(), Messages(self.bar))

    def is_told(self) -> bool:
        """Is there word of trouble once all is quiet?"""
        self.bar.clearWidgets()
        self.settle()
        return bool(self.told)

    @property
    def told(self) -> list[str]:
        """What was said and not closed; QGIS shows the same text once."""
        return [f"{item.title()}: {item.text()}" for item in self.bar.items()]

    def open(self, place: Place) -> None:
        self.session.open(place)
        until(lambda: self.session.database is not None)
        self.settle()

    def settle(self) -> None:
        """Wait until everything that was sent has been asked for."""
        QTest.qWait(50)
        until(lambda: not self.session.arrival_check.is_asking)

    def close(self) -> None:
        for layer in QgsProject.instance().mapLayers().values():
            if isinstance(layer, QgsVectorLayer):
                layer.rollBack()
        QgsProject.instance().clear()
        self.session.unload()
        self.session.deleteLater()
        settings.unregister()
        self.bar.deleteLater()


@contextmanager
def desk() -> Iterator[Desk]:
    one = Desk()
    try:
        yield one
    finally:
        one.close()
