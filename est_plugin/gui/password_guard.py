# SPDX-License-Identifier: GPL-2.0-or-later
"""Says so when a project was saved with the password of an EST database in it, and takes it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from est_plugin.errors import QT_TRANSLATE_NOOP, EstError
from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.passwords import layers_with_password, take_passwords_out

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from est_plugin.gui.messages import Messages


class PasswordGuard(QObject):
    """Looks each time the project has been saved: QGIS asks nobody before, and while it writes it is too late."""

    def __init__(self, project: QgsProject, messages: Messages) -> None:
        super().__init__()
        self._project = project
        self.messages = messages
        project.projectSaved.connect(self._on_saved)

    def unload(self) -> None:
        """Let go of the project."""
        self._project.projectSaved.disconnect(self._on_saved)

    @told
    def _on_saved(self) -> None:
        names = [layer.name() for layer in layers_with_password(self._project)]
        if names:
            self.messages.warning(
                translate(
                    "est_plugin",
                    "The project file now holds a password to the database, from {layers}. Whoever gets the file has "
                    "it too. Take it out; QGIS asks for it when it needs it.",
                ).format(layers=", ".join(names)),
                button=translate("est_plugin", "Take out and save again"),
                action=self._take_out,
            )

    @told
    def _take_out(self) -> None:
        take_passwords_out(self._project)
        # Twice: QGIS keeps a .qgs that it replaces as a backup, and neither shall hold the password.
        for _ in range(2):
            if not self._project.write():
                raise EstError(
                    QT_TRANSLATE_NOOP("est_plugin", "The password is still in the project file."),
                    why=QT_TRANSLATE_NOOP("est_plugin", "QGIS could not save it: {error}."),
                    what_next=QT_TRANSLATE_NOOP("est_plugin", "The layers do without it now. Save the project again."),
                    error=self._project.error().rstrip("."),
                )
