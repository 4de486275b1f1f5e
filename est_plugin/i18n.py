# SPDX-License-Identifier: GPL-2.0-or-later
"""Translation: the one alias that marks a text, the translator of the desktop, and the language of a map package."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from est_plugin import paths
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

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
        # As bytes: of a text PyQt takes ASCII only.
        return (self._translator.translate(context, source.encode()) if self._translator else "") or source

    def say(self, sentence: Sentence) -> str:
        """A sentence about a result in this language, its numbers written as people there write them."""
        values = {name: self.tell(value) for name, value in sentence.values.items()}
        return self.translate(CONTEXT, sentence.source).format(**values)

    def tell(self, value: object) -> str:
        """A value of a sentence or of a fact: a number with four significant digits, a label, a sentence, a text."""
        if isinstance(value, Sentence):
            return self.say(value)
        if isinstance(value, float):
            return QLocale(self.code).toString(value, "g", 4)
        label = getattr(value, "label", None)
        return str(value) if label is None else self.translate(CONTEXT, label)


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
    values = {name: reason_of(value) if isinstance(value, OSError) else value for name, value in error.values.items()}
    parts = (
        (translate(CONTEXT, part) if part else "").format(**values) for part in (error.what, error.why, error.what_next)
    )
    return Message(*parts)


#: What an operating system says in English wherever it runs.
_SYSTEM_REASONS = {
    errno.ENOENT: QT_TRANSLATE_NOOP("est_plugin", "there is no such file or folder"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("est_plugin", "a part of the path is no folder"),
    errno.EACCES: QT_TRANSLATE_NOOP("est_plugin", "you have no right to do that there"),
    errno.EPERM: QT_TRANSLATE_NOOP("est_plugin", "you have no right to do that there"),
    errno.EROFS: QT_TRANSLATE_NOOP("est_plugin", "the disk is write-protected"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("est_plugin", "the disk is full"),
    errno.EDQUOT: QT_TRANSLATE_NOOP("est_plugin", "your share of the disk is used up"),
    errno.EFBIG: QT_TRANSLATE_NOOP("est_plugin", "the file would be too large"),
    errno.EBUSY: QT_TRANSLATE_NOOP("est_plugin", "another program uses it"),
    errno.EEXIST: QT_TRANSLATE_NOOP("est_plugin", "there is one already"),
    errno.EISDIR: QT_TRANSLATE_NOOP("est_plugin", "it is a folder"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("est_plugin", "the name is too long"),
}


def reason_of(error: OSError) -> str:
    """Why the operating system refused, translated; its own words where it says something unusual."""
    reason = _SYSTEM_REASONS.get(error.errno or 0)
    return str(error.strerror or error) if reason is None else translate(CONTEXT, reason)
