# SPDX-License-Identifier: GPL-2.0-or-later
"""How QGIS meets the times of the EST layers: stored in UTC, shown in local time.

Local time is Europe/Stockholm, whatever the time zone of the computer.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsEditorWidgetSetup, QgsFieldFormatter, QgsVariantUtils
from qgis.PyQt.QtCore import QDateTime, QMetaType, Qt

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.i18n import translate
from est_plugin.layers import roles
from est_plugin.layers.edits import checked, edit_command
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.form_parts import Kind, Moment

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

#: Id of the widget type and of the formatter. It is never written on a layer: a QGIS without the plugin would crash.
WIDGET = "EstLocalTime"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_SECOND = time(23, 59, 59)


def to_local(moment: QDateTime) -> datetime:
    """A moment in local time; one without a zone is in the time of the computer."""
    return (_EPOCH + timedelta(milliseconds=moment.toMSecsSinceEpoch())).astimezone(LOCAL_ZONE)


def to_utc(local: datetime) -> QDateTime:
    """A local time as it is stored. The hour that comes twice in autumn is the first, the skipped one is the next."""
    return QDateTime.fromMSecsSinceEpoch((local - _EPOCH) // timedelta(milliseconds=1)).toUTC()


def start_of_day(local: datetime) -> datetime:
    """The first instant of a local day: what a date without a time of day means."""
    return datetime.combine(local.date(), time(), LOCAL_ZONE)


def end_of_day(local: datetime) -> datetime:
    """The last second of a local day: what a date without a time of day means where something ended."""
    return datetime.combine(local.date(), _LAST_SECOND, LOCAL_ZONE)


def widget_setup(layer: QgsVectorLayer | None, field_name: str | None) -> QgsEditorWidgetSetup:
    """The widget that a field asks for; without a type if it is no date with time of an EST layer."""
    role = roles.kind_of(layer)
    for tab in TABS.get(role, ()) if role is not None else ():
        for field in tab.fields:
            if field.name == field_name:
                return _setup(field.widget)
    return QgsEditorWidgetSetup()


def _setup(widget: object) -> QgsEditorWidgetSetup:
    match widget:
        case Kind.DATE_TIME:
            return QgsEditorWidgetSetup(WIDGET, {})
        case Moment(time_known, is_end):
            return QgsEditorWidgetSetup(WIDGET, {"time_known": time_known, "is_end": is_end})
    return QgsEditorWidgetSetup()


class LocalTimeFormatter(QgsFieldFormatter):
    """Writes the times in QGIS's attribute table and identify panel."""

    def id(self) -> str:
        """The widget type whose values it writes."""
        return WIDGET

    def representValue(
        self,
        layer: QgsVectorLayer | None,  # noqa: ARG002 (QGIS's signature)
        field_index: int,  # noqa: ARG002
        config: dict[str, Any],
        cache: Any,  # noqa: ANN401, ARG002
        value: Any,  # noqa: ANN401
    ) -> str:
        """The local time to the minute. QGIS does not say whose value it is, so whether the time of day is known
        is read from it: the start of a day, or where something ended the last second of one, is a date.
        """
        if QgsVariantUtils.isNull(value):
            return QgsApplication.nullRepresentation()
        if not isinstance(value, QDateTime):
            return str(value)
        local = to_local(value)
        unknown = _LAST_SECOND if config.get("is_end") else time()
        is_date = bool(config.get("time_known")) and local.time() == unknown
        return f"{local:%Y-%m-%d}" if is_date else f"{local:%Y-%m-%d %H:%M}"


def store_in_utc(layer: QgsVectorLayer) -> None:
    """Turn what the edit buffer of a layer holds in other zones into UTC, as one step of its undo stack.

    Forms give UTC; the field calculator, defaults and pasted rows give the computer's time, an offset or a text.
    """
    buffer = layer.editBuffer()
    if buffer is None:
        return
    fields = [index for index in layer.attributeList() if layer.fields().at(index).type() == QMetaType.Type.QDateTime]
    added = {row: dict(enumerate(feature.attributes())) for row, feature in buffer.addedFeatures().items()}
    changes = [
        (row, index, _utc(layer, index, values[index]))
        for row, values in {**added, **buffer.changedAttributeValues()}.items()
        for index in fields
        if index in values and not _is_stored_so(values[index])
    ]
    if changes:
        with edit_command(layer, translate("est_plugin", "Write times in UTC")):
            for row, index, moment in changes:
                checked(layer.changeAttributeValue(row, index, moment, None, True), layer)  # noqa: FBT003 (no defaults)


def _is_stored_so(value: Any) -> bool:  # noqa: ANN401 (what the edit buffer holds)
    is_utc = isinstance(value, QDateTime) and value.timeSpec() == Qt.TimeSpec.UTC
    return is_utc or QgsVariantUtils.isNull(value)


def _utc(layer: QgsVectorLayer, index: int, value: Any) -> Any:  # noqa: ANN401
    """The value in UTC; one that QGIS does not understand as a time stays, for the database to refuse."""
    if isinstance(value, QDateTime):
        return value.toUTC()
    try:
        moment: Any = layer.fields().at(index).convertCompatible(value)
    except ValueError:
        return value
    return moment.toUTC()
