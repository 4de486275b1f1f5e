# SPDX-License-Identifier: GPL-2.0-or-later
"""What all EST algorithms share: help from the parameters, and errors that a person can act on."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from qgis.core import (  # type: ignore[attr-defined] # the stubs lack QgsProcessingException
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtGui import QIcon

from est_plugin import paths
from est_plugin.errors import EstError
from est_plugin.i18n import message_of
from est_plugin.layers import lasting_crs
from est_plugin.layers.layer_snapshot import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsFeatureSource, QgsProcessingContext, QgsProcessingParameterDefinition

    from est_plugin.feedback import Feedback


class ProcessingFeedback:
    """Our feedback, spoken to QGIS's."""

    def __init__(self, feedback: QgsProcessingFeedback | None) -> None:
        self._feedback = feedback or QgsProcessingFeedback()

    def is_cancelled(self) -> bool:
        return self._feedback.isCanceled()

    def set_progress(self, fraction: float) -> None:
        self._feedback.setProgress(100.0 * fraction)

    def info(self, text: str) -> None:
        self._feedback.pushInfo(text)


class EstAlgorithm(QgsProcessingAlgorithm):
    """A thin face over a function of another room. ``ID`` and the parameter names are public and never change."""

    ID = ""
    ICON = "est"

    def __init__(self) -> None:
        super().__init__()
        self._layers: dict[str, QgsFeatureSource] = {}

    @abstractmethod
    def work(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: Feedback) -> dict[str, Any]:
        """Do the work; an EstError raised here is shown translated, without a traceback."""

    @abstractmethod
    def help_text(self) -> str:
        """What the algorithm does, in a few translated sentences."""

    def name(self) -> str:
        return self.ID

    def group(self) -> str:
        return ""

    def groupId(self) -> str:
        return ""

    def icon(self) -> QIcon:
        return QIcon(paths.icon(self.ICON))

    def createInstance(self) -> EstAlgorithm:
        return type(self)()

    def shortHelpString(self) -> str:
        """The help text, then each parameter with its own help: form and documentation share one source."""
        parts = [f"<p>{self.help_text()}</p>"]
        parts += [
            f"<p><b>{definition.description()}</b><br>{definition.help()}</p>"
            for definition in self.parameterDefinitions()
            if definition.help()
        ]
        return "".join(parts)

    def add(self, definition: QgsProcessingParameterDefinition, help_text: str = "") -> None:
        """Declare a parameter together with its help."""
        definition.setHelp(help_text)
        if not self.addParameter(definition):
            msg = f"The parameter {definition.name()} is declared twice."
            raise ValueError(msg)

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,  # noqa: ARG002 (QGIS's signature)
    ) -> bool:
        """Take the layers as they are now, while QGIS runs this where they live; the work reads them elsewhere."""
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFeatureSource | QgsProcessingParameterVectorLayer):
                self._take(definition.name(), parameters, context)
        return True

    def _take(self, name: str, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        value = parameters.get(name)
        narrowed = value if isinstance(value, QgsProcessingFeatureSourceDefinition) else None
        chosen = {name: value} if narrowed is None else {name: narrowed.source}
        layer = self.parameterAsVectorLayer(chosen, name, context)
        if layer is not None:
            self._layers[name] = snapshot(layer, narrowed)

    def layer_source(self, name: str) -> QgsFeatureSource | None:
        """The features of the layer that was chosen for a parameter; None if there is none."""
        return self._layers.get(name)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        return self._spoken(lambda: self.work(parameters, context, ProcessingFeedback(feedback)))

    def postProcessAlgorithm(
        self,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,  # noqa: ARG002 (QGIS's signature)
    ) -> dict[str, Any]:
        """Let the layers that were made lie right when their thread has ended. A step of a model ends in that of the
        model, where nothing can be done.
        """
        if QThread.currentThread() == QCoreApplication.instance().thread():
            lasting_crs.make_last(context.temporaryLayerStore().mapLayers().values())
        return {}

    @staticmethod
    def _spoken(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        try:
            return work()
        except EstError as error:
            raise QgsProcessingException(str(message_of(error))) from error
