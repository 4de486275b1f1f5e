# SPDX-License-Identifier: GPL-2.0-or-later
"""Is a package small enough to be opened and to be mailed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MB = 1_000_000
_LARGE_PAGE, _LARGE_PAPER, _LARGE_ARCHIVE = 15 * _MB, 10 * _MB, 20 * _MB


def size_warnings(page: Path, paper: Path | None, archive: Path) -> tuple[Sentence, ...]:
    """A sentence about each file that is too large, with what to do; the package stands all the same."""
    return tuple(_warnings(page, paper, archive))


def _warnings(page: Path, paper: Path | None, archive: Path) -> Iterator[Sentence]:
    if _is_above(page, _LARGE_PAGE):
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "The map page is {size} MB: an old computer opens it slowly. A calmer background map or a smaller area "
                "makes it smaller.",
            ),
            size=_megabytes(page),
        )
    if paper is not None and _is_above(paper, _LARGE_PAPER):
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "The PDF is {size} MB: that may be too much for a mailbox. The quality for e-mail makes it smaller.",
            ),
            size=_megabytes(paper),
        )
    if _is_above(archive, _LARGE_ARCHIVE):
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "est_plugin",
                "The zip is {size} MB: many mailboxes take 20 at most. Hand it over on a shared folder, or leave out "
                "pictures and photos.",
            ),
            size=_megabytes(archive),
        )


def _is_above(path: Path, most: int) -> bool:
    return path.stat().st_size > most


def _megabytes(path: Path) -> float:
    return round(path.stat().st_size / _MB, 1)
