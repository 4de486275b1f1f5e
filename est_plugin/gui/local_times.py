# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets forms, attribute tables and the identify panel of QGIS show and take the times of the EST layers in local time.

The layers do not know: their fields leave the choice of widget to QGIS, and QGIS asks us while the plugin is loaded.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsEditorWidgetSetup, QgsVectorLayer
from qgis.gui import QgsEditorWidgetAutoConfPlugin, QgsEditorWidgetFactory, QgsGui

from est_plugin.gui.local_time_edit import LocalTimeEdit
from est_plugin.i18n import translate
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.layer_watch import LayerWatch
from est_plugin.layers.local_time import WIDGET, LocalTimeFormatter, widget_setup

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsProject
    from qgis.gui import QgsEditorWidgetWrapper, QgsSearchWidgetWrapper
    from qgis.PyQt.QtWidgets import QWidget

    from est_plugin.layers.layer_watch import Ties

_SCORE = 100


class LocalTimes:
    """Gives QGIS the widget and the formatter, and takes them back with ``unload``."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._formatter = LocalTimeFormatter()
        QgsApplication.fieldFormatterRegistry().addFieldFormatter(self._formatter)
        self._factory = _standing_factory()
        self._factory.make, self._factory.choose = LocalTimeEdit, widget_setup
        self._watch = LayerWatch(project, TABS, self._ties)

    def unload(self) -> None:
        """From now on QGIS shows these fields with its own widget."""
        self._watch.unload()
        self._factory.make = self._factory.choose = None
        QgsApplication.fieldFormatterRegistry().removeFieldFormatter(self._formatter)

    def _ties(self, layer: QgsVectorLayer) -> Ties:
        return ((layer.updatedFields, partial(self._keep_off, layer.id())),)

    def _keep_off(self, layer_id: str) -> None:
        """QGIS's window for layer properties writes the widget on the layer that it found chosen: take it off."""
        layer = self._project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            for index in range(layer.fields().count()):
                if layer.editorWidgetSetup(index).type() == WIDGET:
                    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup())


class _StandingFactory(QgsEditorWidgetFactory):
    """Stays in QGIS for good, since QGIS's registry lets go of nothing; each load of the plugin fills it anew."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.make: Callable[..., QgsEditorWidgetWrapper] | None = None
        self.choose: Callable[[QgsVectorLayer | None, str | None], QgsEditorWidgetSetup] | None = None
        self.chooser = _StandingChooser(self)

    def create(
        self, layer: QgsVectorLayer | None, index: int, editor: QWidget | None, parent: QWidget | None
    ) -> QgsEditorWidgetWrapper | None:
        """Our widget, or QGIS's own for dates after the plugin is unloaded."""
        make = self.make or QgsGui.editorWidgetRegistry().factory("DateTime").create
        return make(layer, index, editor, parent)

    def createSearchWidget(
        self, layer: QgsVectorLayer | None, index: int, parent: QWidget | None
    ) -> QgsSearchWidgetWrapper | None:
        """QGIS's own for dates."""
        return QgsGui.editorWidgetRegistry().factory("DateTime").createSearchWidget(layer, index, parent)

    def configWidget(self, _layer: QgsVectorLayer | None, _index: int, _parent: QWidget | None) -> None:
        """There is nothing to set."""

    def fieldScore(self, _layer: QgsVectorLayer | None, _index: int) -> int:
        """Never to be proposed: ``choose`` alone decides."""
        return 0


class _StandingChooser(QgsEditorWidgetAutoConfPlugin):
    """Answers which widget a field gets that asks for none."""

    def __init__(self, factory: _StandingFactory) -> None:
        super().__init__()
        self._factory = factory

    def editorWidgetSetup(
        self, layer: QgsVectorLayer | None, field_name: str | None
    ) -> tuple[QgsEditorWidgetSetup, int]:
        """The setup and its score."""
        setup = self._factory.choose(layer, field_name) if self._factory.choose else QgsEditorWidgetSetup()
        return setup, 0 if setup.isNull() else _SCORE


def _standing_factory() -> _StandingFactory:
    """The factory in QGIS's registry, put there by the first load of the plugin."""
    registry = QgsGui.editorWidgetRegistry()
    if WIDGET not in registry.factories():
        factory = _StandingFactory(translate("est_plugin", "Local time (EST)"))
        registry.registerWidget(WIDGET, factory)
        registry.registerAutoConfPlugin(factory.chooser)
    return registry.factory(WIDGET)  # type: ignore[return-value] # the one registered above
