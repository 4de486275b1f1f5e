# SPDX-License-Identifier: GPL-2.0-or-later
"""The widget for a date with a time of day, in local time: one form field, or one cell of an attribute table.

On Qt 5 QGIS's own shows the clock of UTC, and stores what is typed as if it were UTC.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from qgis.core import NULL, QgsVariantUtils  # type: ignore[attr-defined] # missing in the stubs
from qgis.gui import QgsAttributeForm, QgsDateTimeEdit, QgsEditorWidgetWrapper
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.i18n import translate
from est_plugin.layers import local_time

if TYPE_CHECKING:
    from qgis.core import QgsFeature, QgsVectorLayer
    from qgis.PyQt.QtCore import QObject
    from qgis.PyQt.QtWidgets import QWidget

_DAY_FORMAT = "yyyy-MM-dd"
_MINUTE_FORMAT = "yyyy-MM-dd HH:mm"


class LocalTimeEdit(QgsEditorWidgetWrapper):
    """QGIS's date widget, set to the local clock. What goes out is in UTC."""

    def __init__(self, layer: QgsVectorLayer, index: int, editor: QWidget | None, parent: QWidget | None) -> None:
        super().__init__(layer, index, editor, parent)
        self._edit: QgsDateTimeEdit | None = None
        self._form: QgsAttributeForm | None = None
        # What the layer gave goes back as it is until a person changes it: the widget hides the seconds, and a clock
        # does not tell which of the two hours in autumn it was.
        self._given: Any = None
        self._is_given = False
        self._is_showing = False
        self._local: datetime | None = None
        self._has_time = True

    def createWidget(self, parent: QWidget | None) -> QWidget:
        """The date widget of QGIS."""
        return QgsDateTimeEdit(parent)

    def initWidget(self, editor: QWidget | None) -> None:
        """Take over a date widget, ours or one of a form that a person designed."""
        if editor is None or not editor.inherits("QgsDateTimeEdit"):
            return
        editor = self._edit = sip.cast(editor, QgsDateTimeEdit)
        # The local clock stands in the widget as if it were UTC, where no hour is skipped and Qt converts nothing.
        editor.setTimeSpec(Qt.TimeSpec.UTC)
        editor.setDisplayFormat(_MINUTE_FORMAT)
        editor.setCalendarPopup(True)
        editor.setAllowNull(True)
        editor.setToolTip(translate("est_plugin", "Swedish time, whatever the time zone of the computer"))
        editor.valueChanged.connect(self._on_edited)
        editor.editingFinished.connect(self._on_left)

    def valid(self) -> bool:
        """Is there a widget to work with?"""
        return self._edit is not None

    def value(self) -> Any:  # noqa: ANN401 (a QDateTime in UTC, or NULL)
        """What is stored; where the time of day is not known, the start of the day, or its end."""
        if self._is_given:
            return self._given
        if self._local is None:
            return NULL
        if self._has_time:
            return local_time.to_utc(self._local)
        is_end = self.config().get("is_end")
        return local_time.to_utc((local_time.end_of_day if is_end else local_time.start_of_day)(self._local))

    def setValue(self, value: Any) -> None:  # noqa: ANN401 (a QDateTime, or NULL)
        """Show a value of the layer."""
        is_moment = isinstance(value, QDateTime) and value.isValid()
        self._given = value.toUTC() if is_moment else value
        self._is_given = True
        self._show(local_time.to_local(value) if is_moment else None)
        self.emitValueChanged()

    def setFeature(self, feature: QgsFeature) -> None:
        """Show the value of a feature, as a date if its time of day is not known."""
        name = self.config().get("time_known", "")
        if name and feature.fields().indexOf(name) >= 0:
            self._has_time = _is_known(feature[name])
            self._follow_form()
        super().setFeature(feature)

    def showIndeterminateState(self) -> None:
        """Show nothing: the features that are edited together differ."""
        if self._edit is not None:
            self._edit.setEmpty()

    def _show(self, local: datetime | None) -> None:
        self._local = local
        if self._edit is None:
            return
        self._is_showing = True
        form = _MINUTE_FORMAT if self._has_time else _DAY_FORMAT
        if self._edit.displayFormat() != form:
            self._edit.setDisplayFormat(form)
        self._edit.setDateTime(QDateTime() if local is None else _clock(local))
        self._is_showing = False

    def _on_edited(self, _shown: QDateTime) -> None:
        if self._is_showing or self._edit is None:
            return
        if self._edit.isNull():
            self._local = None
        else:
            # What is typed is what is seen: no seconds.
            hidden = self._local.time() if self._local else time()
            clock = self._edit.time().toPyTime().replace(second=0, microsecond=0) if self._has_time else hidden
            self._local = datetime.combine(self._edit.date().toPyDate(), clock, LOCAL_ZONE)
        self._is_given = False
        self.emitValueChanged()

    def _on_left(self) -> None:
        """A time that summer time skips jumps on when the person leaves the widget: it shows what is stored."""
        if self._local is not None and not self._is_given and self._has_time:
            self._show(local_time.to_local(self.value()))

    def _follow_form(self) -> None:
        """Hear when a person says in the same form whether the time of day is known."""
        form: QObject | None = self.parent() if self._form is None else None
        while form is not None and not form.inherits("QgsAttributeForm"):
            form = form.parent()
        if form is not None:
            self._form = sip.cast(form, QgsAttributeForm)
            self._form.widgetValueChanged.connect(self._on_form_value)

    def _on_form_value(self, field_name: str, value: Any, _is_changed: bool) -> None:  # noqa: ANN401, FBT001 (a slot)
        if field_name == self.config().get("time_known") and _is_known(value) != self._has_time:
            self._has_time = _is_known(value)
            self._is_given = False
            self._show(self._local)
            self.emitValueChanged()


def _is_known(time_known: Any) -> bool:  # noqa: ANN401 (a bool, or NULL)
    """What says nothing is known: so does the database."""
    return QgsVariantUtils.isNull(time_known) or bool(time_known)


def _clock(local: datetime) -> QDateTime:
    """The local clock, named UTC."""
    clock = QTime(local.hour, local.minute, local.second, local.microsecond // 1000)
    return QDateTime(QDate(local.year, local.month, local.day), clock, Qt.TimeSpec.UTC)
