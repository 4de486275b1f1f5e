#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes the pictures of the README and the manual anew, from a real desktop in Swedish.

.venv/bin/python scripts/pictures.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from qgis.core import QgsApplication

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = Path(__file__).with_name("pictures_desktop.py")
PACKAGE_SIZE = "1400,1000"


def main() -> None:
    """Make the demo, and take the pictures."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    from desktop import Profile  # type: ignore[import-not-found] # tests/desktop.py

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "profile"
        folder.mkdir()
        profile = Profile(folder)
        subprocess.run([ROOT / "scripts" / "demo", "--out", folder / "demo"], check=True)
        profile.run_desktop(SCRIPT)
        [page] = (folder / "demo").glob("*/*.html")
        picture = ROOT / "docs" / "pictures" / "package.png"
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")
        subprocess.run(
            ["chromium", *flags, f"--window-size={PACKAGE_SIZE}", f"--screenshot={picture}", page.as_uri()], check=True
        )
        for part, target in (("readme", "docs/pictures"), ("manual", "docs/manual/pictures")):
            (ROOT / target).mkdir(exist_ok=True)
            for picture in (folder / part).glob("*.png"):
                (ROOT / target / picture.name).write_bytes(picture.read_bytes())


if __name__ == "__main__":
    application = QgsApplication([], False)  # noqa: FBT003 (QGIS's signature)
    application.initQgis()
    main()
    application.exitQgis()
