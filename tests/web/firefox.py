# SPDX-License-Identifier: GPL-2.0-or-later
"""How is Firefox driven without a driver program? By WebDriver BiDi, which it speaks itself on a local socket."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import threading
from typing import TYPE_CHECKING

import websocket

if TYPE_CHECKING:
    from pathlib import Path

#: What keeps a fresh profile from calling home, and gives the focus to a window that nobody sees; nothing that changes
#: how a page from file:// is treated.
PREFERENCES = {
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "focusmanager.testmode": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}
#: WebDriver's code points of the keys that are not letters.
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Escape": "\ue00c",
    "Space": " ",
    "PageDown": "\ue00f",
    "Left": "\ue012",
    "Up": "\ue013",
    "Right": "\ue014",
    "Down": "\ue015",
}
_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class FirefoxError(RuntimeError):
    """Firefox said no, or a script in the page failed."""


class Firefox:
    """One headless Firefox with one tab. ``console`` collects what the page complains about."""

    name = "firefox"

    def __init__(self, profile: Path) -> None:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        program = os.environ.get("EST_FIREFOX", "/usr/bin/firefox-esr")
        # Port 0: the system chooses a free one.
        command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        self._process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"HOME": str(profile)},
        )
        self.console: list[str] = []
        self.requests: list[str] = []
        self._number = 0
        self._size: tuple[int, int] | None = None
        self._socket = websocket.create_connection(f"{self._address()}/session", timeout=120, suppress_origin=True)
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def _address(self) -> str:
        for line in self._process.stderr:
            found = _LISTENS.search(line)
            if found:
                # What it writes further must not fill the pipe.
                threading.Thread(target=self._process.stderr.read, daemon=True).start()
                return found[1]
        raise FirefoxError(f"Firefox ended with code {self._process.wait()} before it listened.")

    def _ask(self, method: str, **params: object) -> dict:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._number:
                break
            self._note(answer)
        if answer["type"] == "error":
            raise FirefoxError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def _note(self, event: dict) -> None:
        if event.get("method") == "log.entryAdded":
            self.console.append(str(event["params"]["text"]))
        elif event.get("method") == "network.beforeRequestSent":
            address = event["params"]["request"]["url"]
            if not address.startswith(("data:", "about:")):
                self.requests.append(address)

    def get(self, address: str) -> None:
        """Open a page as if for the first time and wait until it is loaded."""
        # In a new tab the focus is in the page; a walk with Tab has left it in the bars of the window.
        left, self._tab = self._tab, self._ask("browsingContext.create", type="tab")["context"]
        self._ask("browsingContext.close", context=left)
        if self._size is not None:
            self.resize(*self._size)
        self.console.clear()
        self.requests.clear()
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, script: str) -> object:
        """The value (plain JSON) of a function body in the page; a promise is waited for."""
        answer = self._ask(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify(await (async () => {{ {script} }})() ?? null)",
            awaitPromise=True,
            target={"context": self._tab},
        )
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def load(self, library: str) -> None:
        """Run a program in the page, past the page's policy as a person's own tools do."""
        answer = self._ask(
            "script.evaluate", expression=f"{library}\n;null", awaitPromise=False, target={"context": self._tab}
        )
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])

    def press(self, *keys: str, shift: bool = False) -> None:
        """Press and release keys one after another where the focus is."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        if shift:
            held = [{"type": kind, "value": KEYS["Shift"]} for kind in ("keyDown", "keyUp")]
            actions = [held[0], *actions, held[1]]
        self._ask(
            "input.performActions", context=self._tab, actions=[{"type": "key", "id": "keys", "actions": actions}]
        )

    def resize(self, width: int, height: int) -> None:
        """Set the size of the page's window in CSS pixels."""
        self._size = width, height
        self._ask("browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height})

    def screenshot(self) -> bytes:
        """PNG of what is seen."""
        return base64.b64decode(self._ask("browsingContext.captureScreenshot", context=self._tab)["data"])

    def quit(self) -> None:
        """End it."""
        try:
            self._ask("browser.close")
            self._socket.close()
        finally:
            try:
                self._process.wait(60)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
