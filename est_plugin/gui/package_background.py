# SPDX-License-Identifier: GPL-2.0-or-later
"""Which background does the map package get? A choice that is remembered, and the layers that it stands for now."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QComboBox

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.export.background import background_of
from est_plugin.i18n import translate
from est_plugin.layers.tree import visible_below

if TYPE_CHECKING:
    from est_plugin.export.plan import BackgroundLayer
    from est_plugin.gui.session import Session


class Background(StrEnum):
    """What a person can choose."""

    TOWN = "town"
    PROJECT = "project"
    PLAIN = "plain"


class BackgroundBox(QComboBox):
    """Offers what the open database and the project have."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setToolTip(
            translate(
                "est_plugin",
                "The visible layers of the project below the group EST are drawn into the package with their styles. "
                "Nobody needs a network to look at them afterwards.",
            )
        )
        # Without a word of the person's the database's own map is the background, if it has one.
        self.activated.connect(lambda _index: session.settings.package_background.setValue(self.currentData()))

    def offer(self, *, has_town: bool) -> None:
        """Offer what there is now, and show what was chosen last as far as it is there."""
        self.clear()
        if has_town:
            self.addItem(translate("est_plugin", "The database's own map"), Background.TOWN.value)
        layers = len(visible_below(self._session.project))
        self.addItem(
            translate("est_plugin", "Visible layers below the group EST: {count}").format(count=layers),
            Background.PROJECT.value,
        )
        self.addItem(translate("est_plugin", "Plain ground"), Background.PLAIN.value)
        first = Background.TOWN if self.findData(Background.TOWN.value) >= 0 else Background.PLAIN
        chosen = self.findData(self._session.settings.package_background.value())
        self.setCurrentIndex(chosen if chosen >= 0 else self.findData(first.value))

    def layers(self) -> tuple[BackgroundLayer, ...] | None:
        """The background as ``make_plan`` takes it: None is the database's own map.

        Raises InputError if the project has no layer to draw, or one that cannot be drawn.
        """
        if self.currentData() == Background.TOWN.value:
            return None
        if self.currentData() == Background.PLAIN.value:
            return ()
        layers = visible_below(self._session.project)
        if not layers:
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "There is no background to draw."),
                why=QT_TRANSLATE_NOOP("est_plugin", "The project shows no layer below the group EST."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Show the layers that shall be the background, or choose another background."
                ),
            )
        return tuple(map(background_of, layers))
