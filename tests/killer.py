# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills processes a little later: ``killer.py SECONDS PID…``. QGIS holds Python while it saves."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress

time.sleep(float(sys.argv[1]))
for pid in sys.argv[2:]:
    with suppress(ProcessLookupError):
        os.kill(int(pid), signal.SIGKILL)
