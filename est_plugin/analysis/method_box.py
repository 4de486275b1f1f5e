# SPDX-License-Identifier: GPL-2.0-or-later
"""How did a result come about? What another analyst needs to judge and to repeat it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_TEST = Sentence(QT_TRANSLATE_NOOP("est_plugin", "none: this result describes, and tests nothing"))
NO_CORRECTION = Sentence(QT_TRANSLATE_NOOP("est_plugin", "none"))


@dataclass(frozen=True)
class MethodBox:
    """The same facts for every result; names of parameters are source texts."""

    #: What was asked, and by which method.
    question: Sentence
    #: What chance would mean.
    null: Sentence
    #: Which p-value: exact or simulated, of one tail or both.
    p_value: Sentence
    #: Tests that were corrected for together; 0 without a test.
    tests: int
    correction: Sentence
    parameters: tuple[tuple[str, object], ...]
    #: SHA-256 of the incidents.
    checksum: str

    def facts(self) -> Iterator[tuple[str, object]]:
        """Name (source text) and value of each fact, in the order in which they are told."""
        yield QT_TRANSLATE_NOOP("est_plugin", "Question"), self.question
        yield QT_TRANSLATE_NOOP("est_plugin", "Chance means"), self.null
        if self.tests:
            yield QT_TRANSLATE_NOOP("est_plugin", "p-value"), self.p_value
            yield QT_TRANSLATE_NOOP("est_plugin", "Number of tests"), self.tests
            yield QT_TRANSLATE_NOOP("est_plugin", "Correction for many tests"), self.correction
        yield from self.parameters
        yield QT_TRANSLATE_NOOP("est_plugin", "Checksum of the incidents"), self.checksum
