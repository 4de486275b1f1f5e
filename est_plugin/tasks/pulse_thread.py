# SPDX-License-Identifier: GPL-2.0-or-later
"""How the pulse of a server runs beside the main thread, and tells it what it learns."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from est_plugin.db.pulse import Pulse

if TYPE_CHECKING:
    from est_plugin.db.server import ServerAddress

_UNLOAD_WAIT_S = 2.0


class PulseThread(QObject):
    """Runs from ``start`` to ``stop``.

    A thread of Python and none of Qt: while a name server does not answer, it cannot be ended, and Qt would crash QGIS.
    """

    #: News of the server. It takes them from the worker to the main thread.
    told = pyqtSignal(object)

    def __init__(self, address: ServerAddress) -> None:
        super().__init__()
        self.pulse = Pulse(address, self.told.emit)
        self._thread = threading.Thread(target=self.pulse.run, name="EST pulse", daemon=True)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end, which takes milliseconds; what it tells until then is not heard."""
        self.told.disconnect()
        self.pulse.stop()

    def has_ended(self) -> bool:
        """After ``stop``: is it gone?"""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """After ``stop``: wait a moment until it is gone."""
        self._thread.join(_UNLOAD_WAIT_S)
