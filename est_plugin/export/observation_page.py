# SPDX-License-Identifier: GPL-2.0-or-later
"""How do the observations of safety walks stand in the page? Static HTML with photos, and marks for the map."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

import shapely

from est_plugin.domain.edition import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from est_plugin.export.observation_items import ObservationItem, ObservedPlace, ObservedWalk
    from est_plugin.export.plan import PackagePlan
    from est_plugin.export.walk_photos import WalkPhotos
    from est_plugin.i18n import Language


def observation_data(plan: PackagePlan) -> list[dict[str, object]]:
    """The places for the map, by their key in the page, coordinates in decimetres' precision."""
    return [
        {
            "key": place.key,
            "name": place.stop,
            "number": len(place.items),
            "text": "; ".join(_line(item) for item in place.items),
            "at": _at(place.wkb),
        }
        for walk in plan.observations
        for place in walk.places
        if place.wkb is not None
    ]


def observation_section(plan: PackagePlan, photos: WalkPhotos, words: Language) -> str:
    """A part for each walk; empty where the edition has no observations."""
    if not plan.request.has(Part.OBSERVATIONS):
        return ""
    if not plan.observations:
        nothing = words.translate(
            "est_plugin", "Nothing was noted on a safety walk in this period, the one before or since."
        )
        return f"<p>{escape(nothing)}</p>"
    walks = "".join(_walk(walk, photos, words) for walk in plan.observations)
    note = words.translate("est_plugin", "Comments are left out: people may have written of others.")
    return "".join(f"<p>{escape(line)}</p>" for line in (note, *_photo_notes(photos, words))) + walks


def _walk(walk: ObservedWalk, photos: WalkPhotos, words: Language) -> str:
    places = "".join(_place(place, photos, words) for place in walk.places)
    return f'<div class="observed"><h3>{escape(walk.title)}</h3><ul class="observed-places">{places}</ul></div>'


def _place(place: ObservedPlace, photos: WalkPhotos, words: Language) -> str:
    name = escape(place.stop)
    link = f'<a href="#{place.key}" data-key="{place.key}">{name}</a>' if place.wkb is not None else name
    items = "".join(_item(item, words) for item in place.items)
    pictures = "".join(_photo(place, item, photos, words) for item in place.items)
    return f'<li id="{place.key}"><strong>{link}</strong><ul>{items}</ul>{pictures}</li>'


def _item(item: ObservationItem, words: Language) -> str:
    more = " ".join(filter(None, (item.reply, _responsible(item, words))))
    answer = f" – <strong>{escape(item.answer)}</strong>" if item.answer else ""
    return f"<li>{escape(item.seen)}{answer}{escape(f'. {more}') if more else ''}</li>"


def _responsible(item: ObservationItem, words: Language) -> str:
    if not item.responsible:
        return ""
    return words.translate("est_plugin", "Responsible: {name}.").format(name=item.responsible)


def _photo(place: ObservedPlace, item: ObservationItem, photos: WalkPhotos, words: Language) -> str:
    picture = None if item.photo is None else photos.pictures.get(item.photo)
    if picture is None:
        return ""
    text = words.translate("est_plugin", "Photo from the stop {stop}: {what}").format(stop=place.stop, what=item.seen)
    uri = f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
    return f'<img class="photo" alt="{escape(text)}" src="{uri}">'


def _photo_notes(photos: WalkPhotos, words: Language) -> Iterator[str]:
    if photos.left_out:
        yield words.translate(
            "est_plugin", "Photos that had no room in the package: {count}. They are in the database."
        ).format(count=photos.left_out)
    if photos.unreadable:
        yield words.translate("est_plugin", "Photos that are missing or cannot be read: {count}.").format(
            count=photos.unreadable
        )


def _line(item: ObservationItem) -> str:
    return f"{item.seen} ({item.answer})" if item.answer else item.seen


def _at(wkb: bytes) -> list[float]:
    inside = shapely.from_wkb(wkb).representative_point()
    return [round(inside.x, 1), round(inside.y, 1)]
