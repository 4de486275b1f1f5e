# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialog that asks once which layer is the lamp register, and what its fields and values mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from est_plugin.analysis.dark_stretches import LampState
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError
from est_plugin.i18n import translate
from est_plugin.layers import lamp_memory, roles
from est_plugin.layers.lamp_layer import LampMapping, SeenValue, proposed_mapping, seen_values
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.whole_reading import answered_features

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.gui.session import Session

_MEANINGS = {
    LampState.UNKNOWN: QT_TRANSLATE_NOOP("est_plugin", "not known"),
    LampState.WORKING: QT_TRANSLATE_NOOP("est_plugin", "works"),
    LampState.BROKEN: QT_TRANSLATE_NOOP("est_plugin", "is out"),
}
#: A status has few values; of a field with more the most common are offered.
_MOST_VALUES = 40


class LampMappingDialog(QDialog):
    """The values that the status field has are read in the background, and offered."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Raises InputError if the project has no layer of points to choose."""
        super().__init__(parent)
        self.setWindowTitle(translate("est_plugin", "Lamp register"))
        self._session = session
        #: What is known of the chosen layer from before.
        self._known = LampMapping()
        self.layer = QgsMapLayerComboBox()
        self.layer.setProject(session.project)
        self.layer.setFilters(Qgis.LayerFilter.PointLayer)
        self.layer.setExceptedLayerList(_not_lamps(session))
        if self.layer.count() == 0:
            self.deleteLater()
            raise InputError(
                QT_TRANSLATE_NOOP("est_plugin", "There are no street lamps to look at."),
                why=QT_TRANSLATE_NOOP("est_plugin", "Neither the database nor the project holds a layer of lamps."),
                what_next=QT_TRANSLATE_NOOP(
                    "est_plugin", "Add the municipality's lamp register to the project as a layer of points."
                ),
            )
        self.status, self.pole, self.owner = (QgsFieldComboBox() for _ in range(3))
        for box in (self.status, self.pole, self.owner):
            box.setAllowEmptyFieldName(True)
        self.values = QTableWidget(0, 3)
        self.distance = QDoubleSpinBox(minimum=1.0, maximum=200.0, singleStep=5.0, decimals=0, suffix=" m")
        self.distance.setValue(session.settings.lamp_distance.value())
        self._lay_out()
        self.layer.layerChanged.connect(self._on_layer)
        self.status.fieldChanged.connect(self._on_status)
        self.layer.setLayer(lamp_memory.lamp_layer(session.project) or self.layer.currentLayer())
        self._on_layer(self.layer.currentLayer())

    def _lay_out(self) -> None:
        self.values.setHorizontalHeaderLabels(
            [translate("est_plugin", "Value"), translate("est_plugin", "Lamps"), translate("est_plugin", "The lamp")]
        )
        self.values.verticalHeader().hide()
        self.values.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.values.setToolTip(
            translate("est_plugin", "A lamp of which nothing is known counts as working, and the result says so.")
        )
        form = QFormLayout()
        form.addRow(translate("est_plugin", "Layer of the lamps"), self.layer)
        form.addRow(translate("est_plugin", "Field: does it work?"), self.status)
        form.addRow(translate("est_plugin", "What its values mean"), self.values)
        form.addRow(translate("est_plugin", "Field: pole id"), self.pole)
        form.addRow(translate("est_plugin", "Field: owner"), self.owner)
        form.addRow(translate("est_plugin", "A lamp lights"), self.distance)
        note = QLabel(translate("est_plugin", "Asked once: the project and your settings remember the answer."))
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(translate("est_plugin", "Use these lamps"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(translate("est_plugin", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self.resize(520, 460)

    def accept(self) -> None:
        """Remember what was said."""
        layer = self.layer.currentLayer()
        if isinstance(layer, QgsVectorLayer):
            entries = self._session.settings
            lamp_memory.remember(self._session.project, layer, self.mapping(), entries.lamp_fields)
            entries.lamp_distance.setValue(self.distance.value())
        super().accept()

    def done(self, result: int) -> None:
        """Show no more of what is being read."""
        self._session.reader.drop(self)
        super().done(result)

    def mapping(self) -> LampMapping:
        """What the person says."""
        meant: dict[LampState, set[str]] = {state: set() for state in LampState}
        for row in range(self.values.rowCount()):
            box = self.values.cellWidget(row, 2)
            meant[LampState(box.currentData())].add(self.values.item(row, 0).data(Qt.ItemDataRole.UserRole))
        return LampMapping(
            status_field=self.status.currentField(),
            working=frozenset(meant[LampState.WORKING]),
            broken=frozenset(meant[LampState.BROKEN]),
            pole_field=self.pole.currentField(),
            owner_field=self.owner.currentField(),
        )

    def _on_layer(self, layer: object) -> None:
        if not isinstance(layer, QgsVectorLayer):
            return
        known = lamp_memory.mapping_of(self._session.project, layer, self._session.settings.lamp_fields)
        self._known = known or proposed_mapping(layer.fields().names())
        self.values.setRowCount(0)
        for box, name in (
            (self.status, self._known.status_field),
            (self.pole, self._known.pole_field),
            (self.owner, self._known.owner_field),
        ):
            box.setLayer(layer)
            box.setField(name)
        self._on_status(self.status.currentField())

    def _on_status(self, field: str) -> None:
        """Offer the values of the field as soon as they are read."""
        layer = self.layer.currentLayer()
        self.values.setRowCount(0)
        self._session.reader.drop(self)
        if not isinstance(layer, QgsVectorLayer) or not field or layer.fields().lookupField(field) < 0:
            return
        source = QgsVectorLayerFeatureSource(layer)
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([field], layer.fields())
        self._session.fetch(self, lambda: seen_values(answered_features(source, request), field), self._offer)

    def _offer(self, values: tuple[SeenValue, ...]) -> None:
        shown = values[:_MOST_VALUES]
        self.values.setRowCount(len(shown))
        for row, seen in enumerate(shown):
            value = QTableWidgetItem(seen.value or translate("est_plugin", "(empty)"))
            value.setData(Qt.ItemDataRole.UserRole, seen.value)
            number = QTableWidgetItem(str(seen.lamps))
            for column, item in enumerate((value, number)):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.values.setItem(row, column, item)
            box = QComboBox()
            for state, meaning in _MEANINGS.items():
                box.addItem(translate("est_plugin", meaning), state.value)
            box.setCurrentIndex(box.findData(self._state(seen.value).value))
            self.values.setCellWidget(row, 2, box)

    def _state(self, value: str) -> LampState:
        if value in self._known.broken:
            return LampState.BROKEN
        return LampState.WORKING if value in self._known.working else LampState.UNKNOWN


def _not_lamps(session: Session) -> list[QgsVectorLayer]:
    """The layers of ours that hold something else."""
    layers = session.project.mapLayers().values()
    return [layer for layer in layers if roles.is_from_est(layer) and roles.kind_of(layer) is not LayerRole.LAMPS]
