# SPDX-License-Identifier: GPL-2.0-or-later
"""The guard of a shared database, seen from the client: what a layer must send, and what a refusal means.

The server's half is ``sql/postgis/001/008_guard.sql``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

#: The column that says which version of a row a change is based on; empty at rest.
BASE_VERSION_FIELD = "base_version"

#: QGIS expression for its default value, applied on update. What was touched first keeps its base; an open form gives
#: the version it showed; else it is the version that the layer read.
BASE_VERSION_EXPRESSION = 'coalesce("base_version", current_value(\'version\'), "version")'

#: The notice that the server sends once for each interactive changeset, on QGIS's channel ``qgis``.
NOTICE = "est"

_REFUSAL = re.compile(r"(EST\d{3}): (.*)")
_DETAIL = re.compile(r"DETAIL:\s*(\{.*\})")


class Code(StrEnum):
    """Why the server refused a change."""

    NO_BASE = "EST001"
    CONFLICT = "EST002"
    DELETE = "EST003"
    NO_TRANSACTION = "EST004"
    NO_ROW = "EST005"
    BAD_CHANGESET = "EST006"
    STEP = "EST007"
    NO_REASON = "EST008"
    NOT_VALID = "EST009"
    KEPT_REASON = "EST010"


#: Somebody else was there first; the person decides what holds (``layers.conflicts``).
CLASHES = (Code.CONFLICT, Code.NO_ROW)


#: Rules of the method, that files hold too: the person chose something that cannot be.
RULES = (Code.STEP, Code.NO_REASON, Code.NOT_VALID, Code.KEPT_REASON)


class ClashError(DatabaseError):
    """A refusal of ``CLASHES``."""


class RuleError(DatabaseError):
    """A refusal of ``RULES``."""


#: Whatever asked for the save, these are told by ``layers.refused_saves``.
TOLD_APART = (ClashError, RuleError)


@dataclass(frozen=True)
class Conflict:
    """Someone else changed the same columns of a row first."""

    table: str
    uuid: str
    base_version: int
    server_version: int
    changed_by: str
    #: As the server writes it: ISO 8601 with offset.
    changed_at: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """What the server said; ``conflict`` is known for Code.CONFLICT."""

    code: Code
    text: str
    conflict: Conflict | None


def refusal_in(message: str) -> Refusal | None:
    """The guard's refusal in an error text of psycopg2 or of a layer's ``commitErrors()``; None if it is another."""
    found = _REFUSAL.search(message)
    if found is None:
        return None
    code = Code(found[1])
    detail = _DETAIL.search(message) if code is Code.CONFLICT else None
    return Refusal(code, found[2].strip(), None if detail is None else _conflict(json.loads(detail[1])))


def error_of(refusal: Refusal) -> DatabaseError:
    """The refusal as a person reads it."""
    conflict = refusal.conflict
    if conflict is not None:
        return ClashError(
            QT_TRANSLATE_NOOP("est_plugin", "Someone else changed the same thing before you saved."),
            why=QT_TRANSLATE_NOOP("est_plugin", "{changed_by} changed {columns} in {table} in the meantime."),
            what_next=QT_TRANSLATE_NOOP(
                "est_plugin", "Nothing was overwritten. Save again: then you see both, and choose what holds."
            ),
            changed_by=conflict.changed_by,
            columns=", ".join(conflict.columns),
            table=conflict.table,
        )
    what, why, what_next = _SENTENCES[refusal.code]
    kind = ClashError if refusal.code in CLASHES else RuleError if refusal.code in RULES else DatabaseError
    return kind(what, why=why, what_next=what_next, text=refusal.text)


def _conflict(detail: dict[str, str | int | list[str]]) -> Conflict:
    columns = detail["columns"]
    return Conflict(
        table=str(detail["table"]),
        uuid=str(detail["uuid"]),
        base_version=int(str(detail["base"])),
        server_version=int(str(detail["now"])),
        changed_by=str(detail["by"]),
        changed_at=str(detail["at"]),
        columns=tuple(columns) if isinstance(columns, list) else (),
    )


_REFUSED = QT_TRANSLATE_NOOP("est_plugin", "The database refused the change.")
_KEPT = QT_TRANSLATE_NOOP("est_plugin", "Nothing was stored and your work is still here. Save again.")
_SENTENCES = {
    Code.NO_BASE: (
        _REFUSED,
        QT_TRANSLATE_NOOP("est_plugin", "The layer does not say which version of the row the change is based on."),
        QT_TRANSLATE_NOOP("est_plugin", "Open the layer from the EST plugin, and make the change there."),
    ),
    Code.CONFLICT: (
        _REFUSED,
        QT_TRANSLATE_NOOP("est_plugin", "Someone else changed the same thing before you saved."),
        QT_TRANSLATE_NOOP(
            "est_plugin", "Nothing was overwritten. Save again: then you see both, and choose what holds."
        ),
    ),
    Code.DELETE: (
        _REFUSED,
        QT_TRANSLATE_NOOP("est_plugin", "Rows are never deleted for good, so that nobody loses work by it."),
        QT_TRANSLATE_NOOP("est_plugin", "Mark the row as deleted instead; it can then be restored."),
    ),
    Code.NO_TRANSACTION: (
        _REFUSED,
        QT_TRANSLATE_NOOP("est_plugin", "The connection was broken while you saved."),
        _KEPT,
    ),
    Code.NO_ROW: (
        _REFUSED,
        QT_TRANSLATE_NOOP("est_plugin", "The row is gone, or your login may no longer see or change it."),
        QT_TRANSLATE_NOOP("est_plugin", "Reload the layer to see what is stored. Ask the administrator for the right."),
    ),
    Code.BAD_CHANGESET: (
        _REFUSED,
        QT_TRANSLATE_NOOP("est_plugin", "It cannot be understood: {text}"),
        QT_TRANSLATE_NOOP("est_plugin", "Nothing was stored. Report the text above."),
    ),
    Code.STEP: (
        QT_TRANSLATE_NOOP("est_plugin", "The measure cannot take this step."),
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "A new measure begins as proposed, and none goes past a decision, that it was done, or its follow-up.",
        ),
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Nothing was stored. Set its status back, then choose a step under Next step on the Measures page.",
        ),
    ),
    Code.NO_REASON: (
        QT_TRANSLATE_NOOP("est_plugin", "The measure was not rejected."),
        QT_TRANSLATE_NOOP("est_plugin", "Who asked for it is told why, and there is no reason yet."),
        QT_TRANSLATE_NOOP(
            "est_plugin", "Write the reason into Text for the public, in its form under Follow-up, then save again."
        ),
    ),
    Code.KEPT_REASON: (
        QT_TRANSLATE_NOOP("est_plugin", "The measure was not taken up again."),
        QT_TRANSLATE_NOOP("est_plugin", "The reason for its rejection would be read as the words of another answer."),
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Empty Text for the public in its form under Follow-up, or write what holds now, then save again.",
        ),
    ),
    Code.NOT_VALID: (
        QT_TRANSLATE_NOOP("est_plugin", "The traffic ban does not hold as done."),
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "It holds when the right authority has decided it, it is published in STFS, and the right sign is up.",
        ),
        QT_TRANSLATE_NOOP(
            "est_plugin",
            "Tick the three in its form under Traffic ban and save that, then take the step. A ban that is done keeps "
            "them: take its step back first.",
        ),
    ),
}
