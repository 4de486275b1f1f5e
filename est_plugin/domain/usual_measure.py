# SPDX-License-Identifier: GPL-2.0-or-later
"""Which kind of measure is usual for what an item of the checklist asks about?"""

from __future__ import annotations

#: Codes of kinds by codes of items. Where it could be anything, a person chooses.
_KINDS = {
    "BEL": "BEL",
    "SIK": "VEG",
    "VEG": "VEG",
    "SKY": "SKY",
    "UND": "STÄ",
    "ENT": "SKA",
}


def usual_kind(item: str) -> str:
    """The code of a kind of measure, empty where none is usual."""
    return _KINDS.get(item, "")
