# SPDX-License-Identifier: GPL-2.0-or-later
"""What drawing a route adds to QGIS's digitizing: it follows the streets, tells length and time, hears more keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsGeometry, QgsLineString, QgsPoint, QgsPointXY
from qgis.gui import QgsMapCanvasTracer, QgsMapMouseEvent, QgsMapTool, QgsMapToolCapture, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QColor, QCursor, QKeySequence
from qgis.PyQt.QtWidgets import QMenu

from est_plugin.i18n import translate
from est_plugin.layers.roles import LayerRole
from est_plugin.maptools.drawing_tool import DrawingTool
from est_plugin.maptools.route_label import RouteLabel, length_and_time
from est_plugin.maptools.street_legs import Leg, StreetLegs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsMapLayer
    from qgis.PyQt.QtGui import QKeyEvent

    from est_plugin.maptools.drawing_tool import Desktop
    from est_plugin.maptools.route_rules import RouteRules

_FINISH_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_FEWEST_POINTS = 2


class RouteDrawing(DrawingTool):
    """Draws a line of a walk.

    With following on, each click adds the shortest way along the streets from the click before, which shows while the
    mouse moves; with Ctrl held QGIS draws as it always does. A step back takes the whole leg of a click.
    """

    def __init__(self, desktop: Desktop, rules: RouteRules) -> None:
        super().__init__(desktop, LayerRole.WALKS, QgsMapToolCapture.CaptureMode.CaptureLine)
        self._rules = rules
        self._legs: StreetLegs | None = None
        #: How many points the route had before and after each leg that follows streets.
        self._followed: list[tuple[int, int]] = []
        self._label = RouteLabel(desktop.canvas)
        self._preview = QgsRubberBand(desktop.canvas, Qgis.GeometryType.Line)
        self._preview.setColor(QColor(220, 60, 20))
        self._preview.setWidth(2)
        self._keys = _UndoKey(self)

    @property
    def label(self) -> RouteLabel:
        """What stands beside the cursor."""
        return self._label

    def activate(self) -> None:
        super().activate()
        self._desktop.canvas.installEventFilter(self._keys)

    def deactivate(self) -> None:
        self._desktop.canvas.removeEventFilter(self._keys)
        self._forget()
        super().deactivate()

    def release(self) -> None:
        super().release()
        self._desktop.canvas.scene().removeItem(self._preview)
        self._label.deleteLater()

    def before(self) -> tuple[float, int]:
        """Length in metres and number of stops that the walk has without what is being drawn."""
        return 0.0, 0

    def flags(self) -> QgsMapTool.Flags:
        """QGIS opens the menu at a right click before the first point; afterwards a right click ends the route."""
        flags = super().flags()
        return flags if self.size() else flags | QgsMapTool.Flag.ShowContextMenu

    def populateContextMenuWithEvent(self, menu: QMenu | None, _event: QgsMapMouseEvent | None) -> bool:
        if menu is not None:
            self._fill_menu(menu)
        return True

    def cadCanvasMoveEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None:
            return
        place, is_snapped = event.mapPoint(), event.mapPointMatch().isValid()
        leg = self._leg(place, event.modifiers(), is_snapped=is_snapped)
        if leg is None:
            super().cadCanvasMoveEvent(event)
            self._preview.reset(Qgis.GeometryType.Line)
        else:
            # QGIS shows where it snaps, and draws its own line nowhere.
            event.setMapPoint(leg.points[0])
            super().cadCanvasMoveEvent(event)
            event.setMapPoint(place)
            self._preview.setToGeometry(
                QgsGeometry.fromPolylineXY(leg.points), self._desktop.canvas.mapSettings().destinationCrs()
            )
        self._tell(event, leg or self._straight(place))

    def cadCanvasReleaseEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None:
            return
        before = self.size()
        is_snapped = event.mapPointMatch().isValid()
        leg = None
        if event.button() == Qt.MouseButton.LeftButton:
            leg = self._leg(event.mapPoint(), event.modifiers(), is_snapped=is_snapped)
        if leg is not None and leg.follows_streets:
            self._add(leg.points)
            self._followed.append((before, self.size()))
        else:
            if before == 0 and event.button() == Qt.MouseButton.LeftButton and not is_snapped:
                event.setMapPoint(self._first(event))
            super().cadCanvasReleaseEvent(event)
        self._preview.reset(Qgis.GeometryType.Line)
        if not self.size():
            self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the route as a right click does; a step back takes the last click; the menu key opens the menu.

        A key that is used is marked as ignored: the canvas of QGIS then does nothing with it.
        """
        if event.key() in _FINISH_KEYS:
            self.finish()
        elif event.key() in _BACK_KEYS or event.matches(QKeySequence.StandardKey.Undo):
            self.step_back()
        elif event.key() == Qt.Key.Key_Menu:
            menu = QMenu()
            self._fill_menu(menu)
            menu.exec(QCursor.pos())
        else:
            super().keyPressEvent(event)
            if event.key() == Qt.Key.Key_Escape:
                self._forget()
            return
        event.ignore()

    def drop(self) -> None:
        """Draw nothing of what was begun."""
        self.stopCapturing()
        self._forget()

    def finish(self) -> None:
        """End the route where it is; with fewer than two points nothing happens."""
        if self.size() < _FEWEST_POINTS:
            return
        canvas = self._desktop.canvas
        place = canvas.mouseLastXY()
        right = Qt.MouseButton.RightButton
        self.canvasReleaseEvent(QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, place, right, right))

    def step_back(self) -> None:
        """Take back the last click, with all points it added."""
        if self._followed and self._followed[-1][1] == self.size():
            begin, _ = self._followed.pop()
            # At once: QGIS goes through the whole route for each point that it takes back.
            kept = [self._on_map(point) for point in self.captureCurve().curveToLine().points()[:begin]]
            self.stopCapturing()
            self.startCapturing()
            self._add(kept)
        elif self.size() > 1:
            self.undo()
        self._preview.reset(Qgis.GeometryType.Line)
        self._label.hide()

    def _first(self, event: QgsMapMouseEvent) -> QgsPointXY:
        """Where a route begins: on the street, unless drawn freely."""
        legs = self._following_legs(event.modifiers())
        return (legs and legs.onto(event.mapPoint())) or event.mapPoint()

    def _following_legs(self, keys: Qt.KeyboardModifier) -> StreetLegs | None:
        """None where QGIS shall draw as it always does."""
        following = self._rules.following()
        if not following.is_on or following.graph is None or self._is_free(keys):
            return None
        crs = self._desktop.canvas.mapSettings().destinationCrs()
        if self._legs is None or self._legs.graph is not following.graph or self._legs.map_crs != crs:
            self._legs = StreetLegs(following.graph, crs, self._desktop.project)
        return self._legs

    def _is_free(self, keys: Qt.KeyboardModifier) -> bool:
        """Does a person want a leg as QGIS draws it: with Ctrl, its tracing, its panel of numbers, its streaming?"""
        tracer = QgsMapCanvasTracer.tracerForCanvas(self._desktop.canvas)
        tracing = None if tracer is None else tracer.actionEnableTracing()
        return (
            bool(keys & Qt.KeyboardModifier.ControlModifier)
            or self._desktop.cad_dock.cadEnabled()
            or (tracing is not None and tracing.isChecked())
            or self.currentCaptureTechnique() != Qgis.CaptureTechnique.StraightSegments
        )

    def _leg(self, end: QgsPointXY, keys: Qt.KeyboardModifier, *, is_snapped: bool) -> Leg | None:
        """The leg to a place of the map, along the streets or straight off them; None where QGIS draws."""
        legs = self._following_legs(keys) if self.size() else None
        if legs is None:
            return None
        legs.start_at(self._last())
        return legs.to(end, exactly=is_snapped)

    def _straight(self, end: QgsPointXY) -> Leg:
        points = (self._last(), end) if self.size() else ()
        return Leg(points, follows_streets=False)

    def _add(self, points: Sequence[QgsPointXY]) -> None:
        """Add points of the map, the first of which the route ends with if it has any."""
        *before, last = points
        if len(before) > min(self.size(), 1):
            # At once: for each single point QGIS goes through the whole route.
            curve = QgsLineString([QgsPoint(point.x(), point.y()) for point in before])
            # QGIS keeps it, which its Python does not know.
            sip.transferto(curve, None)
            self.addCurve(curve)  # noqa: QGS201 (the points came from this transform)
        # As a click does, so that QGIS validates the route and goes on from here.
        self.addVertex(last)  # noqa: QGS201 (as above)

    def _tell(self, event: QgsMapMouseEvent, leg: Leg) -> None:
        """Show length and time with the leg to the cursor, and why it is straight."""
        if not self.size():
            self._label.hide()
            return
        length, stops = self.before()
        length += self._metres(leg.points[1:])
        text = length_and_time(length, self._rules.pace().minutes(length, stops))
        why = self._why_straight(event.modifiers(), leg)
        self._label.show_at(event.pos(), f"{text}\n{why}" if why else text)

    def _why_straight(self, keys: Qt.KeyboardModifier, leg: Leg) -> str:
        """Why a leg that shall follow the streets does not; empty if it does, or if a person draws freely."""
        following = self._rules.following()
        if not following.is_on or leg.follows_streets or self._is_free(keys):
            return ""
        if following.graph is not None:
            return translate("est_plugin", "No street near: straight")
        if following.is_reading:
            return translate("est_plugin", "The streets are being read: straight for now")
        return translate("est_plugin", "There are no streets to follow: straight")

    def _metres(self, further: Sequence[QgsPointXY]) -> float:
        """Length, as the layer will have it, of what is drawn and these further points of the map."""
        line = self.captureCurve().curveToLine()
        for point in further:
            place = self.toLayerCoordinates(self._drawn_on(), point)
            line.addVertex(QgsPoint(place.x(), place.y()))  # noqa: QGS201 (a plain line takes it)
        return float(line.length())

    def _last(self) -> QgsPointXY:
        """The last point in the CRS of the map; QGIS keeps what is drawn in that of the layer."""
        return self._on_map(self.captureCurve().endPoint())

    def _on_map(self, drawn: QgsPoint) -> QgsPointXY:
        return self.toMapCoordinates(self._drawn_on(), QgsPointXY(drawn))

    def _drawn_on(self) -> QgsMapLayer:
        return self._desktop.project.mapLayer(self._layer_id)  # type: ignore[return-value] # the tool leaves before it

    def _fill_menu(self, menu: QMenu) -> None:
        is_drawing = self.size() > 0
        menu.addAction(translate("est_plugin", "Finish the route"), self.finish).setEnabled(
            self.size() >= _FEWEST_POINTS
        )
        menu.addAction(translate("est_plugin", "Take back the last point"), self.step_back).setEnabled(is_drawing)
        menu.addAction(translate("est_plugin", "Drop the route"), self.drop).setEnabled(is_drawing)
        menu.addSeparator()
        follow = menu.addAction(translate("est_plugin", "Follow the streets"))
        follow.setCheckable(True)
        follow.setChecked(self._rules.following().is_on)
        follow.toggled.connect(self._rules.follow)

    def _forget(self) -> None:
        self._followed.clear()
        self._label.hide()
        self._preview.reset(Qgis.GeometryType.Line)


class _UndoKey(QObject):
    """Keeps Ctrl+Z for the drawing, which QGIS would take for the layer: it undoes what was drawn before."""

    def __init__(self, tool: RouteDrawing) -> None:
        super().__init__(tool)
        self._tool = tool

    def eventFilter(self, _watched: QObject | None, event: QEvent | None) -> bool:
        if (
            event is not None
            and event.type() == QEvent.Type.ShortcutOverride
            and self._tool.size()
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
        return False
