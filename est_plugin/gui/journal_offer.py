# SPDX-License-Identifier: GPL-2.0-or-later
"""The bar that offers what a crash, or a broken save, left behind: put it back, look at it, or discard it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from est_plugin.db.arrivals import GEOMETRY, Operation
from est_plugin.db.journal_file import State
from est_plugin.db.times import LOCAL_ZONE, from_text
from est_plugin.gui.bar import Bar, Tone
from est_plugin.gui.messages import told
from est_plugin.i18n import translate
from est_plugin.layers.buffered_changes import from_json
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from qgis.core import QgsFieldFormatterRegistry, QgsVectorLayer

    from est_plugin.db.arrivals import SentChange
    from est_plugin.gui.arrival_check import Lacking
    from est_plugin.gui.session import Session

#: What says nothing to a person.
_HIDDEN = frozenset({"uuid", "version", "changed_at", "changed_by"})


class JournalOffer(Bar):
    """Hidden while nothing is left behind."""

    def __init__(self, session: Session) -> None:
        super().__init__(Tone.LEFT_BEHIND, buttons_below=True)
        self._check = session.arrival_check
        self.messages = session.messages
        self.put_back_button = self.add_button(translate("est_plugin", "Put back"), self._check.put_back_left)
        self.show_button = self.add_button(translate("est_plugin", "Show"), self.show_changes)
        self.discard_button = self.add_button(translate("est_plugin", "Discard"), self.discard)
        self._check.left_changed.connect(self.refresh)
        self.refresh()

    @told
    def refresh(self) -> None:
        """Say what is left now."""
        left = self._check.left
        self.setVisible(bool(left))
        if not left:
            return
        count = sum(len(lacking.changes) for lacking in left)
        since = _local(min(lacking.entry.written_at for lacking in left))
        if all(lacking.entry.state is State.LEFT for lacking in left):
            text = translate(
                "est_plugin",
                "%n change(s) from {time} are not in the database, and their rows are not shown on the map. Choose "
                "another period, or all categories, and put them back.",
                "",
                count,
            )
        else:
            text = translate(
                "est_plugin",
                "QGIS ended before everything was saved. %n change(s) from {time} are kept here.",
                "",
                count,
            )
        self.text.setText(text.format(time=f"{since:%Y-%m-%d %H:%M}"))

    @told
    def show_changes(self) -> None:
        """Show each change: where, what, and with which values."""
        dialog = QDialog(self.window())
        dialog.setWindowTitle(translate("est_plugin", "Changes that were not saved"))
        dialog.resize(720, 360)
        layout = QVBoxLayout(dialog)
        layout.addWidget(self._table())
        buttons = QDialogButtonBox()
        buttons.addButton(translate("est_plugin", "Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(dialog.reject)
        layout.addWidget(buttons)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @told
    def discard(self) -> None:
        """Forget them for good, if the person agrees."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("EST")
        box.setText(translate("est_plugin", "Discard what was not saved?"))
        box.setInformativeText(translate("est_plugin", "It is then gone for good, also from this computer."))
        discard = box.addButton(translate("est_plugin", "Discard"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(translate("est_plugin", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.exec()
        if box.clickedButton() is discard:
            self._check.discard_left()

    def _table(self) -> QTableWidget:
        rows = [(lacking, change) for lacking in self._check.left for change in lacking.changes]
        table = QTableWidget(len(rows), 4)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.setHorizontalHeaderLabels(
            [
                translate("est_plugin", "When"),
                translate("est_plugin", "Layer"),
                translate("est_plugin", "What"),
                translate("est_plugin", "Values"),
            ]
        )
        operations = _operations()
        for line, (lacking, change) in enumerate(rows):
            cells = (
                f"{_local(lacking.entry.written_at):%Y-%m-%d %H:%M}",
                translate("est_plugin", LayerRole(lacking.entry.role).label),
                operations[change.operation],
                "; ".join(self._values(lacking, change)),
            )
            for column, text in enumerate(cells):
                table.setItem(line, column, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        table.horizontalHeader().setStretchLastSection(True)
        return table

    def _values(self, lacking: Lacking, change: SentChange) -> Iterator[str]:
        """The values in the words of the form."""
        layer = self._check.journal.layer_for(lacking.entry)
        for name, value in change.values.items():
            if name == GEOMETRY:
                yield translate("est_plugin", "the place on the map")
            elif name not in _HIDDEN and value not in (None, ""):
                yield f"{name}: {value}" if layer is None else _in_words_of_the_form(layer, name, value)


def _in_words_of_the_form(layer: QgsVectorLayer, name: str, value: object) -> str:
    index = layer.fields().indexOf(name)
    if index < 0:
        return f"{name}: {value}"
    setup = layer.editorWidgetSetup(index)
    registry: QgsFieldFormatterRegistry = QgsApplication.fieldFormatterRegistry()  # type: ignore[assignment] # never None
    shown = registry.fieldFormatter(setup.type()).representValue(
        layer, index, setup.config(), None, from_json(value, layer.fields().at(index).type())
    )
    return f"{layer.attributeDisplayName(index)}: {shown}"


def _operations() -> dict[Operation, str]:
    return {
        Operation.INSERT: translate("est_plugin", "New"),
        Operation.UPDATE: translate("est_plugin", "Changed"),
        Operation.DELETE: translate("est_plugin", "Deleted"),
    }


def _local(instant: str) -> datetime:
    return from_text(instant).astimezone(LOCAL_ZONE)
