# SPDX-License-Identifier: GPL-2.0-or-later
"""How were the hotspots found? What the database keeps of an analysis, named in the package's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.fdr import Correction
from est_plugin.analysis.hotspot_words import GRIDS, STUDY_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from est_plugin.i18n import Language


def method_facts(method: Mapping[str, object], words: Language) -> tuple[tuple[str, str], ...]:
    """Name and value of each fact that a reader can use, then the checksum that proves which incidents were used."""
    if not method:
        return ()
    labels = _labels(words)
    known = {name: value for name, value in _flat(method) if name in labels and str(value) != ""}
    test = words.translate("est_plugin", "Getis-Ord Gi*: each cell with its neighbours against chance")
    found = tuple((label, _value(known[name], words)) for name, label in labels.items() if name in known)
    return ((words.translate("est_plugin", "Test"), test), *found)


def _labels(words: Language) -> dict[str, str]:
    """The facts in the order they are told."""
    return {
        "grid": words.translate("est_plugin", "Cells are"),
        "cell_size": words.translate("est_plugin", "Width of a cell in metres"),
        "neighbourhood": words.translate("est_plugin", "Neighbours lie within, metres"),
        "study": words.translate("est_plugin", "Study area"),
        "cells": words.translate("est_plugin", "Number of cells"),
        "tests": words.translate("est_plugin", "Number of tests"),
        "periods": words.translate("est_plugin", "Periods tested together"),
        "alpha": words.translate("est_plugin", "Accepted share of false finds"),
        "correction": words.translate("est_plugin", "Correction for many tests"),
        "min_incidents": words.translate("est_plugin", "Fewest incidents of a hotspot"),
        "stacked": words.translate("est_plugin", "Reports left out, stacked on one point"),
        "max_places": words.translate("est_plugin", "Most hotspots in the list"),
        "checksum": words.translate("est_plugin", "Checksum of the incidents"),
    }


def _flat(method: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in method.items():
        if isinstance(value, dict):
            yield from _flat(value)
        else:
            yield name, value


def _value(value: object, words: Language) -> str:
    named: dict[str, object] = {str(key): words_of for names in (GRIDS, STUDY_RULES) for key, words_of in names.items()}
    named |= {correction.value: correction for correction in Correction}
    return words.tell(named.get(str(value), value))
