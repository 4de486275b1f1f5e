# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors that a person can act on.

Every room may raise them, also the rooms that know no Qt. So an error keeps its English source sentences, marked with
``QT_TRANSLATE_NOOP`` for the translation tool; ``est_plugin.i18n`` translates them where they are shown.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation and return it unchanged (Qt's macro of the same name, without Qt)."""
    del context
    return text


class EstError(Exception):
    """What happened, why, and what to do next: three source sentences with ``{named}`` places for ``values``."""

    def __init__(self, what: str, *, why: str = "", what_next: str = "", **values: object) -> None:
        self.what = what
        self.why = why
        self.what_next = what_next
        self.values = values
        super().__init__(" ".join(part.format(**values) for part in (what, why, what_next) if part))


class InputError(EstError):
    """What came in (a file, a layer, a parameter, a row of data) cannot be used as it is."""


class DatabaseError(EstError):
    """The database cannot be opened, read or written."""


class ExportError(EstError):
    """The map package could not be written, or may not be."""


class CancelledError(EstError):
    """A person cancelled the work. Nothing half-done is left behind."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("est_plugin", "Cancelled. Nothing was changed."))
