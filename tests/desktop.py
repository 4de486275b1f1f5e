# SPDX-License-Identifier: GPL-2.0-or-later
"""A real QGIS with a profile of its own: the desktop on a virtual screen, and ``qgis_process``.

A desktop script is a file with one function, which runs inside QGIS when it is up::

    def act(desktop):                       # desktop_driver.Desktop
        desktop.iface.mapCanvas().zoomToFullExtent()
        desktop.grab("map")                 # map.png in the profile's folder
        return {"layers": 3}                # anything JSON can hold

    assert Profile(tmp_path).run_desktop(SCRIPT) == {"layers": 3}

A Python error anywhere in the desktop, also in a slot, fails the test that started it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
DRIVER = Path(__file__).with_name("desktop_driver.py")
INI = """\
[PythonPlugins]
{plugins}
[fonts]
downloadMissingFonts=false
[locale]
overrideFlag=true
userLocale={locale}
[app]
askToSaveMemoryLayers=false
[qgis]
checkVersion=false
"""


class Profile:
    """A fresh QGIS profile in ``folder``, which must be empty.

    ``checkout`` lets QGIS see the plugin of this checkout; without it only what is put into ``plugins`` is seen.
    ``enabled`` names the plugins that QGIS loads at start.
    """

    def __init__(
        self, folder: Path, *, checkout: bool = True, enabled: tuple[str, ...] = ("est_plugin",), locale: str = "sv"
    ) -> None:
        self.folder = folder
        self.plugins = folder / "profiles" / "default" / "python" / "plugins"
        self.plugins.mkdir(parents=True)
        ini = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        ini.parent.mkdir()
        ini.write_text(INI.format(plugins="".join(f"{name}=true\n" for name in enabled), locale=locale))
        (folder / "home").mkdir()
        (folder / "runtime").mkdir(mode=0o700)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QGIS_", "XDG_"))}
        self._environment = kept | {
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder / "runtime"),
            "QGIS_CUSTOM_CONFIG_PATH": str(folder),
            "QGIS_PLUGINPATH": str(ROOT) if checkout else "",
            # shapely is in the virtual environment, QGIS runs on the system's Python.
            "PYTHONPATH": sysconfig.get_path("purelib"),
        }

    def qgis_process(self, *arguments: str, timeout: float = 120) -> str:
        """Run ``qgis_process`` and return what it printed; AssertionError if it failed."""
        run = subprocess.run(
            ["qgis_process", *arguments],
            env=self._environment | {"QT_QPA_PLATFORM": "offscreen"},
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout,
            check=False,
        )
        assert run.returncode == 0, f"qgis_process {' '.join(arguments)} ended with {run.returncode}:\n{run.stdout}"
        return run.stdout

    def run_desktop(self, script: Path, *, timeout: float = 120) -> dict[str, object]:
        """Start the desktop, run ``act`` of ``script`` in it, and return what ``act`` returned.

        The window fills most of a screen of 1600 x 1000. AssertionError with all that is known (traceback,
        QGIS's own output, screenshot) if Python failed anywhere, QGIS crashed, or ``timeout`` seconds went by.
        """
        answer = self.folder / "answer.json"
        answer.unlink(missing_ok=True)
        log = self.folder / "qgis.log"
        with _screen() as display, log.open("w") as output:
            environment = self._environment | {
                "DISPLAY": display,
                "PYQGIS_STARTUP": str(DRIVER),
                "EST_DESKTOP_SCRIPT": str(script),
                "EST_DESKTOP_ANSWER": str(answer),
                "EST_DESKTOP_SECONDS": str(timeout),
            }
            command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", self.folder]
            # The driver gives up by itself, with a screenshot. More time is for a QGIS that hangs or cannot end.
            with _started(command, env=environment, cwd=self.folder, stdout=output, stderr=output) as qgis:
                try:
                    code: object = qgis.wait(timeout + 20)
                except subprocess.TimeoutExpired:
                    code = "no end"
        told = json.loads(answer.read_text()) if answer.exists() else {"errors": ["The script gave no answer."]}
        problems = told["errors"] + ([] if code == 0 else [f"QGIS ended with: {code}."])
        problems += [f"Folder: {self.folder}", "Output of QGIS:", log.read_text()[:4000]] if problems else []
        assert not problems, "\n".join(problems)
        return told["result"]


@contextlib.contextmanager
def _started(command: list[object], **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended, with the children in its process group, when the block is left."""
    process = subprocess.Popen(
        [str(part) for part in command], stdin=subprocess.DEVNULL, start_new_session=True, **options
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """A virtual screen with a window manager (without one, windows get no keyboard focus); yields its DISPLAY."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    read, write = os.pipe()
    # At Xvfb's own 100 dpi QGIS scales by 100/96, and a pixel of Qt would not be one of the mouse.
    xvfb = ["Xvfb", "-displayfd", write, "-screen", "0", "1600x1000x24", "-dpi", "96", "-nolisten", "tcp"]
    with _started(xvfb, pass_fds=(write,), **quiet):
        os.close(write)
        with os.fdopen(read) as number:
            display = f":{number.readline().strip()}"
        assert display != ":", "Xvfb did not start."
        with _started(["openbox"], env=os.environ | {"DISPLAY": display}, **quiet):
            yield display
