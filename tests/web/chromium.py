# SPDX-License-Identifier: GPL-2.0-or-later
"""Chromium as a test asks for it: as `firefox.py`, and with the settings of a user's system that only it can play."""

from __future__ import annotations

import base64
import json

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

KEYS = {
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Space": Keys.SPACE,
    "Left": Keys.ARROW_LEFT,
    "Up": Keys.ARROW_UP,
    "Right": Keys.ARROW_RIGHT,
    "Down": Keys.ARROW_DOWN,
    "PageDown": Keys.PAGE_DOWN,
}


class ScriptError(RuntimeError):
    """A script in the page failed."""


class Chromium:
    """One tab of a Chromium that selenium has started."""

    name = "chromium"

    def __init__(self, driver) -> None:
        self.driver = driver

    def get(self, address: str) -> None:
        """Open a page as if for the first time, with no setting of a user."""
        self.emulate()
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get(address)

    def run(self, script: str) -> object:
        """The value (plain JSON) of a function body in the page; a promise is waited for."""
        answer = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            f"(async () => {{ {script} }})().then("
            "value => done(JSON.stringify({value: value ?? null})),"
            "error => done(JSON.stringify({error: String(error.stack)})));"
        )
        answer = json.loads(answer)
        if "error" in answer:
            raise ScriptError(answer["error"])
        return answer["value"]

    def load(self, library: str) -> None:
        """Run a program in the page, past the page's policy as a person's own tools do."""
        self.driver.execute_script(library)

    def press(self, *keys: str, shift: bool = False) -> None:
        """Press and release keys one after another where the focus is."""
        actions = ActionChains(self.driver, duration=0)
        if shift:
            actions.key_down(Keys.SHIFT)
        for key in keys:
            actions.send_keys(KEYS.get(key, key))
        if shift:
            actions.key_up(Keys.SHIFT)
        actions.perform()

    def resize(self, width: int, height: int, scale: float = 1) -> None:
        """Set the size of the page's window in CSS pixels; ``scale`` device pixels each."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False},
        )

    def emulate(self, media: str = "", **features: str) -> None:
        """What a user's system asks for: ``media`` as print, features as ``forced_colors="active"``."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": named})

    def screenshot(self, clip: tuple[float, float, float, float] | None = None) -> bytes:
        """PNG of what is seen, or of ``clip`` (left, top, width, height of the whole page)."""
        options: dict[str, object] = {"format": "png", "optimizeForSpeed": True}
        if clip is not None:
            options["clip"] = dict(zip(("x", "y", "width", "height"), clip, strict=True)) | {"scale": 1}
        return base64.b64decode(self.driver.execute_cdp_cmd("Page.captureScreenshot", options)["data"])

    def pdf(self) -> bytes:
        """The page as the browser prints it into a file."""
        options = {"generateTaggedPDF": True, "generateDocumentOutline": True, "preferCSSPageSize": True}
        return base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", options)["data"])

    @property
    def console(self) -> list[str]:
        """What the page has complained about since it was opened."""
        return [entry["message"] for entry in self.driver.get_log("browser")]
