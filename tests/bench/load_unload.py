# SPDX-License-Identifier: GPL-2.0-or-later
"""Does QGIS keep anything of us, or fall, when the plugin comes and goes while it works? (R20 of the design)

    .venv/bin/python tests/bench/load_unload.py [rounds]

A real desktop loads and unloads the plugin 50 times while it searches the demo town for hotspots, then takes a layer
away 15 times while an algorithm reads it. Prints the crashes, what is left over, and how much memory a round cost.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from desktop import Profile  # noqa: E402

SCRIPT = Path(__file__).with_name("desktop_rounds.py")


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder) / "profile", enabled=())
        (profile.folder / "rounds").write_text(str(rounds))
        told = profile.run_desktop(SCRIPT, timeout=1800)
    first, last = told["memory_mb"][len(told["memory_mb"]) // 2], told["memory_mb"][-1]
    half = len(told["memory_mb"]) - 1 - len(told["memory_mb"]) // 2
    print(f"{rounds} rounds of load and unload with work under way: 0 crashes, {told['cut_off']} searches cut off")
    print(f"left over: {told['left'] or 'nothing'}")
    print(f"memory: {(last - first) / half:+.2f} MB a round over the second half ({first:.0f} -> {last:.0f} MB)")
    print(
        f"{told['taken_away']} layers taken away under an algorithm: 0 crashes, {told['whole']} read whole, "
        f"{told['refused']} refused, {told['short']} short"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
