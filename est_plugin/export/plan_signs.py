# SPDX-License-Identifier: GPL-2.0-or-later
"""Which signs of a person's words may stand in a package? None that nobody sees or that turn the text around."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from est_plugin.db.kept_back import KeptBack
from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.export.plan import PackagePlan

#: Categories of Unicode: controls, and what steers how the text is laid out.
_UNSEEN = frozenset({"Cc", "Cf", "Cn"})
_HALF = "Cs"
#: What is not shown, or is the name of a thing to open.
_SILENT = frozenset({"background", "kept_back"})


def with_seen_signs(plan: PackagePlan) -> PackagePlan:
    """The plan with all its texts as they are read. Raises InputError for a text that no file can hold."""
    seen: PackagePlan = _seen(plan)
    return seen


def seen_text(text: str) -> str:
    """The text without signs that nobody sees; lines stay. Raises InputError for half a sign."""
    if text.isprintable():
        return text
    kinds = [unicodedata.category(sign) for sign in text]
    if _HALF in kinds:
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "A text cannot be written to a file."),
            why=QT_TRANSLATE_NOOP("est_plugin", "It holds half a sign, after: {text}"),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Write the summary, the contact or the title in question again and try again."
            ),
            text=text[: kinds.index(_HALF)][-40:] or "–",
        )
    return "".join(
        sign if kind not in _UNSEEN or sign == "\n" else " " if sign.isspace() else ""
        for sign, kind in zip(text, kinds, strict=True)
    )


def _seen(value: Any) -> Any:  # noqa: ANN401 (a value of a plan, of any kind, gives one of the same kind)
    if isinstance(value, str):
        found = seen_text(value)
        return value if found == value else found
    if type(value) is tuple:
        items = tuple(_seen(item) for item in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if not is_dataclass(value) or isinstance(value, (type, KeptBack)):
        return value
    parts = {part.name: getattr(value, part.name) for part in fields(value) if part.init and part.name not in _SILENT}
    changed = {name: new for name, old in parts.items() if (new := _seen(old)) is not old}
    return replace(value, **changed) if changed else value
