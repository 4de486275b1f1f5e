# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the order of the places and the changes beside them mean? Told once, where the list stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.analysis.count_change import Verdict
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.export.changes import words_of

if TYPE_CHECKING:
    from est_plugin.export.plan import HotspotItem, PackagePlan
    from est_plugin.i18n import Language

#: A large place with the most incidents may stand below a small one.
RANKING = QT_TRANSLATE_NOOP(
    "est_plugin",
    "In the order of how many more incidents a place has than an average area as large, not of how many in all.",
)


def change_cell(spot: HotspotItem, words: Language) -> str:
    """The change of a place for a row of the list; empty where none may be told."""
    if spot.change is None or spot.change.verdict is Verdict.INCOMPARABLE:
        return ""
    return words_of(spot.change, words.translate)


def ranking_text(plan: PackagePlan, words: Language) -> str:
    """What the order means, and where changes are shown why they are not judged; empty without places."""
    if not plan.hotspots:
        return ""
    text = words.translate("est_plugin", RANKING)
    if not any(spot.change is not None and spot.change.verdict is Verdict.NOT_JUDGED for spot in plan.hotspots):
        return text
    why = words.translate(
        "est_plugin",
        "The change of a place is not judged: it is on the list because much was reported there now, and then there "
        "was often less before.",
    )
    return f"{text} {why}"
