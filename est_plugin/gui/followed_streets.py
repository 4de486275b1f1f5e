# SPDX-License-Identifier: GPL-2.0-or-later
"""Do drawn routes follow the streets, and along which?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.gui.messages import told
from est_plugin.maptools.route_drawing import Following

if TYPE_CHECKING:
    from collections.abc import Callable

    from est_plugin.gui.kept_streets import KeptStreets
    from est_plugin.gui.session import Session
    from est_plugin.layers.street_graph import StreetGraph


class FollowedStreets(QObject):
    """The choice is kept in the settings; the streets are those of the walk page."""

    #: Routes follow the streets from now on, or not.
    changed = pyqtSignal(bool)

    def __init__(self, session: Session, streets: KeptStreets) -> None:
        super().__init__()
        self.messages = session.messages
        self._setting = session.settings.follow_streets
        self._streets = streets
        self._waiting: Callable[[StreetGraph], None] | None = None
        streets.ready.connect(self._on_ready)

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

    def when_read(self, use: Callable[[StreetGraph], None]) -> None:
        """Do something with the streets, now or as soon as they are read; only what was asked for last is done.

        Raises EstError if there are none, or they could not be read.
        """
        if self._streets.layer is None:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "There are no streets to walk along."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Neither the database nor the project holds a layer of lines."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Add a layer of streets and paths to the project, and choose it under Streets."
                ),
            )
        self._waiting = use
        self._streets.want()
        if not self._streets.is_reading:
            self._do()

    @told
    def _on_ready(self) -> None:
        self._do()

    def _do(self) -> None:
        use, self._waiting = self._waiting, None
        if use is None:
            return
        if self._streets.problem is not None:
            raise self._streets.problem
        if self._streets.graph is not None:
            use(self._streets.graph)
