# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells does the search compare? Those where incidents are, or those in the polygons of a layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from qgis.core import Qgis, QgsCoordinateReferenceSystem
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox

from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.layer_snapshot import snapshot
from est_plugin.layers.study_area import area_of

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateTransformContext, QgsFeatureSource, QgsVectorLayer
    from shapely.geometry.base import BaseGeometry

    from est_plugin.db.database import Database
    from est_plugin.gui.session import Session

#: Where a project keeps the choice: the id of the layer.
_SCOPE, _ENTRY = "est_plugin", "study_area"


@dataclass(frozen=True)
class ChosenArea:
    """The polygons of a layer, for any thread."""

    source: QgsFeatureSource
    transforms: QgsCoordinateTransformContext

    def polygon(self, database: Database) -> BaseGeometry:
        """All polygons together, in the database's CRS. Raises DatabaseError if they were not read to their end."""
        crs = QgsCoordinateReferenceSystem(database.crs_authid)
        return cast("BaseGeometry", area_of(self.source, crs, self.transforms))


class StudyAreaChoice(QgsMapLayerComboBox):
    """The polygon layers of the project, but none of EST; the project remembers the choice."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._project = session.project
        self.setProject(session.project)
        # Long names of layers must not make the whole dock wider.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFilters(Qgis.LayerFilter.PolygonLayer)
        self.setAllowEmptyLayer(True, translate("est_plugin", "Where incidents are"))  # noqa: FBT003 (Qt)
        tip = translate(
            "est_plugin",
            "A layer with the ground where people live and move, such as built-up areas. Empty land in it makes the "
            "town itself look hot. Without a layer the cells with incidents, and the gaps between them, are compared.",
        )
        self.setToolTip(tip)
        self.setWhatsThis(tip)
        self.restore()
        self.activated.connect(self._remember)
        # In the place of a layer that is gone QGIS would choose another.
        session.layer_events.listed.connect(self.restore)

    def restore(self) -> None:
        """Choose what the project remembers."""
        self._leave_out_ours()
        self.setLayer(self._project.mapLayer(self._project.readEntry(_SCOPE, _ENTRY)[0]))

    def chosen(self) -> ChosenArea | None:
        """The layer as it is now, to be read in any thread; None for where the incidents are."""
        layer = self.currentLayer()
        if layer is None:
            return None
        return ChosenArea(snapshot(cast("QgsVectorLayer", layer), None), self._project.transformContext())

    def _leave_out_ours(self) -> None:
        """What EST found asks about itself, and houses or measures are no ground where incidents can be anywhere."""
        self.setExceptedLayerList([layer for layer in self._project.mapLayers().values() if roles.is_from_est(layer)])

    def _remember(self) -> None:
        layer = self.currentLayer()
        self._project.writeEntry(_SCOPE, _ENTRY, "" if layer is None else layer.id())
