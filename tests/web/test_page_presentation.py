# SPDX-License-Identifier: GPL-2.0-or-later
"""The page as a presentation, driven by the keys of a clicker."""

from __future__ import annotations

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


def resize(browser, wide, high):
    metrics = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


@pytest.fixture(autouse=True)
def _own_screen(browser):
    """What is opened after these has its window again."""
    yield
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.fixture
def presenting(opened):
    """On the screen of a laptop: a full screen without one is small."""
    resize(opened, 1366, 768)
    opened.find_element(By.ID, "present").click()
    return opened


def press(browser, *keys):
    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def head(browser):
    return browser.find_element(By.CSS_SELECTOR, "#presentation h2").text


def step(browser):
    return browser.find_element(By.CSS_SELECTOR, "#presentation .step").text


def test_a_clicker_goes_from_the_whole_to_the_places_to_the_measures(presenting):
    heads = [head(presenting)]
    for _ in range(5):
        press(presenting, Keys.PAGE_DOWN)
        heads.append(head(presenting))
    assert heads == [
        "Situation picture Lindvik ö",
        "In short",
        "1. Stationsgatan <b>& torget</b>",
        "2. Badhusparken",
        "3. =Hamnen",
        "Measures",
    ]
    assert step(presenting) == "6 of 6"
    press(presenting, Keys.PAGE_DOWN)
    assert step(presenting) == "6 of 6"
    press(presenting, Keys.PAGE_UP)
    assert head(presenting) == "3. =Hamnen"


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ((Keys.ARROW_RIGHT,), "2 of 6"),
        ((Keys.SPACE, Keys.SPACE), "3 of 6"),
        ((Keys.END,), "6 of 6"),
        ((Keys.END, Keys.ARROW_LEFT), "5 of 6"),
        ((Keys.END, Keys.HOME), "1 of 6"),
    ],
)
def test_other_keys_step_too(presenting, keys, where):
    press(presenting, *keys)
    assert step(presenting) == where


def test_a_place_is_told_beside_the_map_and_to_those_who_listen(presenting):
    press(presenting, Keys.PAGE_DOWN, Keys.PAGE_DOWN, Keys.PAGE_DOWN)
    assert [mark.text for mark in presenting.find_elements(By.CSS_SELECTOR, ".place-mark.current")] == ["2"]
    assert presenting.find_elements(By.CSS_SELECTOR, ".leaflet-popup") == []
    assert "9 incidents" in presenting.find_element(By.CSS_SELECTOR, "#presentation .words").text
    assert presenting.find_element(By.ID, "said").text == "4 of 6. 2. Badhusparken"


def test_the_buttons_on_the_screen_do_the_same(presenting):
    assert not presenting.find_element(By.ID, "previous").is_enabled()
    presenting.find_element(By.ID, "next").click()
    assert step(presenting) == "2 of 6"
    presenting.find_element(By.ID, "previous").click()
    assert step(presenting) == "1 of 6"
    presenting.find_element(By.ID, "leave").click()
    assert not presenting.find_element(By.ID, "presentation").is_displayed()


def test_escape_leads_back_to_what_was_seen(opened):
    opened.find_element(By.CSS_SELECTOR, "a[data-key=p3]").click()
    opened.find_element(By.ID, "present").click()
    press(opened, Keys.END, Keys.ESCAPE)
    assert not opened.find_element(By.ID, "presentation").is_displayed()
    assert opened.find_element(By.TAG_NAME, "header").is_displayed()
    assert opened.switch_to.active_element.get_attribute("id") == "present"
    assert [mark.text for mark in opened.find_elements(By.CSS_SELECTOR, ".place-mark.current")] == ["3"]
    assert opened.get_log("browser") == []


@pytest.mark.parametrize(("wide", "high"), [(1024, 768), (1920, 1080)])
def test_a_projector_shows_map_and_large_text_at_once(presenting, wide, high):
    resize(presenting, wide, high)
    for _ in range(6):
        assert presenting.execute_script("return document.documentElement.scrollHeight") <= high
        seen = presenting.find_element(By.ID, "map").rect
        assert seen["width"] > 0.5 * wide
        assert seen["height"] > 0.75 * high
        assert seen["y"] + seen["height"] <= high
        assert presenting.find_element(By.CSS_SELECTOR, ".banner").is_displayed()
        small = presenting.execute_script(
            "return [...document.querySelectorAll('.slide *')].filter(one => one.textContent.trim())"
            ".map(one => parseFloat(getComputedStyle(one).fontSize)).filter(size => size < 24)"
        )
        assert small == []
        assert presenting.execute_script(
            "const slide = document.querySelector('.slide'); return slide.scrollHeight <= slide.clientHeight"
        )
        press(presenting, Keys.PAGE_DOWN)
    assert presenting.find_element(By.ID, "leave").is_displayed()


def test_outlines_are_thick_enough_for_a_beamer(presenting):
    line = presenting.find_element(By.CSS_SELECTOR, "path.place-line")
    assert float(line.value_of_css_property("stroke-width").removesuffix("px")) >= 6


def test_a_step_longer_than_the_screen_is_read_to_its_end_before_the_next(presenting):
    resize(presenting, 640, 400)
    press(presenting, Keys.HOME)
    turns = 0
    while step(presenting) == "1 of 6":
        at = presenting.execute_script("return document.querySelector('.slide').scrollTop")
        press(presenting, Keys.PAGE_DOWN)
        turns += 1
    assert turns > 1
    assert at > 0


def test_the_focus_is_not_lost_with_the_last_step(presenting):
    for _ in range(5):
        presenting.find_element(By.ID, "next").click()
    press(presenting, Keys.PAGE_UP)
    assert step(presenting) == "5 of 6"


#: Twenty more of the first measure, which is not finished; the last two are overdue.
MANY_MEASURES = """
const first = document.querySelector('#measure-rows tr:not(.finished)');
for (let number = 1; number <= 20; number++) {
  const row = first.cloneNode(true);
  row.id = 'more' + number;
  row.cells[0].textContent = 100 + number;
  row.cells[2].textContent = 'Prune the bushes along the whole of the path between the school and the station';
  row.classList.toggle('late', number > 18);
  first.parentNode.append(row);
}
first.remove();
"""


def words(browser):
    return browser.find_element(By.CSS_SELECTOR, "#presentation .words").text


def start(browser, wide=1024, high=768):
    resize(browser, wide, high)
    browser.find_element(By.ID, "present").click()


def numbers(browser):
    lines = browser.find_elements(By.CSS_SELECTOR, "#presentation .words li strong")
    return [line.text.split(".")[0] for line in lines]


def test_causes_of_a_place_are_told_in_short_lines(browser, pages):
    browser.get(pages["working"].as_uri())
    browser.execute_script(
        "const list = document.querySelector('#p1 .causes ul');"
        "list.append(...[2, 3, 4].map(() => list.firstElementChild.cloneNode(true)));"
    )
    problem = browser.execute_script("return document.querySelector('#p1 .causes li strong').textContent")
    start(browser)
    press(browser, Keys.END, Keys.HOME, Keys.PAGE_DOWN, Keys.PAGE_DOWN)
    assert head(browser).startswith("1. ")
    lines = browser.find_elements(By.CSS_SELECTOR, "#presentation .words > ul > li")
    assert [line.text for line in lines] == [problem, problem]
    assert "How sure" not in words(browser)
    assert words(browser).endswith("… and 2 more in the list")


def test_what_is_folded_in_the_list_stands_open(opened):
    opened.execute_script(
        "document.getElementById('p1').insertAdjacentHTML('beforeend', arguments[0])",
        '<div class="folds"><details><summary>Measures here: 4</summary><p>1. One<br>'
        '<a href="#m2" data-key="m2">2. Two</a><br>3. Three<br>4. Four</p></details>'
        '<details class="causes"><summary>Likely causes: 3</summary><div>As people see them:</div>'
        "<ul><li><strong>Dark</strong><br>Sure</li><li><strong>Empty</strong></li><li>Far</li></ul></details></div>",
    )
    start(opened)
    press(opened, Keys.PAGE_DOWN, Keys.PAGE_DOWN)
    assert opened.find_elements(By.CSS_SELECTOR, "#presentation details") == []
    assert words(opened).split("\n")[-9:] == [
        "Measures here: 4",
        "1. One",
        "2. Two",
        "3. Three",
        "… and 1 more in the list",
        "As people see them:",
        "Dark",
        "Empty",
        "… and 1 more in the list",
    ]


def test_the_first_step_explains_marks_not_kinds_and_takes_one_press(opened):
    kind = opened.execute_script("const kind = document.querySelector('.stage > .key .kind');return kind.outerHTML")
    opened.execute_script("document.querySelector('.stage > .key').innerHTML += arguments[0].repeat(20)", kind)
    start(opened)
    told = [part.text for part in opened.find_elements(By.CSS_SELECTOR, "#presentation .key > span")]
    assert told == ["Hotspots", "Measures", "Safety walks"]
    assert opened.find_elements(By.CSS_SELECTOR, "#presentation .key .kind") == []
    slide = opened.switch_to.active_element
    assert slide.get_attribute("class").startswith("slide")
    assert slide.value_of_css_property("outline-style") == "none"
    press(opened, Keys.PAGE_DOWN)
    assert step(opened) == "2 of 6"


def test_many_measures_are_three_steps_of_what_is_left_to_do_overdue_first(opened):
    opened.execute_script(MANY_MEASURES)
    start(opened)
    seen, heads = [], []
    press(opened, Keys.END, Keys.PAGE_UP, Keys.PAGE_UP)
    for _ in range(3):
        seen += numbers(opened)
        heads.append(head(opened))
        press(opened, Keys.PAGE_DOWN)
    assert heads == ["Measures, 1 of 3", "Measures, 2 of 3", "Measures, 3 of 3"]
    assert seen == ["119", "120", "101", "102", "103", "104", "105", "106", "107"]
    assert words(opened).endswith("… and 11 more in the list")


def test_of_a_chosen_status_the_measures_are_shown_though_finished(opened):
    opened.execute_script(
        "const filter = document.getElementById('measure-filter'); filter.value = 'done';"
        "filter.dispatchEvent(new Event('change', {bubbles: true}));"
    )
    start(opened)
    press(opened, Keys.END)
    finished = opened.find_element(By.CSS_SELECTOR, "#measure-rows tr.finished .no")
    assert numbers(opened) == [finished.get_attribute("textContent")]


def test_a_measure_names_its_place(opened):
    opened.execute_script(
        "const link = document.querySelector('#measure-rows tr:not(.finished) a').cloneNode(true);"
        "document.querySelector('#p2 p').append(link);"
    )
    start(opened)
    press(opened, Keys.END)
    assert "2. Badhusparken" in words(opened)


def shown(browser, selector):
    marks = browser.find_elements(By.CSS_SELECTOR, f"#map {selector}")
    return sorted(mark.text for mark in marks if mark.is_displayed())


def test_the_map_shows_what_the_step_is_about_and_afterwards_all_as_it_was(opened):
    before = {name: shown(opened, name) for name in (".place-mark", ".measure-mark", ".stop-mark")}
    assert all(before.values())
    title = "return [...document.querySelectorAll('.measure-mark')].map(mark => mark.title).sort()"
    titles = opened.execute_script(title)
    size = opened.find_element(By.CSS_SELECTOR, ".measure-mark").size
    opened.execute_script(
        "document.querySelector('#p1 p').append(document.querySelector('#measure-rows a').cloneNode(true))"
    )
    start(opened)
    assert shown(opened, ".place-mark") == before[".place-mark"]
    assert shown(opened, ".measure-mark") == shown(opened, ".stop-mark") == []
    press(opened, Keys.PAGE_DOWN, Keys.PAGE_DOWN)
    assert shown(opened, ".stop-mark") == ["1"]
    assert shown(opened, ".measure-mark") == ["1"]
    press(opened, Keys.PAGE_DOWN)
    assert shown(opened, ".stop-mark") == shown(opened, ".measure-mark") == []
    press(opened, Keys.END)
    assert shown(opened, ".measure-mark") == numbers(opened)
    sign = opened.find_element(By.CSS_SELECTOR, ".measure-mark")
    assert sign.size["width"] == 1.5 * size["width"]
    badge = sign.find_element(By.TAG_NAME, "span")
    covered = badge.rect["x"] - sign.rect["x"]
    assert covered > 0.6 * sign.size["width"]
    press(opened, Keys.ESCAPE)
    assert {name: shown(opened, name) for name in before} == before
    assert opened.execute_script(title) == titles
    assert opened.find_element(By.CSS_SELECTOR, ".measure-mark").size == size
    assert opened.get_log("browser") == []
