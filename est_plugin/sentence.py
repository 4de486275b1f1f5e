# SPDX-License-Identifier: GPL-2.0-or-later
"""A sentence about a result, for rooms that know no Qt: ``i18n.Language.say`` tells it in Swedish or English."""

from __future__ import annotations


class Sentence:
    """An English source text, marked with ``QT_TRANSLATE_NOOP``, and the ``values`` of its ``{named}`` places.

    A value may be a number, a text, a day, another sentence, or an enumeration with a ``label``.
    """

    __slots__ = ("source", "values")

    def __init__(self, source: str, /, **values: object) -> None:
        self.source = source
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and (self.source, self.values) == (other.source, other.values)

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"Sentence({self.source!r}, {self.values!r})"

    def __str__(self) -> str:
        """In English, for logs and tests."""
        return self.source.format(**self.values)
