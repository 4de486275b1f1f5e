# SPDX-License-Identifier: GPL-2.0-or-later
"""What is remembered of the packages of a computer: choices, the last one of each kind, and what they took."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from est_plugin.export.estimate import Experience
from est_plugin.export.preset import Preset, WrittenPackage
from est_plugin.i18n import user_language

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.export.preset import PackageChoices
    from est_plugin.settings import Settings

_PRESET, _CHOICES, _WRITTEN, _TAKEN = "preset", "choices", "written", "taken"


class PackageMemory:
    """Kept in the settings of the user's profile, so that it outlives QGIS. What cannot be read is forgotten."""

    def __init__(self, settings: Settings) -> None:
        self._entry = settings.packages

    @property
    def preset(self) -> Preset:
        """The one chosen last."""
        try:
            return Preset(self._read().get(_PRESET, ""))
        except ValueError:
            return Preset.OPERATIVE

    def choose(self, preset: Preset) -> None:
        """Offer it first the next time."""
        self._write({_PRESET: preset.value})

    def choices(self, preset: Preset) -> PackageChoices:
        """What a person made of the preset."""
        return preset.usual(user_language()).changed_by(self._part(_CHOICES).get(preset.value))

    def keep(self, preset: Preset, choices: PackageChoices) -> None:
        """Offer the same choices the next time."""
        self._write({_CHOICES: self._part(_CHOICES) | {preset.value: choices.to_values()}})

    def reset(self, preset: Preset) -> None:
        """Forget the changes of a preset."""
        kept = self._part(_CHOICES)
        kept.pop(preset.value, None)
        self._write({_CHOICES: kept})

    def written(self, database: Database, preset: Preset) -> WrittenPackage | None:
        """The last package of the preset from this database; None before the first."""
        values = self._of(_WRITTEN, database).get(preset.value)
        return None if values is None else WrittenPackage.read(values, preset.usual(user_language()))

    def remember(self, database: Database, preset: Preset, package: WrittenPackage) -> None:
        """It was written."""
        found = self._of(_WRITTEN, database) | {preset.value: package.to_values()}
        self._write({_WRITTEN: self._part(_WRITTEN) | {_key(database): found}})

    def experience(self, database: Database, background: str) -> Experience:
        """What its packages with this background took: a photograph weighs more than a grey map."""
        return Experience.read(self._of(_TAKEN, database).get(background))

    def learn(self, database: Database, background: str, experience: Experience) -> None:
        """Expect as much the next time."""
        found = self._of(_TAKEN, database) | {background: experience.to_values()}
        self._write({_TAKEN: self._part(_TAKEN) | {_key(database): found}})

    def _of(self, part: str, database: Database) -> dict[str, Any]:
        found = self._part(part).get(_key(database))
        return found if isinstance(found, dict) else {}

    def _part(self, name: str) -> dict[str, Any]:
        found = self._read().get(name)
        return found if isinstance(found, dict) else {}

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._entry.value() or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, values: dict[str, Any]) -> None:
        self._entry.setValue(json.dumps(self._read() | values, ensure_ascii=False))


def _key(database: Database) -> str:
    """Stands for a database; where it lies is nobody's business who reads the settings."""
    return hashlib.sha256(database.key.encode()).hexdigest()[:16]
