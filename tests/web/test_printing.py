# SPDX-License-Identifier: GPL-2.0-or-later
"""What the browser prints is a PDF with headings, lists and tables for those who hear it."""

from __future__ import annotations

import re
import subprocess

import pytest

PAGES = {"meeting": "en-GB", "swedish": "sv", "public": "en", "strategic": "en", "walk report": "sv"}


def tool(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("name", PAGES)
def test_printed_pdf_is_tagged(chromium, pages, tmp_path, name):
    chromium.get(pages[name].as_uri())
    title = chromium.driver.title
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
    language = re.search(rb"/Lang\s*\(([^)]*)\)", file.read_bytes())
    assert language is not None
    assert language[1].decode()[:2] == PAGES[name][:2]


def test_print_shows_the_class_and_all_that_a_meeting_needs(chromium, pages, tmp_path):
    chromium.get(pages["meeting"].as_uri())
    file = tmp_path / "page.pdf"
    file.write_bytes(chromium.pdf())
    text = " ".join(tool("pdftotext", str(file), "-").split())
    for needed in ("Information class", "Badhusparken", "Hotspots", "Measures", "Lamp post 4711"):
        assert needed in text, needed
