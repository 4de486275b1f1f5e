# SPDX-License-Identifier: GPL-2.0-or-later
"""What the browser prints is a PDF with headings, lists and tables for those who hear it."""

from __future__ import annotations

import re
import subprocess

import pytest

PAGES = ("meeting", "swedish", "public", "strategic", "walk report")


def tool(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("name", PAGES)
def test_printed_pdf_is_tagged(chromium, pages, tmp_path, name):
    chromium.get(pages[name].as_uri())
    title, language = chromium.driver.title, chromium.run("return document.documentElement.lang")
    file = tmp_path / "page.pdf"
    file.write_bytes(chromium.pdf())
    facts = dict(re.findall(r"^([^:]+):\s+(.*)$", tool("pdfinfo", str(file)), re.MULTILINE))
    assert facts["Tagged"] == "yes"
    assert facts["Title"] == title
    assert 1 <= int(facts["Pages"]) <= 8
    structure = tool("pdfinfo", "-struct", str(file))
    kinds = re.findall(r"^\s*(\w+)", structure, re.MULTILINE)
    assert kinds.count("H1") == 1
    assert kinds.count("H2") >= 3
    for kind in ("Table", "TH", "TD", "Figure"):
        assert kind in kinds, kind
    told = re.search(rb"/Lang\s*\(([^)]*)\)", file.read_bytes())
    assert told is not None
    assert told[1].decode() == language


def test_print_shows_the_class_and_all_that_a_meeting_needs(chromium, pages, tmp_path):
    chromium.get(pages["meeting"].as_uri())
    file = tmp_path / "page.pdf"
    file.write_bytes(chromium.pdf())
    text = " ".join(tool("pdftotext", str(file), "-").split())
    for needed in ("Information class", "Badhusparken", "Hotspots", "Measures", "Lamp post 4711"):
        assert needed in text, needed
