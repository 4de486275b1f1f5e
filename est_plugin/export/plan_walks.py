# SPDX-License-Identifier: GPL-2.0-or-later
"""Which safety walks go into a package, and what is said of each?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export.plan import StopItem, WalkItem

if TYPE_CHECKING:
    from est_plugin.db.package_rows import WalkRow
    from est_plugin.export.reading import PackageRows
    from est_plugin.i18n import Language


def walk_items(rows: PackageRows, words: Language) -> tuple[WalkItem, ...]:
    """The walks, the newest first."""
    return tuple(_walk(number, row, words) for number, row in enumerate(rows.walks, start=1))


def walk_title(row: WalkRow, number: int, words: Language) -> str:
    """Its title, or its number where it has none."""
    return row.title or words.translate("est_plugin", "Safety walk {number}").format(number=number)


def _walk(number: int, row: WalkRow, words: Language) -> WalkItem:
    return WalkItem(
        key=f"w{number}",
        title=walk_title(row, number, words),
        status_label=words.translate("est_plugin", row.status.label),
        length_m=row.length_m,
        minutes=row.minutes,
        wkb=row.wkb,
        stops=tuple(StopItem(stop.number, stop.place, stop.wkb) for stop in row.stops),
    )
