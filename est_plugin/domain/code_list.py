# SPDX-License-Identifier: GPL-2.0-or-later
"""Entries of the editable code lists: categories, organisations, measure kinds, checklist items."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """One entry of a code list, named in both languages."""

    code: str
    name_sv: str
    name_en: str
    group: str = ""
    colour: str = ""

    def name(self, language: str) -> str:
        """The name in ``sv`` or ``en``."""
        return self.name_sv if language == "sv" else self.name_en
