# SPDX-License-Identifier: GPL-2.0-or-later
"""Our functions beside the peers of the bench: ``run.py --ours tests/bench/adapter.py`` (see docs/speed.md).

Each candidate prepares what is not timed and returns what is; what it returns is checked by the bench's own references.
They stand in a module for each subject.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

import ours_change  # noqa: E402, F401 (its candidates)
import ours_clusters  # noqa: E402, F401
import ours_density  # noqa: E402, F401
import ours_hotspots  # noqa: E402, F401
import ours_load  # noqa: E402, F401
import ours_render  # noqa: E402, F401
import ours_rhythm  # noqa: E402, F401
