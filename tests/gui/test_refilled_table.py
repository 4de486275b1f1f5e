# SPDX-License-Identifier: GPL-2.0-or-later
"""A list that is filled again while a person has chosen rows of it."""

from __future__ import annotations

from qgis.PyQt.QtTest import QSignalSpy

from est_plugin.gui.page import fill, key_of, list_table


def test_what_is_selected_follows_its_row_and_only_a_loss_is_told(qgis_app: object) -> None:
    table = list_table(["Place"])
    fill(table, [["Torget"], ["Bron"], ["Parken"]], ["t", "b", "p"])
    table.selectRow(1)
    changed = QSignalSpy(table.itemSelectionChanged)
    fill(table, [["Parken"], ["Stationen"], ["Torget"], ["Bron"]], ["p", "s", "t", "b"])
    assert [key_of(table, index.row()) for index in table.selectionModel().selectedRows()] == ["b"]
    assert len(changed) == 0
    fill(table, [["Parken"], ["Stationen"]], ["p", "s"])
    assert table.selectionModel().selectedRows() == []
    assert len(changed) == 1
