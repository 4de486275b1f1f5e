# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as people and programs write them: decimal comma or point, blanks between the thousands."""

from __future__ import annotations

import math
import re

_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f'’]")
_NUMBER = re.compile(r"[-+]?(\d+([.,]\d*)?|[.,]\d+)([eE][-+]?\d{1,2})?")


def parse_number(text: str) -> float | None:
    """The number in ``text``; None if it is no finite number. With both signs in it, the last one is the decimal."""
    compact = _BLANKS.sub("", text).replace("−", "-")
    comma, point = compact.rfind(","), compact.rfind(".")
    if comma >= 0 and point >= 0:
        thousands = "." if comma > point else ","
        compact = compact.replace(thousands, "")
    if not _NUMBER.fullmatch(compact):
        return None
    number = float(compact.replace(",", "."))
    return number if math.isfinite(number) else None
