# SPDX-License-Identifier: GPL-2.0-or-later
"""A real desktop in New York shows and takes Swedish time; layer properties, unload and a second load do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from desktop import Profile

from est_plugin.db.geometry_blob import point_blob
from est_plugin.db.migrator import create_database
from est_plugin.feedback import SilentFeedback

SCRIPT = Path(__file__).with_name("desktop_local_times.py")
HAPPENED, REPORTED = "2026-07-01 19:00", "2026-07-02 08:30"


@pytest.fixture(scope="module")
def seen(tmp_path_factory, qgis_app):
    """What the desktop showed of an incident at 17:00 UTC, reported at 06:30 UTC."""
    folder = tmp_path_factory.mktemp("desktop")
    with pytest.MonkeyPatch.context() as computer:
        computer.setenv("TZ", "America/New_York")
        profile = Profile(folder)
    database = create_database(
        folder / "est.gpkg", srs_id=3006, municipality="1781", municipality_name="x", feedback=SilentFeedback()
    )
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO incident (uuid, source, source_ref, category, occurred_from, reported_at, geom)"
            " VALUES ('1', 'test', '1', (SELECT code FROM category), '2026-07-01T17:00:00.000Z',"
            " '2026-07-02T06:30:00.000Z', ?)",
            (point_blob(500000, 6600000, 3006),),
        )
    return profile.run_desktop(SCRIPT)


def test_identify_table_and_form_show_swedish_time(seen):
    assert seen["identified"] == [HAPPENED, REPORTED]
    assert seen["in the table"] == HAPPENED
    assert (seen["in the form"]["occurred_from"], seen["in the form"]["reported_at"]) == (HAPPENED, REPORTED)


def test_what_is_typed_into_a_cell_of_the_table_is_swedish_time(seen):
    assert seen["typed in the table"] == "2026-01-15T18:00:00Z"


def test_layer_properties_leave_no_widget_of_ours_on_the_layer(seen):
    assert seen["widget on the layer"] == ""


def test_after_unload_qgis_chooses_its_own_widget_and_a_second_load_takes_over(seen):
    assert seen["widget after unload"] == "DateTime"
    # An empty time offers now, which may be a minute later the second time.
    first, second = (
        {name: time for name, time in seen[place].items() if name != "occurred_to"}
        for place in ("in the form", "in the form of a second load")
    )
    assert second == first
    assert "occurred_to" in seen["in the form of a second load"]
