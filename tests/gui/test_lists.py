# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of many rows: filling one again measures each row about once."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QHeaderView, QStyledItemDelegate

from est_plugin.gui.page import fill, list_table


class _Counting(QStyledItemDelegate):
    measured = 0

    def sizeHint(self, option, index):
        self.measured += 1
        return super().sizeHint(option, index)


@pytest.mark.parametrize("count", [0, 1, 250, 1000])
def test_filling_a_list_again_does_not_measure_all_rows_for_every_text(qgis_app, count):
    table = list_table(("Name", "Number"), (1,))
    delegate = _Counting(table)
    table.setItemDelegate(delegate)
    rows = [(f"Row {number}", number) for number in range(count)]
    keys = [str(number) for number in range(count)]
    fill(table, rows, keys)
    table.show()
    QTest.qWait(20)
    delegate.measured = 0
    fill(table, [(f"Another {number}", number) for number in range(count)], keys)
    QTest.qWait(20)
    assert delegate.measured <= 20 * count
    mode = QHeaderView.ResizeMode
    assert [table.horizontalHeader().sectionResizeMode(column) for column in range(2)] == [
        mode.ResizeToContents, mode.Stretch,
    ]  # fmt: skip
    table.deleteLater()
