# SPDX-License-Identifier: GPL-2.0-or-later
"""A result is told in words of one language, and looks the same each time it is drawn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser

from est_plugin import paths
from est_plugin.analysis.count_change import Verdict
from est_plugin.analysis.method_box import NO_CORRECTION, NO_TEST, MethodBox
from est_plugin.export.chart import Chart, new_figure, to_svg
from est_plugin.export.result_page import ResultPage, ResultTable, method_rows
from est_plugin.i18n import Language
from est_plugin.sentence import Sentence

SWEDISH = Language("sv")


def bars(heights: tuple[float, ...]) -> bytes:
    figure = new_figure(4, 2)
    axes = figure.subplots()
    axes.bar(range(len(heights)), heights, label="Händelser")
    axes.legend()
    return to_svg(figure)


def box(tests: int = 0) -> MethodBox:
    exact = Sentence("exact")
    return MethodBox(Sentence("How many?"), NO_TEST, exact, tests, NO_CORRECTION, (("Cells are", 2.5),), "abc")


def test_a_sentence_is_told_with_the_numbers_and_labels_of_its_language() -> None:
    sentence = Sentence("{share} {verdict} {inner}", share=0.25, verdict=Verdict.MORE, inner=Sentence("{n}", n=3))
    assert SWEDISH.say(sentence) == "0,25 fler 3"
    assert Language("en").say(sentence) == "0.25 more 3"


def test_a_sentence_equals_another_with_the_same_words_and_values() -> None:
    assert Sentence("{n}", n=1) == Sentence("{n}", n=1) != Sentence("{n}", n=2)
    assert len({Sentence("a"), Sentence("a"), Sentence("b")}) == 2
    assert str(Sentence("{n} of {all}", n=1, all=2)) == "1 of 2"


def test_a_method_box_speaks_of_tests_only_where_there_are_any() -> None:
    without, with_tests = (dict(method_rows(box(tests), Language("en"))) for tests in (0, 12))
    assert "p-value" not in without
    assert "Number of tests" not in without
    assert with_tests["p-value"] == "exact"
    assert with_tests["Number of tests"] == "12"
    assert with_tests["Version of the EST plugin"] == paths.version()
    assert dict(method_rows(box(), SWEDISH))["Cellerna är"] == "2,5"


def test_the_same_chart_gives_the_same_bytes_in_any_thread() -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = set(pool.map(bars, [(1.0, 2.0)] * 8))
    assert len(drawn) == 1
    assert "Händelser" in drawn.pop().decode(), "text stays text"


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.pictures: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "img":
            self.pictures.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_page_holds_everything_itself_and_lets_no_text_become_markup() -> None:
    table = ResultTable("Table", ("Place", "Incidents"), (("<b>Torget</b>", 1234),))
    chart = Chart(bars((1.0,)), 'One "bar"')
    seen = _Seen()
    seen.feed(ResultPage("T&T", ("First.", "<script>"), (chart,), (table,), (("Cells", "5 < 6"),)).html(SWEDISH))
    assert not {"script", "b", "link"} & set(seen.tags)
    assert {"First.", "<script>", "<b>Torget</b>", "1234", "5 < 6"} <= set(seen.texts)
    assert seen.pictures[0]["alt"] == 'One "bar"'
    assert (seen.pictures[0]["src"] or "").startswith("data:image/svg+xml;base64,")
