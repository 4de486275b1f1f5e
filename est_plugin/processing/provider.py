# SPDX-License-Identifier: GPL-2.0-or-later
"""The toolbox provider "EST"."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from est_plugin import paths
from est_plugin.processing.accuracy import AccuracyAlgorithm
from est_plugin.processing.change import ChangeAlgorithm
from est_plugin.processing.clusters import ClustersAlgorithm
from est_plugin.processing.copydatabase import CopyDatabaseAlgorithm
from est_plugin.processing.createdatabase import CreateDatabaseAlgorithm
from est_plugin.processing.darkstretches import DarkStretchesAlgorithm
from est_plugin.processing.demodatabase import DemoDatabaseAlgorithm
from est_plugin.processing.exportpackage import ExportPackageAlgorithm
from est_plugin.processing.fieldpackage import FieldPackageAlgorithm
from est_plugin.processing.fieldreturn import FieldReturnAlgorithm
from est_plugin.processing.forget import ForgetAlgorithm
from est_plugin.processing.heatmap import HeatmapAlgorithm
from est_plugin.processing.hotspots import HotspotsAlgorithm
from est_plugin.processing.importincidents import ImportIncidentsAlgorithm
from est_plugin.processing.nearrepeat import NearRepeatAlgorithm
from est_plugin.processing.proposewalk import ProposeWalkAlgorithm
from est_plugin.processing.purge import PurgeAlgorithm
from est_plugin.processing.putonstreets import PutOnStreetsAlgorithm
from est_plugin.processing.rhythm import RhythmAlgorithm
from est_plugin.processing.shuffletest import ShuffleTestAlgorithm
from est_plugin.processing.stability import StabilityAlgorithm
from est_plugin.processing.walkreport import WalkReportAlgorithm
from est_plugin.processing.walksheet import WalkSheetAlgorithm

_ALGORITHMS = (
    CreateDatabaseAlgorithm,
    CopyDatabaseAlgorithm,
    DemoDatabaseAlgorithm,
    ImportIncidentsAlgorithm,
    HeatmapAlgorithm,
    HotspotsAlgorithm,
    ChangeAlgorithm,
    ShuffleTestAlgorithm,
    RhythmAlgorithm,
    NearRepeatAlgorithm,
    StabilityAlgorithm,
    ClustersAlgorithm,
    AccuracyAlgorithm,
    ProposeWalkAlgorithm,
    DarkStretchesAlgorithm,
    WalkReportAlgorithm,
    WalkSheetAlgorithm,
    PutOnStreetsAlgorithm,
    ExportPackageAlgorithm,
    FieldPackageAlgorithm,
    FieldReturnAlgorithm,
    PurgeAlgorithm,
    ForgetAlgorithm,
)


class EstProvider(QgsProcessingProvider):
    """All algorithms, under the public id ``est``."""

    def id(self) -> str:
        return "est"

    def name(self) -> str:
        return "EST"

    def longName(self) -> str:
        return "EST (effektiv samordning för trygghet)"

    def icon(self) -> QIcon:
        return QIcon(paths.icon("est"))

    def loadAlgorithms(self) -> None:
        for algorithm in _ALGORITHMS:
            self.addAlgorithm(algorithm())
