# SPDX-License-Identifier: GPL-2.0-or-later
"""Legends: the words of the shipped styles in the chosen language, and incident colours from the database's groups."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from qgis.core import QgsCategorizedSymbolRenderer, QgsRuleBasedRenderer, QgsSingleSymbolRenderer
from qgis.PyQt.QtGui import QColor

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.i18n import CONTEXT

if TYPE_CHECKING:
    from qgis.core import QgsSymbol, QgsVectorLayer

    from est_plugin.db.catalogues import CodeLists
    from est_plugin.i18n import Language

#: Legend texts that stand in the styles only; the translation tool does not read QML.
STYLE_TEXTS = (
    # The frame of a measure says its status, the icon in it its kind (export/measure_signs.py names those).
    QT_TRANSLATE_NOOP("est_plugin", "Frame: proposed or assessed"),
    QT_TRANSLATE_NOOP("est_plugin", "Frame: decided, planned or in progress"),
    QT_TRANSLATE_NOOP("est_plugin", "Frame: done or further"),
    QT_TRANSLATE_NOOP("est_plugin", "Frame: rejected, handed over or on hold"),
    QT_TRANSLATE_NOOP("est_plugin", "Not answered"),
    QT_TRANSLATE_NOOP("est_plugin", "Main road"),
    QT_TRANSLATE_NOOP("est_plugin", "Street"),
    QT_TRANSLATE_NOOP("est_plugin", "Path"),
    QT_TRANSLATE_NOOP("est_plugin", "Water"),
    QT_TRANSLATE_NOOP("est_plugin", "Green area"),
    QT_TRANSLATE_NOOP("est_plugin", "Other area"),
)


def translate_legend(layer: QgsVectorLayer, language: Language) -> None:
    """Put the source texts of a freshly loaded style into the language."""
    renderer = layer.renderer().clone()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, language.translate(CONTEXT, category.label()))
    elif isinstance(renderer, QgsRuleBasedRenderer):
        for rule in renderer.rootRule().descendants():
            rule.setLabel(language.translate(CONTEXT, rule.label()))
    else:
        return
    layer.setRenderer(renderer)


def colour_by_group(layer: QgsVectorLayer, code_lists: CodeLists, language: Language) -> None:
    """Colour the incidents by the group of their category; the symbol is that of the shipped style."""
    renderer = layer.renderer()
    symbol = renderer.symbol() if isinstance(renderer, QgsSingleSymbolRenderer) else None
    if symbol is None:
        return
    members = defaultdict(list)
    for code in code_lists.categories:
        members[code.group].append(code.code)
    root = QgsRuleBasedRenderer.Rule(None)
    for group in code_lists.category_groups:
        if members[group.code]:
            codes = ", ".join("'" + code.replace("'", "''") + "'" for code in members[group.code])
            rule = QgsRuleBasedRenderer.Rule(_coloured(symbol, group.colour), filterExp=f'"category" IN ({codes})')
            rule.setLabel(group.name(language.code))
            root.appendChild(rule)
    other = QgsRuleBasedRenderer.Rule(symbol.clone(), elseRule=True)
    other.setLabel(language.translate(CONTEXT, QT_TRANSLATE_NOOP("est_plugin", "Other category")))
    root.appendChild(other)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def _coloured(symbol: QgsSymbol, colour: str) -> QgsSymbol:
    coloured: QgsSymbol = symbol.clone()  # type: ignore[assignment] # the stubs say it may be None
    if QColor(colour).isValid():
        coloured.setColor(QColor(colour))
    return coloured
