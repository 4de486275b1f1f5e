# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own attribute form of each layer: tabs, labels, drop-downs, defaults and rules. QField shows the same form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsOptionalExpression,
    QgsValueMapFieldFormatter,
)
from qgis.PyQt.QtCore import QMetaType

from est_plugin.db import guard
from est_plugin.domain.observation import AnswerKind, value_label
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT
from est_plugin.layers import child_rows, roles
from est_plugin.layers.form_answers import answer_fits
from est_plugin.layers.form_fields import TABS
from est_plugin.layers.form_parts import Choice, CodeList, Kind, Link, Moment, Range, Terms
from est_plugin.layers.measure_form import TRAFFIC_RULE_TITLE
from est_plugin.layers.photos import FORMATS, photo_folder
from est_plugin.layers.roles import LayerRole

if TYPE_CHECKING:
    from qgis.core import QgsProject, QgsVectorLayer

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.db.database import Database
    from est_plugin.i18n import Language
    from est_plugin.layers.form_parts import Field, Tab

_PLAIN: dict[Kind, tuple[str, dict[str, Any]]] = {
    Kind.TEXT: ("TextEdit", {"IsMultiline": False}),
    Kind.LONG_TEXT: ("TextEdit", {"IsMultiline": True}),
    Kind.NUMBER: ("TextEdit", {"IsMultiline": False}),
    Kind.READ_ONLY: ("TextEdit", {"IsMultiline": False}),
    Kind.DATE: (
        "DateTime",
        {"calendar_popup": True, "display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd", "allow_null": True},
    ),
    # QGIS's choice: ours for local time while the plugin is loaded (gui.local_times), else its own for dates.
    Kind.DATE_TIME: ("", {}),
    Kind.YES_NO: ("CheckBox", {}),
}
#: A row belongs where it hangs: it is made and deleted there, not moved elsewhere.
_ROW_BUTTONS = {"buttons": "SaveChildEdits|AddChildFeature|DeleteChildFeature", "show_first_feature": True}
#: The words of one group, those in use.
_TERMS = '"term_group" = \'{}\' AND "active"'
_TICKED = {"AllowMulti": True, "NofColumns": 1, "AllowNull": True}
#: What the system keeps: never shown, and filled when a feature is added, since QGIS writes NULL for what is unset.
_SYSTEM_DEFAULTS = {"uuid": "uuid('WithoutBraces')", "version": "1", "changed_at": "now()"}
#: What a row is called in the lists of QGIS and QField, where it would be called by its uuid.
_NAMES = {
    LayerRole.WALKS: '"title"',
    LayerRole.PARTICIPANTS: """"number" || ' ' || represent_value("role")""",
    LayerRole.WALK_STOPS: """concat("number", ' ', "place")""",
    LayerRole.OBSERVATIONS: """trim(concat("value", ' ', represent_value("item")))""",
}
#: In pixels: a date and a time of day, and most of what stands above them.
_TIME_COLUMN_WIDTH = 160


class FormBuilder:
    """Builds the forms of the layers of one database in one language."""

    def __init__(self, project: QgsProject, database: Database, code_lists: CodeLists, language: Language) -> None:
        self._project = project
        self._is_guarded = database.IS_GUARDED
        self._language = language
        self._photo_folder = photo_folder(database)
        self._checklist = code_lists.checklist
        self._codes = {
            code_list: [{code.name(language.code): code.code} for code in codes]
            for code_list, codes in (
                (CodeList.CATEGORY, code_lists.categories),
                (CodeList.ORGANISATION, code_lists.organisations),
                (CodeList.MEASURE_KIND, code_lists.measure_kinds),
                (CodeList.CHECKLIST, code_lists.checklist),
                (CodeList.PARTICIPANT_ROLE, code_lists.participant_roles),
            )
        }
        self._codes[CodeList.ANSWER] = [
            {"": ""},
            *(
                {self._text(value_label(value)): value}
                for value in dict.fromkeys(value for kind in AnswerKind for value in kind.values)
            ),
        ]

    def build(self, layer: QgsVectorLayer, role: LayerRole) -> None:
        """Set up the form of a layer; the layers it links to must be in the project."""
        shown = {field.name: field for tab in TABS[role] for field in tab.fields}
        for index, name in enumerate(layer.fields().names()):
            field = shown.get(name)
            if field is None:
                _hide(layer, index)
            else:
                self._set_up(layer, index, field)
            _fill_texts(layer, index)
            if self._is_guarded and name == guard.BASE_VERSION_FIELD:
                base = QgsDefaultValue(guard.BASE_VERSION_EXPRESSION, applyOnUpdate=True)
                layer.setDefaultValueDefinition(index, base)
        if role is LayerRole.TRAFFIC_RULES:
            layer.setDisplayExpression(TRAFFIC_RULE_TITLE)
        _arrange_columns(layer, shown)
        if role in _NAMES:
            layer.setDisplayExpression(_NAMES[role])
        self._arrange(layer, role)

    def _set_up(self, layer: QgsVectorLayer, index: int, field: Field) -> None:
        layer.setFieldAlias(index, self._text(field.label))
        layer.setEditorWidgetSetup(index, self._widget(field))
        if field.default:
            layer.setDefaultValueDefinition(index, QgsDefaultValue(field.default, field.live))
        if field.required:
            layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull)
            if layer.fields().at(index).type() == QMetaType.Type.QString:
                layer.setConstraintExpression(
                    index, f"\"{field.name}\" <> ''", self._language.translate(CONTEXT, field.label)
                )
        check = answer_fits(self._checklist) if field.widget is CodeList.ANSWER else field.check
        if check is not None:
            layer.setConstraintExpression(index, check.expression, self._text(check.message))
            soft = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft
            hard = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
            layer.setFieldConstraint(
                index, QgsFieldConstraints.Constraint.ConstraintExpression, soft if check.is_soft else hard
            )

    def _widget(self, field: Field) -> QgsEditorWidgetSetup:
        match field.widget:
            case Kind() as kind:
                return self._photo() if kind is Kind.PHOTO else QgsEditorWidgetSetup(*_PLAIN[kind])
            case Moment():
                return QgsEditorWidgetSetup(*_PLAIN[Kind.DATE_TIME])
            case CodeList() as code_list:
                # The answer may be empty, but not NULL; it brings that entry along.
                is_free = not field.required and code_list is not CodeList.ANSWER
                return _drop_down(self._codes[code_list], empty=is_free)
            case Choice(members, empty):
                return _drop_down([{self._text(member.label): member.value} for member in members], empty=empty)
            case Range(lowest, highest):
                entries = [{str(number): number} for number in range(lowest, highest + 1)]
                return _drop_down(entries, empty=not field.required)
            case Link() | Terms() as chosen:
                return self._choice_of_rows(chosen)

    def _photo(self) -> QgsEditorWidgetSetup:
        """A picture, named as it is in the photo folder; one from elsewhere is copied there."""
        folder = self._photo_folder
        suffixes = " ".join(f"*.{suffix}" for suffix in FORMATS)
        return QgsEditorWidgetSetup(
            "ExternalResource",
            {
                "DocumentViewer": 1,
                "DocumentViewerHeight": 220,
                "DocumentViewerWidth": 0,
                "FileWidget": True,
                "FileWidgetButton": True,
                "FileWidgetFilter": f"{self._text(QT_TRANSLATE_NOOP('est_plugin', 'Photos'))} ({suffixes})",
                "RelativeStorage": 0 if folder is None else 2,
                "DefaultRoot": "" if folder is None else str(folder),
                "StorageMode": 0,
            },
        )

    def _choice_of_rows(self, chosen: Link | Terms) -> QgsEditorWidgetSetup:
        """A choice among the rows of another layer."""
        if isinstance(chosen, Link):
            role = chosen.role
            shown: dict[str, Any] = {"Key": "uuid", "Value": chosen.shown, "AllowNull": True, "OrderByValue": True}
        else:
            role, name = LayerRole.TRAFFIC_TERMS, f"name_{self._language.code}"
            shown = {"Key": "code", "Value": name, "FilterExpression": _TERMS.format(chosen.group), **_TICKED}
            # The days of the week by their numbers, all else by the alphabet.
            shown["OrderByValue"] = chosen.group != "weekday"
        target = roles.find(self._project, role)
        if target is None:
            return QgsEditorWidgetSetup("Hidden", {})
        source = {
            "Layer": target.id(),
            "LayerName": target.name(),
            "LayerProviderName": target.providerType(),
            "LayerSource": target.source(),
        }
        return QgsEditorWidgetSetup("ValueRelation", {**source, "UseCompleter": False, **shown})

    def _arrange(self, layer: QgsVectorLayer, role: LayerRole) -> None:
        form = layer.editFormConfig()
        form.clearTabs()
        form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
        root = form.invisibleRootContainer()
        for tab in TABS[role]:
            container = QgsAttributeEditorContainer(self._text(tab.label), root)
            container.setType(Qgis.AttributeEditorContainerType.Tab)
            if tab.shown_if:
                container.setVisibilityExpression(QgsOptionalExpression(QgsExpression(tab.shown_if)))
            for field in tab.fields:
                index = layer.fields().indexOf(field.name)
                if index < 0:
                    # A table for the field lacks what belongs to the office.
                    continue
                container.addChildElement(QgsAttributeEditorField(field.name, index, container))
                form.setReadOnly(index, field.read_only or field.widget is Kind.READ_ONLY)
            self._add_rows(container, role, tab)
            form.addTab(container)
        layer.setEditFormConfig(form)

    def _add_rows(self, container: QgsAttributeEditorContainer, role: LayerRole, tab: Tab) -> None:
        if tab.rows is not None:
            relation = self._project.relationManager().relation(child_rows.relation_id(role, tab.rows))
            if relation.isValid():
                shown = QgsAttributeEditorRelation(relation, container)
                shown.setRelationWidgetTypeId("relation_editor")
                shown.setRelationEditorConfiguration(_ROW_BUTTONS)
                shown.setShowLabel(bool(tab.fields))
                container.addChildElement(shown)

    def _text(self, source: str) -> str:
        return self._language.translate(CONTEXT, source)


def _drop_down(entries: list[dict[str, Any]], *, empty: bool) -> QgsEditorWidgetSetup:
    if empty:
        entries = [{"": QgsValueMapFieldFormatter.NULL_VALUE}, *entries]
    return QgsEditorWidgetSetup("ValueMap", {"map": entries})


def _hide(layer: QgsVectorLayer, index: int) -> None:
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
    default = _SYSTEM_DEFAULTS.get(layer.fields().at(index).name())
    if default:
        layer.setDefaultValueDefinition(index, QgsDefaultValue(default))


def _fill_texts(layer: QgsVectorLayer, index: int) -> None:
    """Give a text that may not be NULL the empty text, unless it has another default.

    A required one too: else its box begins with the word NULL, and what a person types is added to that.
    """
    field = layer.fields().at(index)
    needed = field.constraints().constraints() & QgsFieldConstraints.Constraint.ConstraintNotNull
    if needed and field.type() == QMetaType.Type.QString and not layer.defaultValueDefinition(index).isValid():
        layer.setDefaultValueDefinition(index, QgsDefaultValue("''"))


def _arrange_columns(layer: QgsVectorLayer, shown: dict[str, Field]) -> None:
    """Give the attribute table the fields of the form and no others, in its order until a person chooses another."""
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    columns = table.columns()
    is_new = [column.name for column in columns if column.name] == layer.fields().names()
    for column in columns:
        field = shown.get(column.name or "")
        column.hidden = field is None
        if is_new and field is not None and (field.widget is Kind.DATE_TIME or isinstance(field.widget, Moment)):
            column.width = _TIME_COLUMN_WIDTH
    if is_new:
        places = list(shown)
        columns.sort(key=lambda column: places.index(column.name) if column.name in shown else len(places))
    table.setColumns(columns)
    layer.setAttributeTableConfig(table)
