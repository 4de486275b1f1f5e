# SPDX-License-Identifier: GPL-2.0-or-later
"""What to do when the link to a server breaks in the middle of work that may be done twice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

import psycopg2

from est_plugin.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
#: How long to wait before each new try, in seconds: a link that is only cut is back at once.
_PAUSES = (0.1, 0.5, 2.0)


def retried(work: Callable[[], Result]) -> Result:
    """Do the work again, a few times, while the link breaks. Only for what counts once however often it is done.

    Raises what the last try raised; any other error at once.
    """
    for pause in _PAUSES:
        try:
            return work()
        except DatabaseError as error:
            if not is_broken(error):
                raise
            time.sleep(pause)
    return work()


def is_broken(error: Exception) -> bool:
    """Did the connection end, so that asking again may help? What the server itself refuses has a code."""
    cause = error.__cause__
    return isinstance(cause, psycopg2.OperationalError | psycopg2.InterfaceError) and (
        cause.pgcode is None or cause.pgcode.startswith(("08", "57P"))
    )
