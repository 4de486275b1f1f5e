# SPDX-License-Identifier: GPL-2.0-or-later
"""What the gate lets through, what it stops; cells of tables; the tile frame; words for changes."""

from __future__ import annotations

from datetime import date

import pytest

from est_plugin.analysis.count_change import compare_counts
from est_plugin.domain.edition import Edition
from est_plugin.errors import ExportError
from est_plugin.export.allowed_columns import forbidden_names
from est_plugin.export.changes import words_of
from est_plugin.export.csv_file import cell
from est_plugin.export.folder import Seal, seal, work_folder
from est_plugin.export.frame import TILE, frame_of
from est_plugin.export.gate import check_file
from est_plugin.export.gate_rules import GateRules
from est_plugin.export.plan import ascii_name
from est_plugin.i18n import Language

HARMLESS = (
    "2026-03-01 – 2026-03-31, 14:05, 674000.1,6580000.2",
    "[674000.1,6580000.2],[0.05,12,0.001]",
    "Lamp post 4711, 1781 2026:00012, 19811228-9870",
    "f3680ca8e40bc16ecf6631258005d3186ccdabafd6f677ddc9b050990c1d1f0a",
    "2,4 km, 31 minutes, +27 %",
)
HARMFUL = (
    "19811228-9874",
    "811228-9874",
    "8112289874",
    "811288-9848",
    "070-174 06 05",
    "+46 70 174 06 05",
    "0701740605",
    "anna.b@example.org",
    *(name for name in sorted(forbidden_names(Edition.MEETING)) if "_" in name),
)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_passes(tmp_path, text):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    check_file(path)


@pytest.mark.parametrize("text", HARMFUL)
@pytest.mark.parametrize("form", ["{}", "<p>{}</p>", '<script type="application/json" id="data">["{}"]</script>'])
def test_harmful_text_is_stopped_and_not_repeated(tmp_path, text, form):
    path = tmp_path / ("a.csv" if form == "{}" else "a.html")
    path.write_text(form.format(text), encoding="utf-8")
    with pytest.raises(ExportError) as caught:
        check_file(path)
    assert text not in str(caught.value)


def test_programs_and_looks_of_a_page_are_not_read(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<script>a@b.se</script><style>a@b.se</style>", encoding="utf-8")
    check_file(path)


def test_empty_file_is_not_handed_out(tmp_path):
    with work_folder(tmp_path / "out") as work:
        (work / "draft").mkdir()
        (work / "draft" / "a.txt").write_text("")
        with pytest.raises(ExportError, match="is empty"):
            seal(work / "draft", Seal({}, GateRules(), date(2026, 3, 31)))
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_cell_is_never_a_formula(start):
    assert cell(f"{start}1+1") == f"'{start}1+1"


def test_cell_has_decimal_comma_and_keeps_negative_numbers():
    assert [cell(1.5), cell(-2), cell(None), cell("Torget")] == ["1,5", "-2", "", "Torget"]


@pytest.mark.parametrize("extent", [(0, 0, 2000, 2000), (0.5, 0.5, 90_000.5, 40_000.5), (-300, -300, 4000, 90_000)])
def test_tiles_cover_the_extent_and_are_few(extent):
    frame = frame_of(extent)
    west, south, east, north = frame.bounds
    assert west <= extent[0]
    assert south <= extent[1]
    assert east >= extent[2]
    assert north >= extent[3]
    assert frame.columns * frame.rows <= 64
    assert east - west == frame.columns * TILE * frame.resolution
    for zoom in range(4):
        side = frame.side(zoom)
        tiles = frame.tiles(zoom)
        corners = [(west + column * side, north - row * side) for column, row in tiles]
        assert len(set(corners)) == len(tiles) <= 64 * 4**zoom
        assert min(x for x, _ in corners) <= extent[0] < min(x for x, _ in corners) + side
        assert max(x for x, _ in corners) < extent[2] <= max(x for x, _ in corners) + side
        assert min(y for _, y in corners) - side <= extent[1] < min(y for _, y in corners)
        assert max(y for _, y in corners) - side < extent[3] <= max(y for _, y in corners)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["0 (unchanged)", "−1 (too few to tell)", "+20 (more)", "+24 (+9\xa0%, may be chance)"]),
        ("sv", ["0 (oförändrat)", "−1 (för få för att säga)", "+20 (fler)", "+24 (+9\xa0%, kan vara slump)"]),
    ],
)
def test_changes_are_told_by_number_and_word(language, told):
    changes = [compare_counts(*numbers, 31, 30) for numbers in ((5, 5), (9, 10), (30, 10), (305, 281))]
    assert [words_of(change, Language(language).translate) for change in changes] == told


def test_names_of_files_are_ascii():
    assert [ascii_name(text) for text in ("Östra Göinge", "../x", "")] == ["Ostra-Goinge", "x", "kommun"]
