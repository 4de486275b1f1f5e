# SPDX-License-Identifier: GPL-2.0-or-later
"""Which comments and photos of a walk may its participants see? A list in which a person ticks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon, QPixmap
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidgetItem

from est_plugin.export.walk_report_release import Released
from est_plugin.gui.page import list_table
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qgis.PyQt.QtGui import QImage
    from qgis.PyQt.QtWidgets import QTableWidget

    from est_plugin.export.walk_report_release import Choice

_STOP, _SEEN, _WORDS, _PHOTO = range(4)
#: Pixels; longer texts of these columns are wrapped.
_NARROW = 140
#: Longest side of a thumbnail in pixels: faces and number plates must be seen.
THUMBNAIL = 240


class ReleaseTable:
    """The table, and what is ticked in it; at first nothing is."""

    def __init__(self, rows: Sequence[Choice], thumbnails: Mapping[str, QImage]) -> None:
        """``thumbnails`` holds the photo of each observation (a uuid) that can be read."""
        self._rows = rows
        self.widget: QTableWidget = list_table(
            (
                translate("est_plugin", "Stop"),
                translate("est_plugin", "What was seen"),
                translate("est_plugin", "Comment"),
                translate("est_plugin", "Photo"),
            ),
            (_WORDS,),
        )
        self.widget.setRowCount(len(rows))
        header = self.widget.horizontalHeader()
        for column in (_STOP, _SEEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.widget.setColumnWidth(column, _NARROW)
        self.widget.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.widget.setSelectionMode(self.widget.SelectionMode.NoSelection)
        for line, row in enumerate(rows):
            self.widget.setItem(
                line, _STOP, QTableWidgetItem(f"{row.stop}. {row.place}" if row.place else str(row.stop))
            )
            self.widget.setItem(line, _SEEN, QTableWidgetItem(row.what))
            self.widget.setItem(line, _WORDS, _ticked(row.words) if row.words else QTableWidgetItem())
            self.widget.setItem(line, _PHOTO, _photo(row, thumbnails.get(row.uuid)))
        self.widget.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def released(self) -> Released:
        """What is ticked now."""
        return Released(
            {row.uuid: row.words for row in self._chosen(_WORDS)},
            {row.uuid: row.photo for row in self._chosen(_PHOTO) if row.photo is not None},
        )

    def _chosen(self, column: int) -> list[Choice]:
        return [
            row
            for line, row in enumerate(self._rows)
            if self.widget.item(line, column).checkState() == Qt.CheckState.Checked
        ]


def _ticked(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    return item


def _photo(row: Choice, thumbnail: QImage | None) -> QTableWidgetItem:
    if row.photo is None:
        return QTableWidgetItem()
    if thumbnail is None:
        return QTableWidgetItem(translate("est_plugin", "The photo cannot be read."))
    item = _ticked("")
    item.setIcon(QIcon(QPixmap.fromImage(thumbnail)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, translate("est_plugin", "Photo"))
    return item
