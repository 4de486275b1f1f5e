# SPDX-License-Identifier: GPL-2.0-or-later
"""How a conflict reads: fields and values as the form shows them, who and when, what each choice means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsGeometry
from qgis.PyQt.QtCore import QDateTime

from est_plugin.db.times import LOCAL_ZONE
from est_plugin.i18n import translate
from est_plugin.layers import local_time
from est_plugin.layers.conflicts import DELETED_AT, GEOMETRY, Clash

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from est_plugin.layers.conflicts import Conflict


@dataclass(frozen=True)
class Choices:
    """What the two buttons of a row say; empty where there is no such choice."""

    mine: str
    theirs: str


def choices_of(conflict: Conflict) -> Choices:
    """The choices that make sense for what happened to a row."""
    match conflict.clash:
        case Clash.CHANGED:
            return Choices(translate("est_plugin", "Keep mine"), translate("est_plugin", "Take theirs"))
        case Clash.REMOVED:
            restore = translate("est_plugin", "Restore with my change")
            is_mine_too = DELETED_AT in conflict.mine.values
            return Choices("" if is_mine_too else restore, translate("est_plugin", "Leave it deleted"))
        case Clash.REMOVING:
            return Choices(translate("est_plugin", "Delete it all the same"), translate("est_plugin", "Keep the row"))
    return Choices("", translate("est_plugin", "Drop my change"))


def story_of(conflict: Conflict) -> str:
    """What happened to a row, by whom and when."""
    values = {"who": conflict.stored.changed_by, "when": _moment(conflict.stored.changed_at)}
    match conflict.clash:
        case Clash.CHANGED:
            text = translate("est_plugin", "{who} changed the same fields {when}.")
        case Clash.REMOVED:
            text = translate("est_plugin", "{who} deleted the row {when}. You have changed it.")
        case Clash.REMOVING:
            text = translate("est_plugin", "{who} changed the row {when}. You want to delete it.")
        case _:
            text = translate("est_plugin", "The row is gone, or your login may no longer see or change it.")
    return text.format(**values)


def field_word(layer: QgsVectorLayer, name: str) -> str:
    """The field as the form calls it."""
    if name == GEOMETRY:
        return translate("est_plugin", "Place on the map")
    if name == DELETED_AT:
        return translate("est_plugin", "Deleted")
    return str(layer.attributeDisplayName(layer.fields().indexOf(name)))


def value_word(layer: QgsVectorLayer, name: str, value: Any) -> str:  # noqa: ANN401 (of any column)
    """The value as the form shows it: drop-downs in words, times in local time."""
    if name == DELETED_AT:
        return translate("est_plugin", "no") if value is None else translate("est_plugin", "yes")
    if value is None or value == "":
        return "–"
    if isinstance(value, QgsGeometry):
        return _place(value)
    index = layer.fields().indexOf(name)
    if isinstance(value, QDateTime):
        config = local_time.widget_setup(layer, name).config()
        return local_time.LocalTimeFormatter().representValue(layer, index, config, None, value)
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return str(formatter.representValue(layer, index, setup.config(), None, value))


def _place(geometry: QgsGeometry) -> str:
    centre = geometry.boundingBox().center()
    return translate("est_plugin", "about {x}, {y}").format(x=round(centre.x()), y=round(centre.y()))


def _moment(text: str) -> str:
    return f"{datetime.fromisoformat(text).astimezone(LOCAL_ZONE):%Y-%m-%d %H:%M}" if text else ""
