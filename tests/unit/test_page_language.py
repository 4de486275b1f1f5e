# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a second language is held beside the first."""

from __future__ import annotations

from est_plugin.export.page_language import second_body, second_data


def test_only_what_differs_is_held():
    first = {"a": 1, "b": [{"name": "x", "at": [1, 2]}, {"name": "y", "at": [3, 4]}], "texts": {"no": "no", "ok": "ok"}}
    second = {
        "a": 1,
        "b": [{"name": "x", "at": [1, 2]}, {"name": "z", "at": [3, 4]}],
        "texts": {"no": "nej", "ok": "ok"},
    }
    assert second_data(first, second) == {"b": {"1": {"name": "z"}}, "texts": {"no": "nej"}}


def test_equal_data_need_nothing():
    assert second_data({"a": [1]}, {"a": [1]}) is None


def test_a_list_of_another_length_is_held_whole():
    assert second_data({"a": [1, 2]}, {"a": [1, 2, 3]}) == {"a": [1, 2, 3]}


def test_a_large_picture_of_both_is_named_by_its_number():
    large, other, small = (
        f"data:image/png;base64,{sign * size}" for sign, size in (("A", 2000), ("B", 2000), ("C", 9))
    )
    first = f'<img src="{small}"><img src="{large}">'
    second = second_body(first, f'<img alt="2" src="{large}"><img src="{other}"><img src="{small}">')
    assert second == f'<img alt="2" data-picture="1"><img src="{other}"><img src="{small}">'
