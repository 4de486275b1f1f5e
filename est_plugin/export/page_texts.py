# SPDX-License-Identifier: GPL-2.0-or-later
"""The fixed texts of the page: its headings and buttons, and what its scripts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from est_plugin.export import sentences

if TYPE_CHECKING:
    from est_plugin.export.plan import PackagePlan
    from est_plugin.i18n import Language

#: A language by the name that those who read it know.
LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}


def body_texts(words: Language) -> dict[str, str]:
    """The texts of ``package.html`` by slot."""
    return {
        "skip": words.translate("est_plugin", "Skip the map"),
        "tools": words.translate("est_plugin", "Tools"),
        "whole": words.translate("est_plugin", "Whole area"),
        "present": words.translate("est_plugin", "Show as presentation"),
        "larger": words.translate("est_plugin", "Larger text"),
        "print": words.translate("est_plugin", "Print"),
        "more": words.translate("est_plugin", "More"),
        "theme": words.translate("est_plugin", "Colours"),
        "light": words.translate("est_plugin", "Light colours"),
        "dark": words.translate("est_plugin", "Dark colours"),
        "contrast": words.translate("est_plugin", "High contrast"),
        "picture": words.translate("est_plugin", "Save the map as a picture"),
        "link": words.translate("est_plugin", "Copy a link to the view"),
        "help": words.translate("est_plugin", "Keyboard help"),
        "close": words.translate("est_plugin", "Close"),
        "previous": words.translate("est_plugin", "Previous"),
        "next": words.translate("est_plugin", "Next"),
        "leave": words.translate("est_plugin", "End presentation"),
        "presentation": words.translate("est_plugin", "Presentation"),
        "short": words.translate("est_plugin", "In short"),
        "map": words.translate("est_plugin", "Map"),
        "map_name": words.translate("est_plugin", "Map. The same places stand in the list and the tables."),
        "still_name": words.translate("est_plugin", "Map of the hotspots; they are named in the list."),
    }


def fault_texts(words: Language) -> dict[str, str]:
    """What is missing when a part of the file is damaged, by the slot of its sentence."""
    return {
        "no_map": words.translate(
            "est_plugin",
            "The moving map did not start: scripts are switched off here, or the file is damaged. The texts and the "
            "still map are whole.",
        ),
        "broken_data": words.translate(
            "est_plugin",
            "The data of the map are damaged, so a still map is shown. The texts are whole. Ask for the file again.",
        ),
        "broken_tiles": words.translate(
            "est_plugin",
            "The background of the map is damaged and missing. Places and texts are whole. Ask for the file again.",
        ),
        "broken_part": words.translate(
            "est_plugin",
            "A part of the page is damaged: some buttons do nothing. The texts are whole. Ask for the file again.",
        ),
    }


def script_texts(plan: PackagePlan, words: Language) -> dict[str, str]:
    """What the scripts say, by name. Braces are filled in by them."""
    return {
        "pageTitle": sentences.page_title(plan, words),
        "zoomIn": words.translate("est_plugin", "Zoom in"),
        "zoomOut": words.translate("est_plugin", "Zoom out"),
        "close": words.translate("est_plugin", "Close"),
        "north": words.translate("est_plugin", "N"),
        "northTitle": words.translate("est_plugin", "North is up"),
        "shown": words.translate("est_plugin", "{layer} is shown on the map."),
        "hidden": words.translate("est_plugin", "{layer} is hidden on the map."),
        "shows": words.translate("est_plugin", "The map shows {name}."),
        "rows": words.translate("est_plugin", "{shown} of {total} measures are shown."),
        "larger": words.translate("est_plugin", "Larger text"),
        "ordinary": words.translate("est_plugin", "Ordinary text"),
        "textSize": words.translate("est_plugin", "The text is {percent} per cent of the ordinary size."),
        "step": words.translate("est_plugin", "{number} of {total}"),
        "measures": words.translate("est_plugin", "Measures"),
        "further": words.translate("est_plugin", "… and {count} more in the list"),
        "copied": words.translate("est_plugin", "Copied."),
        "notCopied": words.translate("est_plugin", "The browser did not let the page copy. Select the text instead."),
        "saved": words.translate("est_plugin", "The picture is saved where the browser saves files."),
        "notSaved": words.translate("est_plugin", "The browser could not make the picture. Print the page instead."),
    }


def key_texts(words: Language) -> tuple[tuple[str, str], ...]:
    """Keys and what they do: everywhere, on the map, in the presentation."""
    map_only = words.translate("est_plugin", "with the focus on the map")
    presenting = words.translate("est_plugin", "in the presentation")
    return (
        ("Tab", words.translate("est_plugin", "go to the next button, link or choice")),
        ("Enter", words.translate("est_plugin", "choose; a place in the list is shown on the map")),
        ("Esc", words.translate("est_plugin", "close what is open, end the presentation")),
        ("↑ ↓ ← →", words.translate("est_plugin", "move the map") + f" ({map_only})"),
        ("+ −", words.translate("est_plugin", "zoom in and out") + f" ({map_only})"),
        ("1 – 9", words.translate("est_plugin", "show the place with that number") + f" ({map_only})"),
        ("0", words.translate("est_plugin", "show the whole area") + f" ({map_only})"),
        ("PgDn →", words.translate("est_plugin", "next step") + f" ({presenting})"),
        ("PgUp ←", words.translate("est_plugin", "previous step") + f" ({presenting})"),
        ("Home End", words.translate("est_plugin", "first and last step") + f" ({presenting})"),
    )
