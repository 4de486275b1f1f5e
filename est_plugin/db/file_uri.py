# SPDX-License-Identifier: GPL-2.0-or-later
"""How does SQLite want the address of a file? Also of one on a share of Windows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import PurePath


def file_uri(path: PurePath, query: str) -> str:
    """The address of an absolute path, with SQLite's ``query`` such as ``mode=ro``.

    ``Path.as_uri`` makes a share's server the authority of the address, which SQLite refuses: it wants the server
    in the path (https://www.sqlite.org/uri.html).
    """
    place = path.as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place)}?{query}"
