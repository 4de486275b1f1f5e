# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do people live, for the public edition? A layer of the project with its field, or the database's own map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsFieldProxyModel
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from est_plugin.export.addresses import source_of
from est_plugin.i18n import translate
from est_plugin.layers import roles

if TYPE_CHECKING:
    from est_plugin.export.addresses import AddressSource
    from est_plugin.gui.session import Session

#: Where a project keeps the choice.
_SCOPE, _LAYER, _FIELD = "est_plugin", "addresses", "addresses_field"


class AddressBox(QWidget):
    """The layer and below it the field; the project remembers both."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._project = session.project
        self.layer = QgsMapLayerComboBox()
        self.layer.setProject(session.project)
        # Two flags together are a number to PyQt5, unless somebody has asked for the type of the set before.
        kinds = Qgis.LayerFilters(Qgis.LayerFilter.PointLayer | Qgis.LayerFilter.PolygonLayer)  # type: ignore[call-overload]
        self.layer.setFilters(kinds)
        own = translate("est_plugin", "The database's own addresses or buildings")
        self.layer.setAllowEmptyLayer(True, own)  # noqa: FBT003 (Qt's signature)
        self.field = QgsFieldComboBox()
        self.field.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.field.setAllowEmptyFieldName(True)
        for box in (self.layer, self.field):
            # Long names must not make the dock wider.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.field.setAccessibleName(translate("est_plugin", "Number of addresses"))
        self.fault = QLabel(translate("est_plugin", "⚠ The layer of addresses cannot be read."), wordWrap=True)
        tip = translate(
            "est_plugin",
            "Where people live: a square of the public edition is shown only if at least eight addresses lie in it. A "
            "field may say how many addresses or households each place stands for.",
        )
        self.setToolTip(tip)
        self.setWhatsThis(tip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.layer)
        layout.addWidget(self.field)
        layout.addWidget(self.fault)
        self.layer.layerChanged.connect(self._on_layer)
        self.layer.activated.connect(lambda _index: self._remember())
        self.field.activated.connect(lambda _index: self._remember())
        # In the place of a layer that is gone QGIS would choose another.
        session.layer_events.listed.connect(self.restore)
        self.restore()

    def restore(self) -> None:
        """Choose what the project remembers. Places of EST are no places where people live."""
        self.layer.setExceptedLayerList(
            [layer for layer in self._project.mapLayers().values() if roles.is_from_est(layer)]
        )
        self.layer.setLayer(self._project.mapLayer(self._project.readEntry(_SCOPE, _LAYER)[0]))
        self._on_layer()
        self.field.setField(self._project.readEntry(_SCOPE, _FIELD)[0])

    def source(self) -> AddressSource | None:
        """The choice for any thread; None for the database's own map.

        Raises InputError for a layer that is not there any more.
        """
        layer = self.layer.currentLayer()
        return None if layer is None else source_of(layer, self.field.currentField())

    def _on_layer(self) -> None:
        layer = self.layer.currentLayer()
        self.field.setLayer(layer)
        is_there = layer is not None and layer.isValid()
        self.field.setVisible(is_there)
        self.fault.setVisible(layer is not None and not is_there)

    def _remember(self) -> None:
        layer = self.layer.currentLayer()
        self._project.writeEntry(_SCOPE, _LAYER, "" if layer is None else layer.id())
        self._project.writeEntry(_SCOPE, _FIELD, self.field.currentField())
