# SPDX-License-Identifier: GPL-2.0-or-later
"""The page on paper: tagged, with the class and the period on every sheet, and the map that was chosen."""

from __future__ import annotations

import base64
import subprocess

import pytest
from selenium.webdriver.common.by import By


@pytest.fixture
def printed(opened, tmp_path):
    """Prints the page to a PDF, A4 portrait."""

    def make():
        result = opened.execute_cdp_cmd(
            "Page.printToPDF",
            {"generateTaggedPDF": True, "printBackground": True, "paperWidth": 8.27, "paperHeight": 11.69},
        )
        file = tmp_path / "page.pdf"
        file.write_bytes(base64.b64decode(result["data"]))
        return file

    return make


def asked(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_pdf_is_tagged_with_its_headings(printed):
    file = printed()
    facts = dict(line.split(":", 1) for line in asked("pdfinfo", file).splitlines() if ":" in line)
    assert facts["Tagged"].strip() == "yes"
    assert facts["Title"].strip().startswith("Situation picture")
    structure = asked("pdfinfo", "-struct-text", file)
    assert "H1" in structure
    assert structure.count("H2") >= 5
    assert "Table" in structure


def test_every_sheet_says_class_and_period(printed):
    file = printed()
    pages = asked("pdftotext", "-layout", file, "-").split("\f")[:-1]
    assert len(pages) >= 2
    for number, page in enumerate(pages, start=1):
        head = page.strip().splitlines()[0]
        assert "Information class: Internal" in head
        assert "Situation picture Lindvik ö, March 2026" in head
        assert f"{number}/{len(pages)}" in page.replace(" ", "")


def test_nothing_to_press_stands_on_paper(printed):
    text = asked("pdftotext", printed(), "-")
    for word in ("Larger text", "Copy the table", "Keyboard help", "Show measures with status", "moving map"):
        assert word not in text


def test_a_dark_screen_gives_white_paper(opened, printed):
    opened.execute_script("document.documentElement.dataset.theme = 'dark'")
    picture = asked_bytes("pdftoppm", "-r", "20", "-f", "1", "-l", "1", "-gray", printed())
    pixels = picture.split(b"\n", 3)[3]
    assert sum(pixels) / len(pixels) > 200


def asked_bytes(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_the_button_prints_the_map_as_chosen(opened, printed):
    opened.execute_script("window.print = () => { document.body.dataset.printed = 'yes'; };")
    opened.find_element(By.CSS_SELECTOR, "input[name=density][value=before]").click()
    opened.execute_script("document.querySelector('a[data-key=p2]').click()")
    opened.execute_script("document.getElementById('print').click()")
    opened.execute_async_script(
        "const done = arguments[0], look = () => document.body.dataset.printed ? done() : setTimeout(look, 20); look();"
    )
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert opened.find_element(By.ID, "map").is_displayed()
        assert not opened.find_element(By.CSS_SELECTOR, "img.still").is_displayed()
        assert "February 2026" in opened.find_element(By.CSS_SELECTOR, ".seen[data-seen=before]").text
    finally:
        opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert "Badhusparken" in asked("pdftotext", printed(), "-")
    opened.execute_script("window.dispatchEvent(new Event('afterprint'))")
    assert "printing" not in opened.find_element(By.TAG_NAME, "html").get_attribute("class")


def test_without_the_button_the_still_map_says_what_it_shows(opened):
    opened.find_element(By.CSS_SELECTOR, "input[name=density][value=before]").click()
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert opened.find_element(By.CSS_SELECTOR, "img.still").is_displayed()
        lines = [line.text for line in opened.find_elements(By.CSS_SELECTOR, ".seen") if line.is_displayed()]
        assert len(lines) == 1
        assert "March 2026" in lines[0]
    finally:
        opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("cell", [".measures td.title", ".measures td.owner"])
def test_a_very_long_word_pushes_no_column_off_the_paper(opened, printed, cell):
    opened.execute_script(
        "document.querySelector(arguments[0]).textContent = 'Skyddsjaktsförordningsändring'.repeat(6);", cell
    )
    table = opened.find_element(By.CSS_SELECTOR, cell.split(" ", maxsplit=1)[0])
    heads = [head.get_attribute("textContent") for head in table.find_elements(By.CSS_SELECTOR, "thead th")]
    lasts = opened.execute_script(
        "return Array.from(arguments[0].querySelectorAll('tbody td:last-child'), cell => cell.firstChild.data);", table
    )
    # Of what is cut off at an edge nothing stands in the file.
    text = " ".join(asked("pdftotext", printed(), "-").split())
    for needed in (*heads, *lasts):
        assert " ".join(needed.split()) in text


def in_print(browser, script, *arguments):
    """What a script finds while the page looks as on paper."""
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        return browser.execute_script(script, *arguments)
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_marks_keep_their_colours_on_paper(opened):
    for mark in (".place-mark", ".measure-mark", ".measure-mark span"):
        script = "return getComputedStyle(document.querySelector(arguments[0])).printColorAdjust"
        assert in_print(opened, script, mark) == "exact", mark


def test_the_printed_map_fills_its_frame_with_the_area(opened):
    opened.execute_script("window.print = () => {}; document.getElementById('print').click()")
    try:
        wide, high = opened.execute_script(
            "const map = EST.page.map, box = EST.page.bounds(EST.data.extent), size = map.getSize();"
            "const a = map.latLngToContainerPoint(box.getNorthWest());"
            "const b = map.latLngToContainerPoint(box.getSouthEast());"
            "return [(b.x - a.x) / size.x, (b.y - a.y) / size.y];"
        )
    finally:
        opened.execute_script("window.dispatchEvent(new Event('afterprint'))")
    # Zooms go in quarter steps.
    assert 0.8 < max(wide, high) <= 1


def test_a_sheet_that_lies_begins_with_the_map(opened, tmp_path):
    result = opened.execute_cdp_cmd(
        "Page.printToPDF", {"printBackground": True, "paperWidth": 11.69, "paperHeight": 8.27}
    )
    file = tmp_path / "lies.pdf"
    file.write_bytes(base64.b64decode(result["data"]))
    assert "jpeg" in asked("pdfimages", "-list", "-f", "1", "-l", "1", file)


def test_a_photo_takes_a_part_of_the_sheet_only(chromium, pages):
    chromium.get(pages["working"].as_uri())
    heights = in_print(
        chromium.driver,
        "const photo = document.querySelector('.photo'); photo.width = 600; photo.height = 1600;"
        "return photo.getBoundingClientRect().height",
    )
    assert 0 < heights <= 6 * 96 / 2.54 + 1
