# SPDX-License-Identifier: GPL-2.0-or-later
"""Boston's 311 service requests of 2015: what the files are called and how they are read."""

from __future__ import annotations

from est_plugin.intake.column_mapping import ColumnMapping, Field

#: Our category of each file.
CATEGORIES = {
    "street_light_outages": "bristfallig_belysning",
    "graffiti_removal": "klotter",
    "empty_litter_basket": "nedskrapning",
    "abandoned_vehicles": "fordonsvrak",
    "needle_pickup": "kanyl",
}
SRS_ID = 32619


def mapping(name: str) -> ColumnMapping:
    """How the file ``name`` writes its reports."""
    return ColumnMapping(
        source="boston",
        columns={
            Field.SOURCE_REF: ("CASE_ENQUIRY_ID",),
            Field.OCCURRED_FROM: ("OPEN_DT",),
            Field.X: ("LONGITUDE",),
            Field.Y: ("LATITUDE",),
            Field.PLACE: ("Location",),
        },
        constants={Field.CATEGORY: CATEGORIES[name]},
        crs_authid="EPSG:4326",
        date_formats=("%m/%d/%Y %I:%M:%S %p",),
        timezone="America/New_York",
    )
