# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk that comes home from the field: what is new, what both sides changed, what is refused; nothing twice."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from osgeo import gdal
from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QImage

from est_plugin.db.catalogues import read_code_lists
from est_plugin.db.changesets import Change, Op
from est_plugin.db.guard import ClashError
from est_plugin.db.migrator import create_database
from est_plugin.errors import CancelledError, DatabaseError, InputError
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.field_homecoming import Policy, Taken, bring_home, by_policy
from est_plugin.intake.field_return import RowState, read_return
from est_plugin.layers.pace import Pace
from est_plugin.layers.photos import choose_photo_folder, photo_folder
from tests.field_sample import HOTSPOT, Phone, X, Y, change, package, rows, stop, store

PACE = Pace(4.0, 5.0)


@pytest.fixture
def database(either_database, tmp_path):
    if photo_folder(either_database) is None:
        choose_photo_folder(either_database, tmp_path / "photos")
        yield either_database
        QgsSettings().remove("est_plugin/photo-folders")
    else:
        yield either_database


@pytest.fixture
def walk(database):
    return store(database)


@pytest.fixture
def phone(database, walk, tmp_path):
    return Phone(package(database, walk, tmp_path))


def came_home(database, phone):
    return read_return(database, phone.folder, read_code_lists(database), SilentFeedback())


def brought(database, phone, policy=Policy.CLEAR):
    returned = came_home(database, phone)
    return bring_home(database, returned, by_policy(returned.changes, policy), PACE, SilentFeedback())


def states(returned):
    return sorted((change.table, change.state) for change in returned.changes)


def seen(database, walk, **values):
    return {"walk_stop": stop(database, walk, "Bron"), "item": "SIK", "geom": f"POINT ({X + 9} {Y})", **values}


def test_an_untouched_package_brings_nothing_home(database, phone):
    assert came_home(database, phone).changes == ()
    assert brought(database, phone).rows == 0


def test_observations_notes_participants_and_photos_come_home_once(database, walk, phone):
    taken = phone.photograph("iakttagelse_1.jpg")
    before = (phone.folder / taken).read_bytes()
    times = {"observed_at": "2026-11-29T19:30:00Z", "deadline": "2026-12-24"}
    uuid = phone.add("observation", **seen(database, walk, comment="Buskar", photo=taken, priority=2, **times))
    phone.add("walk_participant", role=read_code_lists(database).participant_roles[0].code, number=4, walk=walk)
    phone.edit("walk_stop", "place = 'Torget'", comment="Trasig lampa")
    phone.edit("walk", None, weather="Regn", light_condition="dark")
    home = brought(database, phone)
    assert (home.rows, home.photos, home.unread) == (4, 1, ())
    found = next(row for row in rows(database, "observation") if row["uuid"] == uuid)
    assert [found[name] for name in ("item", "comment", "priority", "observed_at", "deadline", "photo_checked")] == [
        "SIK", "Buskar", 2, "2026-11-29T19:30:00.000Z", "2026-12-24", 0,
    ]  # fmt: skip
    assert rows(database, "walk_stop", "comment")[0] == {"comment": "Trasig lampa"}
    assert rows(database, "walk", "weather, light_condition")[0] == {"weather": "Regn", "light_condition": "dark"}
    assert [row["number"] for row in rows(database, "walk_participant", "number")] == [4]
    copy = photo_folder(database) / found["photo"]
    assert QImage(str(copy)).width() == 640
    assert not any("EXIF" in name for name in gdal.Open(str(copy)).GetMetadata())
    assert (phone.folder / taken).read_bytes() == before
    assert came_home(database, phone).changes == ()
    versions = [row["version"] for row in rows(database, "observation", "version")]
    assert brought(database, phone, Policy.FIELD).rows == 0
    assert [row["version"] for row in rows(database, "observation", "version")] == versions


def test_a_photo_of_the_office_stays_until_the_field_took_another_which_nobody_has_looked_at_yet(database, walk, phone):
    (held,) = rows(database, "observation", "uuid")
    old = {"photo": "kontoret.jpg", "photo_checked": True}
    change(database, Change("observation", Op.UPDATE, held["uuid"], old, 1))
    later = Phone(package(database, walk, phone.folder.parent))
    later.edit("observation", None, comment="Mörkare")
    assert [[column.name for column in change.columns] for change in came_home(database, later).changes] == [
        ["comment"]
    ]
    later.edit("observation", None, comment="Mörkt", photo=later.photograph("ny.jpg"))
    (row,) = came_home(database, later).changes
    assert (row.state, [(c.name, c.base) for c in row.columns]) == (RowState.CHANGED, [("photo", "kontoret.jpg")])
    assert brought(database, later).photos == 1
    (now,) = rows(database, "observation", "photo, photo_checked")
    assert now["photo"] != "kontoret.jpg"
    assert not now["photo_checked"]
    assert came_home(database, later).changes == ()


def test_a_photo_that_both_sides_changed_waits_for_a_choice(database, walk, phone):
    (held,) = rows(database, "observation", "uuid")
    change(database, Change("observation", Op.UPDATE, held["uuid"], {"photo": "kontoret.jpg"}, 1))
    phone.edit("observation", None, photo=phone.photograph("ny.jpg"))
    (row,) = came_home(database, phone).changes
    assert (row.state, row.columns[0].base, row.columns[0].office) == (RowState.BOTH, None, "kontoret.jpg")


def test_what_both_sides_changed_is_shown_side_by_side_and_left_alone_until_somebody_chooses(database, walk, phone):
    torget = stop(database, walk, "Torget")
    phone.edit("walk_stop", "place = 'Torget'", comment="Fältet", land_owner="private")
    change(database, Change("walk_stop", Op.UPDATE, torget, {"comment": "Kontoret"}, 1))
    returned = came_home(database, phone)
    (row,) = returned.changes
    assert row.state is RowState.BOTH
    assert [(c.name, c.base, c.field, c.office, c.is_clear) for c in row.columns] == [
        ("land_owner", None, "private", None, True),
        ("comment", "", "Fältet", "Kontoret", False),
    ]
    assert bring_home(database, returned, {}, PACE, SilentFeedback()).rows == 0
    bring_home(database, returned, {row.key: Taken.OFFICE}, PACE, SilentFeedback())
    held = rows(database, "walk_stop", "comment, land_owner")[0]
    assert held == {"comment": "Kontoret", "land_owner": "private"}
    assert brought(database, phone, Policy.FIELD).rows == 1
    assert rows(database, "walk_stop", "comment")[0]["comment"] == "Fältet"


def test_what_was_brought_home_and_changed_in_the_office_since_is_not_brought_home_again(database, walk, phone):
    uuid = phone.add("observation", **seen(database, walk, comment="Skräp"))
    phone.edit("walk_stop", "place = 'Torget'", comment="Fältet")
    brought(database, phone)
    change(
        database,
        Change("observation", Op.UPDATE, uuid, {"comment": "Skräp vid bron"}, 1),
        Change("walk_stop", Op.UPDATE, stop(database, walk, "Torget"), {"comment": "Fältet, lagat"}, 2),
    )
    assert came_home(database, phone).changes == ()
    change(database, Change("observation", Op.DELETE, uuid, base_version=2))
    assert came_home(database, phone).changes == ()


def test_a_change_in_the_field_to_what_the_office_held_for_a_while_is_shown(database, walk, phone):
    for version, weather in enumerate(("Regn", "Sol"), start=2):
        change(database, Change("walk", Op.UPDATE, walk, {"weather": weather}, version))
    phone.edit("walk", None, weather="Regn")
    (row,) = came_home(database, phone).changes
    assert row.state is RowState.BOTH
    assert [(c.name, c.base, c.field, c.office) for c in row.columns] == [("weather", "", "Regn", "Sol")]
    assert brought(database, phone, Policy.FIELD).rows == 1
    change(database, Change("walk", Op.UPDATE, walk, {"weather": "Snö"}, 5))
    assert came_home(database, phone).changes == ()


def test_several_phones_with_copies_of_one_package_merge(database, walk, phone, tmp_path):
    other = Phone(shutil.copytree(phone.folder, tmp_path / "other"))
    for one, text in ((phone, "Ena"), (other, "Andra")):
        one.add("observation", **seen(database, walk, comment=text, photo=one.photograph("1.jpg", len(text))))
        one.edit("walk_stop", "place = 'Bron'", comment=text)
    assert brought(database, phone).rows == 2
    returned = came_home(database, other)
    assert states(returned) == [("observation", RowState.NEW), ("walk_stop", RowState.BOTH)]
    assert brought(database, other).rows == 1
    assert {row["comment"] for row in rows(database, "observation", "comment")} == {"Mörkt", "Ena", "Andra"}
    assert len(list(photo_folder(database).glob("*.jpg"))) == 2


def test_a_later_return_of_the_same_phone_brings_what_it_wrote_since(database, walk, phone):
    uuid = phone.add("observation", **seen(database, walk, comment="Ett"))
    brought(database, phone)
    phone.edit("observation", f"uuid = '{uuid}'", comment="Ett och två")
    assert states(came_home(database, phone)) == [("observation", RowState.CHANGED)]
    brought(database, phone)
    assert rows(database, "observation", "comment")[-1]["comment"] == "Ett och två"


def test_a_row_deleted_in_the_field_goes_only_if_somebody_says_so(database, phone):
    phone.delete("observation", "item = 'BEL'")
    assert states(came_home(database, phone)) == [("observation", RowState.DELETED)]
    assert brought(database, phone).rows == 0
    assert brought(database, phone, Policy.FIELD).rows == 1
    assert rows(database, "observation") == []
    assert came_home(database, phone).changes == ()


def test_a_row_deleted_in_the_office_comes_back_only_if_the_field_counts(database, walk, phone):
    (held,) = rows(database, "observation")
    phone.edit("observation", None, comment="Ännu mörkare")
    change(database, Change("observation", Op.DELETE, held["uuid"], base_version=1))
    assert brought(database, phone, Policy.OFFICE).rows == 0
    assert brought(database, phone, Policy.FIELD).rows == 1
    assert rows(database, "observation", "comment") == [{"comment": "Ännu mörkare"}]


def test_what_the_database_would_refuse_is_told_and_the_rest_comes_home(database, walk, phone):
    for values in (
        {"item": None},
        {"item": "XYZ"},
        {"priority": 7},
        {"walk_stop": HOTSPOT},
    ):
        phone.add("observation", **{**seen(database, walk), **values})
    phone.add("observation", **seen(database, walk, value="3", comment="Ring 070-123 45 67", photo="DCIM/borta.jpg"))
    phone.add("observation", **seen(database, walk, photo="../../etc/passwd"))
    returned = came_home(database, phone)
    bad = [change for change in returned.changes if change.state is RowState.UNSTORABLE]
    assert len(bad) == 4
    assert all(change.notes for change in bad)
    notes = [str(note) for change in returned.changes if change.state is RowState.NEW for note in change.notes]
    assert len(notes) == 3
    assert "The photo DCIM/borta.jpg is missing." in notes
    assert "The photo ../../etc/passwd is missing." in notes
    assert brought(database, phone).rows == 2
    assert len(rows(database, "observation")) == 3


def test_a_new_stop_comes_with_its_observations_or_neither(database, walk, phone):
    uuid = phone.add("walk_stop", place="Ny plats", geom=f"POINT ({X} {Y + 9})")
    phone.add("observation", **seen(database, walk, walk_stop=uuid))
    returned = came_home(database, phone)
    chosen = by_policy(returned.changes, Policy.CLEAR)
    with pytest.raises(InputError, match="not the new stop"):
        bring_home(
            database,
            returned,
            {key: taken for key, taken in chosen.items() if key[0] != "walk_stop"},
            PACE,
            SilentFeedback(),
        )
    assert bring_home(database, returned, chosen, PACE, SilentFeedback()).rows == 2
    assert stop(database, walk, "Ny plats") == uuid


def test_numbers_length_and_minutes_follow_what_came_home(database, walk, phone):
    phone.add("walk_stop", walk=walk, number=1, place="Ny", geom=f"POINT ({X + 150} {Y})")
    phone.add("walk_stop", walk=walk, place="Utan nummer", geom=f"POINT ({X + 250} {Y})")
    phone.edit("walk_stop", "place = 'Torget'", geom=f"POINT ({X + 300} {Y + 500})")
    phone.edit("walk", None, geom=f"LINESTRING ({X} {Y}, {X + 300} {Y}, {X + 300} {Y + 900})")
    assert brought(database, phone, Policy.FIELD).rows == 4
    of_walk = sorted(
        (row["number"], row["place"]) for row in rows(database, "walk_stop", "*") if str(row["walk"]) == walk
    )
    assert of_walk == [(1, "Ny"), (2, "Utan nummer"), (3, "Bron"), (4, "Torget")]
    assert rows(database, "walk", "length_m, minutes")[0] == {"length_m": 1200, "minutes": 38}
    assert came_home(database, phone).changes == ()


def test_a_reference_in_braces_is_the_same(database, walk, phone):
    uuid = phone.add("walk_stop", walk=f"{{{walk}}}", place="Ny", geom=f"POINT ({X} {Y})")
    phone.add("observation", **seen(database, walk, walk_stop=f"{{{uuid.upper()}}}"))
    assert brought(database, phone).rows == 2
    assert [str(row["walk_stop"]) for row in rows(database, "observation", "walk_stop")][-1] == uuid


def test_a_photo_that_the_office_replaced_is_not_copied_when_the_office_counts(database, walk, phone):
    (held,) = rows(database, "observation")
    phone.edit("observation", None, photo=phone.photograph("1.jpg"))
    change(database, Change("observation", Op.UPDATE, held["uuid"], {"photo": "kontoret.jpg"}, 1))
    assert brought(database, phone, Policy.OFFICE).photos == 0
    assert not list(photo_folder(database).glob("*"))


def test_a_geopackage_that_was_chosen_by_itself_is_read_whatever_lies_beside_it(file_database, tmp_path):
    phone = Phone(package(file_database, store(file_database), tmp_path))
    phone.edit("walk_stop", "place = 'Torget'", comment="Fältet")
    shutil.copy(file_database.path, phone.folder / "annat.gpkg")
    (phone.folder / "film.part").write_bytes(b"x")
    lists = read_code_lists(file_database)
    returned = read_return(file_database, phone.folder / "falt.gpkg", lists, SilentFeedback())
    assert states(returned) == [("walk_stop", RowState.CHANGED)]
    second_version(phone.folder)
    with pytest.raises(InputError, match="two versions"):
        read_return(file_database, phone.folder / "falt.gpkg", lists, SilentFeedback())


def test_columns_that_a_phone_added_and_numbers_that_it_changed_do_no_harm(database, walk, phone):
    with closing(sqlite3.connect(phone.folder / "falt.gpkg")) as connection:
        connection.executescript(
            "PRAGMA writable_schema = 0; DROP TRIGGER IF EXISTS rtree_walk_stop_geom_update1;"
            "ALTER TABLE walk_participant ADD COLUMN extra TEXT; UPDATE walk_participant SET id = id + 100;"
        )
    assert came_home(database, phone).changes == ()


def test_what_somebody_stores_between_looking_and_bringing_home_is_not_overwritten(database, walk, phone):
    phone.edit("walk_stop", "place = 'Torget'", comment="Fältet")
    returned = came_home(database, phone)
    torget = stop(database, walk, "Torget")
    change(database, Change("walk_stop", Op.UPDATE, torget, {"comment": "Kontoret"}, 1))
    uuid = phone.add("observation", **seen(database, walk, photo=phone.photograph("1.jpg")))
    again = came_home(database, phone)
    change(database, Change("walk_stop", Op.UPDATE, torget, {"comment": "Kontoret igen"}, 2))
    for one in (returned, again):
        with pytest.raises(ClashError):
            bring_home(database, one, dict.fromkeys((c.key for c in one.changes), Taken.FIELD), PACE, SilentFeedback())
    assert rows(database, "walk_stop", "comment")[0]["comment"] == "Kontoret igen"
    assert uuid not in {row["uuid"] for row in rows(database, "observation", "uuid")}
    assert not list(photo_folder(database).glob("*.jpg"))


def test_a_stop_that_is_deleted_between_looking_and_bringing_home_is_told(database, walk, phone):
    phone.add("observation", **seen(database, walk, comment="Skräp"))
    returned = came_home(database, phone)
    bron = stop(database, walk, "Bron")
    change(database, Change("walk_stop", Op.DELETE, bron, base_version=1))
    chosen = by_policy(returned.changes, Policy.CLEAR)
    with pytest.raises(InputError) as refused:
        bring_home(database, returned, chosen, PACE, SilentFeedback())
    assert "deleted meanwhile" in str(refused.value)
    assert len(rows(database, "observation")) == 1
    assert states(came_home(database, phone)) == [("observation", RowState.UNSTORABLE)]


def test_cancelling_stores_nothing_and_leaves_no_photo(database, walk, phone):
    for number in range(3):
        phone.add("observation", **seen(database, walk, photo=phone.photograph(f"{number}.jpg", number)))
    returned = came_home(database, phone)

    class Cancelled(SilentFeedback):
        def is_cancelled(self):
            return len(list(photo_folder(database).glob("*.jpg"))) == 2

    with pytest.raises(CancelledError):
        bring_home(database, returned, by_policy(returned.changes, Policy.CLEAR), PACE, Cancelled())
    assert not list(photo_folder(database).glob("*"))
    assert len(rows(database, "observation")) == 1


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_file_that_was_cut_is_refused(file_database, tmp_path, share):
    phone = Phone(package(file_database, store(file_database), tmp_path))
    data = phone.folder / "falt.gpkg"
    content = data.read_bytes()
    data.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(InputError, match="not whole"):
        came_home(file_database, phone)


def spoil_middle(folder):
    data = folder / "falt.gpkg"
    content = bytearray(data.read_bytes())
    for page in range(2, len(content) // 4096, 3):
        content[page * 4096 : page * 4096 + 2000] = b"\x55" * 2000
    data.write_bytes(content)


def second_version(folder):
    shutil.copy(folder / "falt.gpkg", folder / "falt (conflicted copy, anna v3).gpkg")


def other_version(folder):
    with Phone(folder).written() as dataset:
        dataset.ExecuteSQL("UPDATE est_package SET schema_version = 0")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoil_middle, "not whole"),
        (lambda folder: (folder / "falt.gpkg-wal").write_bytes(b"x" * 4096), "not whole"),
        (lambda folder: (folder / "falt.gpkg-journal").write_bytes(b"x" * 512), "not whole"),
        (second_version, "two versions"),
        (lambda folder: (folder / "DCIM" / "1.jpg.part").write_bytes(b"x"), "still being copied"),
        (lambda folder: (folder / "falt.gpkg").unlink(), "no field package"),
        (other_version, "cannot be brought home"),
    ],
)  # fmt: skip
def test_what_is_not_whole_or_not_ours_is_refused(file_database, tmp_path, spoil, said):
    phone = Phone(package(file_database, store(file_database), tmp_path))
    phone.edit("walk_stop", "place = 'Torget'", comment="Fältet")
    spoil(phone.folder)
    with pytest.raises(InputError, match=said):
        came_home(file_database, phone)
    assert rows(file_database, "walk_stop", "comment")[0]["comment"] == ""


def test_a_package_of_another_database_or_of_a_newer_state_is_refused(file_database, tmp_path):
    walk = store(file_database)
    backup = shutil.copy(file_database.path, tmp_path / "backup.gpkg")
    change(file_database, Change("walk_stop", Op.UPDATE, stop(file_database, walk, "Torget"), {"comment": "Ny"}, 1))
    phone = Phone(package(file_database, walk, tmp_path))
    other = create_database(
        tmp_path / "other.gpkg", srs_id=3006, municipality="1", municipality_name="B", feedback=SilentFeedback()
    )
    with pytest.raises(InputError, match="another database"):
        came_home(other, phone)
    shutil.copy(backup, file_database.path)
    with pytest.raises(InputError, match="older than the field package"):
        came_home(file_database, phone)


def test_any_geopackage_is_no_field_package(file_database, tmp_path):
    folder = tmp_path / "plain"
    folder.mkdir()
    shutil.copy(file_database.path, folder / "falt.gpkg")
    with pytest.raises(InputError, match="no field package"):
        came_home(file_database, Phone(folder))


def test_a_database_that_may_only_be_read_is_left_alone(file_database, tmp_path):
    phone = Phone(package(file_database, store(file_database), tmp_path))
    phone.edit("walk_stop", "place = 'Torget'", comment="Fältet")
    with file_database.writing() as connection:
        connection.execute("CREATE TRIGGER full BEFORE UPDATE ON walk_stop BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(DatabaseError):
        brought(file_database, phone)
    assert rows(file_database, "walk_stop", "comment")[0]["comment"] == ""


def test_a_picture_that_is_cut_is_told_and_its_observation_comes_home(file_database, tmp_path):
    walk = store(file_database)
    phone = Phone(package(file_database, walk, tmp_path))
    taken = phone.photograph("1.jpg")
    (phone.folder / taken).write_bytes((phone.folder / taken).read_bytes()[:200])
    phone.add("observation", **seen(file_database, walk, photo=taken))
    assert brought(file_database, phone).unread == ("1.jpg",)
    assert [row["photo"] for row in rows(file_database, "observation", "photo")] == [None, None]


def test_the_base_keeps_the_versions_and_no_word_of_hotspots(file_database, tmp_path):
    folder = package(file_database, store(file_database), tmp_path)
    with closing(sqlite3.connect(folder / "falt.gpkg")) as connection:
        base = connection.execute("SELECT table_name, version, held FROM est_base ORDER BY id").fetchall()
    assert [(table, version) for table, version, _ in base] == [
        ("walk", 2), ("walk_stop", 1), ("walk_stop", 1), ("observation", 1),
    ]  # fmt: skip
    assert not {"hotspot", "reason", "answer", "reply"} & {name for *_, held in base for name in json.loads(held)}
