# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person takes along from the page: the map as a picture, a row, a table."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtGui import QColor, QImage
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait


@pytest.fixture
def downloads(opened, tmp_path):
    opened.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    return tmp_path


def saved(browser, folder):
    """The picture that the page saves."""
    browser.execute_script("document.getElementById('picture').click()")
    WebDriverWait(browser, 20).until(lambda _: list(folder.glob("*.png")))
    file = next(folder.glob("*.png"))
    assert browser.find_element(By.ID, "said").text.startswith("The picture is saved")
    image = QImage(str(file))
    assert not image.isNull()
    return file, image


def has_colour(image, colour, *, rows=None):
    """Is the very colour somewhere in the picture?"""
    wanted = QColor(colour).rgb()
    first, last = rows or (0, image.height())
    return any(image.pixel(x, y) == wanted for y in range(first, last, 2) for x in range(0, image.width(), 2))


def test_the_picture_holds_class_tiles_density_outlines_and_marks(opened, downloads):
    size = opened.find_element(By.ID, "map").size
    file, image = saved(opened, downloads)
    assert file.name.startswith("Situation picture Lindvik")
    assert image.width() >= 2 * (size["width"] - 4)
    assert image.height() > 2 * size["height"]
    banner = opened.find_element(By.CSS_SELECTOR, ".banner").value_of_css_property("background-color")
    red, green, blue = (int(part) for part in banner.removeprefix("rgba(").split(",")[:3])
    assert QColor(image.pixel(4, 4)) == QColor(red, green, blue)
    assert has_colour(image, "#b3261e")
    assert has_colour(image, "#1b1b1b")
    shades = {image.pixel(x, y) for y in range(300, image.height() - 300, 3) for x in range(0, image.width(), 3)}
    assert len(shades) > 100
    assert opened.get_log("browser") == []


def test_the_picture_shows_what_is_chosen(opened, downloads):
    for layer in ("hotspots", "measures", "walks"):
        opened.execute_script("document.querySelector(`input[data-layer=${arguments[0]}]`).click()", layer)
    opened.execute_script("document.querySelector('input[name=density][value=\"\"]').click()")
    _, image = saved(opened, downloads)
    assert not has_colour(image, "#b3261e")


def clipboard(browser):
    return browser.execute_async_script("navigator.clipboard.readText().then(arguments[0], arguments[0])")


@pytest.fixture
def copying(opened):
    opened.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    return opened


def test_a_measure_is_copied_as_a_line_of_text(copying):
    copying.execute_script("document.querySelector('#m1 [data-copy]').click()")
    owner = copying.find_element(By.CSS_SELECTOR, "#m1 .owner").text
    number = copying.find_element(By.CSS_SELECTOR, "#m1 .no").text
    assert clipboard(copying).startswith(f"{number}; ")
    assert f"Owner: {owner}; Due: 2026-" in clipboard(copying)
    assert "Copy" not in clipboard(copying)


def test_a_table_is_copied_for_a_spreadsheet_without_what_is_filtered_away(copying):
    copying.execute_script(
        "const select = document.getElementById('measure-filter'); select.value = 'done';"
        "select.dispatchEvent(new Event('change', {bubbles: true}));"
        "document.querySelector('#s-measures [data-copy=table]').click()"
    )
    rows = [line.split("\t") for line in clipboard(copying).splitlines()]
    assert [row[0] for row in rows] == ["No.", "1"]
    assert {len(row) for row in rows} == {7}


def test_no_cell_that_is_copied_is_run_as_a_formula(copying):
    copying.execute_script("document.querySelector('#s-counts [data-copy=table]').click()")
    cells = [cell for line in clipboard(copying).splitlines() for cell in line.split("\t")]
    assert any("+" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_without_the_new_clipboard_the_old_way_copies(copying):
    copying.execute_script("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    button = copying.find_element(By.CSS_SELECTOR, "#m1 [data-copy]")
    copying.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    assert copying.find_element(By.ID, "said").text == "Copied."
    assert copying.switch_to.active_element == button
    assert copying.find_elements(By.TAG_NAME, "textarea") == []


def test_measures_are_filtered_by_status_and_owner_and_counted(opened):
    owners = [option.text for option in Select(opened.find_element(By.ID, "owner-filter")).options]
    assert len(owners) == 2
    assert opened.find_element(By.ID, "measure-count").text == "2 of 2 measures are shown."
    Select(opened.find_element(By.ID, "owner-filter")).select_by_visible_text(owners[1])
    assert opened.find_element(By.ID, "measure-count").text == "2 of 2 measures are shown."
    Select(opened.find_element(By.ID, "measure-filter")).select_by_value("done")
    assert opened.find_element(By.ID, "said").text == "1 of 2 measures are shown."
