# SPDX-License-Identifier: GPL-2.0-or-later
"""Do drawn routes follow the streets, and along which?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.maptools.route_rules import Following

if TYPE_CHECKING:
    from est_plugin.gui.kept_streets import KeptStreets
    from est_plugin.gui.session import Session


class FollowedStreets(QObject):
    """The choice is kept in the settings; the streets are those of the walk page."""

    #: Routes follow the streets from now on, or not.
    changed = pyqtSignal(bool)

    def __init__(self, session: Session, streets: KeptStreets) -> None:
        super().__init__()
        self._setting = session.settings.follow_streets
        self._streets = streets

    @property
    def is_on(self) -> bool:
        """Do routes follow the streets?"""
        return bool(self._setting.value())

    def follow(self, is_on: bool) -> None:  # noqa: FBT001 (a slot)
        """Choose it, now and the next time."""
        if is_on != self.is_on:
            self._setting.setValue(is_on)
            self.changed.emit(is_on)
        self.prepare()

    def prepare(self) -> None:
        """Have the streets read, if routes follow them."""
        if self.is_on:
            self._streets.want()

    def now(self) -> Following:
        """What a tool goes by, at this moment."""
        return Following(self.is_on, self._streets.is_reading, self._streets.graph)
