# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a change told, so that small numbers are not made to say more than they can?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.plan import Change

if TYPE_CHECKING:
    from est_plugin.i18n import Language

#: Below this many expected incidents a percentage says nothing: chance alone moves it by a third.
SMALL_NUMBER = 10


def describe_change(now: int, before: int, language: Language) -> Change:
    """The change from ``before`` to ``now``; a percentage only where at least SMALL_NUMBER were to be expected."""
    number = now - before
    if number == 0:
        return Change(0, "●", language.translate("est_plugin", "unchanged"))
    sign, word = (
        ("▲", language.translate("est_plugin", "more"))
        if number > 0
        else ("▼", language.translate("est_plugin", "fewer"))
    )
    if before < SMALL_NUMBER:
        return Change(number, sign, language.translate("est_plugin", "{word} (small numbers)").format(word=word))
    percent = f"{100 * number / before:+.0f} %".replace("-", "−")
    return Change(number, sign, f"{word} ({percent})")
