# SPDX-License-Identifier: GPL-2.0-or-later
"""What did a person order at the click? Whatever they choose or open afterwards, this is what is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from est_plugin.export.request import PackageRequest

if TYPE_CHECKING:
    from est_plugin.db.database import Database
    from est_plugin.domain.incident import IncidentFilter
    from est_plugin.export.estimate import Estimate
    from est_plugin.export.preset import PackageChoices, Preset
    from est_plugin.gui.session import Session


@dataclass(frozen=True)
class PackageOrder:
    """One package of one database."""

    database: Database
    preset: Preset
    choices: PackageChoices
    request: PackageRequest
    #: What it is expected to take without experience, if that is known.
    plain: Estimate | None = None

    @property
    def folder(self) -> Path:
        """In which it becomes a folder and a zip."""
        return Path(self.choices.folder)


def request_of(session: Session, choices: PackageChoices, incident_filter: IncidentFilter) -> PackageRequest:
    """The request without background, addresses and summary."""
    return PackageRequest(
        incident_filter,
        edition=choices.edition,
        language=choices.language,
        second_language=choices.second_language,
        bandwidth=session.settings.bandwidth.value(),
        wanted=choices.wanted,
        meeting=choices.meeting,
        contact=choices.contact,
        paper=choices.paper,
        quality=choices.quality,
    )
