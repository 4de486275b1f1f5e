# SPDX-License-Identifier: GPL-2.0-or-later
"""By what does a person say which output they approve, where no window shows it to them?"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from est_plugin.export.package import Drawn

#: Short enough to be typed.
_SIGNS = 12


def output_digest(drawn: Drawn) -> str:
    """The same for the same files, whenever and wherever they are drawn; another for any other byte."""
    digest = hashlib.sha256()
    for path in sorted(path for path in drawn.draft.rglob("*") if path.is_file()):
        digest.update(path.relative_to(drawn.draft).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:_SIGNS]


def check_quoted(quoted: str, drawn: Drawn | None = None) -> None:
    """Raises InputError if nothing is quoted, or not what stands for these files."""
    if drawn is None and quoted.strip():
        return
    if drawn is not None and quoted.strip().lower() == output_digest(drawn):
        return
    raise InputError(
        QT_TRANSLATE_NOOP("est_plugin", "The public edition was not written."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The digest does not stand for what would be published now."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin",
            "Run it once without APPROVED_BY, look at what is shown and left out, and give the digest that it tells "
            "as APPROVED_DIGEST.",
        ),
    )
