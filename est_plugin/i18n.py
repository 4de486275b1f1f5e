# SPDX-License-Identifier: GPL-2.0-or-later
"""Translation: the one alias that marks a text, the translator of the desktop, and the language of a map package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from est_plugin import paths

if TYPE_CHECKING:
    from est_plugin.errors import EstError

CONTEXT = "est_plugin"
LANGUAGES = ("sv", "en")

#: ``translate("est_plugin", "…")``: pylupdate6 finds texts by this name and files them under the context given.
translate = QCoreApplication.translate


def user_language() -> str:
    """Language of the user interface, one of LANGUAGES: Swedish for a Swedish QGIS, else English."""
    return "sv" if QgsApplication.locale().startswith("sv") else "en"


def _load(language: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(str(paths.TRANSLATIONS / f"est_plugin_{language}.qm")) else None


def install() -> QTranslator | None:
    """Install the translator of the user's language; the caller keeps it and hands it to ``remove``."""
    locale = QgsSettings().value("locale/userLocale", QLocale.system().name())
    translator = _load(str(locale)[:2])
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    return translator


def remove(translator: QTranslator | None) -> None:
    """Take down what ``install`` put up."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


class Language:
    """Texts in a chosen language, whatever the desktop speaks: a Swedish package from an English QGIS."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._translator = _load(code)

    def translate(self, context: str, source: str) -> str:
        """The text in this language; the English source where there is no translation."""
        return (self._translator.translate(context, source) if self._translator else "") or source


@dataclass(frozen=True)
class Message:
    """What a person reads: what happened, why, what to do next. Translated."""

    what: str
    why: str
    what_next: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.what_next) if part)


def message_of(error: EstError) -> Message:
    """The translated sentences of an error, its values filled in."""
    parts = (
        (translate(CONTEXT, part) if part else "").format(**error.values)
        for part in (error.what, error.why, error.what_next)
    )
    return Message(*parts)
