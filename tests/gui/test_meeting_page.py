# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Meeting: presets set and remember choices, what goes along is told live, one click repeats."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from qgis.core import Qgis, QgsProject, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtXml import QDomDocument

from est_plugin.db.changesets import Change, Changeset, Op, apply
from est_plugin.db.times import LOCAL_ZONE, to_text
from est_plugin.domain.edition import Edition, Part
from est_plugin.domain.period import Period, PeriodKind
from est_plugin.export.preset import Preset
from est_plugin.export.request import Quality
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from tests import package_sample as sample
from tests.gui.walk_desk import add_walk, dock, open_at, see, stop_at
from tests.waiting import opened, settled, until

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.PyQt.QtWidgets import QComboBox

    from est_plugin.db.database import Database
    from est_plugin.gui.dock import EstDock
    from est_plugin.gui.meeting_page import MeetingPage

__all__ = ["dock"]


@pytest.fixture
def page(dock: EstDock, tmp_path: Path) -> MeetingPage:
    """The page over the small town of the package tests, as a new user sees it."""
    dock.session.settings.packages.remove()
    dock.session.settings.last_export_folder.remove()
    dock.session.settings.package_background.remove()
    database = sample.make_database(tmp_path / "lindvik.gpkg")
    opened(dock.session, database.path)
    dock.session.choose_period(sample.PERIOD)
    dock.pages.setCurrentIndex(4)
    settled(dock.session)
    page = dock.pages.widget(4)
    choose(page, page.preset, Preset.OPERATIVE)
    dock.session.choose_period(sample.PERIOD)
    page.folder.setFilePath(str(tmp_path / "out"))
    settled(dock.session)
    return page


def choose(page: MeetingPage, box: QComboBox, value: object) -> None:
    """As a person does: Qt tells only then that something was activated."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    settled(page.session)


def written(page: MeetingPage, folder: Path) -> list[str]:
    settled(page.session)
    until(lambda: page.session._busy == 0)
    return sorted(path.name for path in folder.glob("*.zip"))


def test_a_preset_sets_edition_agenda_and_period(page: MeetingPage) -> None:
    choose(page, page.preset, Preset.STRATEGIC)
    assert page.form.edition.currentData() is Edition.STRATEGIC
    assert page.session.period == Period.containing(PeriodKind.TWO_MONTHS, date(2026, 4, 1))
    assert "<li>" in page.agenda.text()
    choose(page, page.preset, Preset.WORKING)
    # The working group gets whatever is shown.
    assert page.session.period == Period.containing(PeriodKind.TWO_MONTHS, date(2026, 4, 1))
    assert page.form.edition.currentData() is Edition.WORKING


def test_what_goes_along_follows_the_edition(page: MeetingPage) -> None:
    assert "Hotspots: 3." in page.contents.text()
    assert "No single incidents" in page.contents.text()
    choose(page, page.form.edition, Edition.WORKING)
    assert "29 incident" in page.contents.text()
    choose(page, page.form.edition, Edition.PUBLIC)
    assert "Hotspots" not in page.contents.text()
    assert "Open" in page.contents.text()
    assert not page.no_hotspots.isVisible()


def test_what_stays_because_of_its_class_is_told(page: MeetingPage) -> None:
    with page.session.database.writing() as connection:
        connection.execute("UPDATE hotspot SET info_class = 2 WHERE name LIKE 'Badhus%'")
    choose(page, page.form.edition, Edition.STRATEGIC)
    assert "Hotspots: 2." in page.contents.text()
    assert "because of their class" in page.contents.text()


def test_only_parts_of_the_edition_can_be_ticked(page: MeetingPage) -> None:
    page.form.setCollapsed(False)
    for edition in Edition:
        choose(page, page.form.edition, edition)
        shown = {part for part, box in page.form.parts.items() if box.isVisibleTo(page)}
        assert shown == set(page.form.parts) & edition.parts
    page.form.setCollapsed(True)
    page.form.setCollapsed(False)
    assert not page.form.parts[Part.GEOPACKAGE].isVisibleTo(page)


def test_what_a_person_changes_is_remembered_for_that_meeting_until_it_is_reset(page: MeetingPage) -> None:
    assert not page.form.reset.isEnabled()
    choose(page, page.form.quality, Quality.PRINT)
    page.form.parts[Part.PICTURES].click()
    page.form.contact.setText("trygghetssamordnaren")
    page.form.contact.editingFinished.emit()
    folder = page.folder.filePath()
    choose(page, page.preset, Preset.STRATEGIC)
    assert page.form.quality.currentData() is Quality.MEETING
    assert page.form.contact.text() == ""
    choose(page, page.preset, Preset.OPERATIVE)
    assert page.form.quality.currentData() is Quality.PRINT
    assert page.form.contact.text() == "trygghetssamordnaren"
    assert not page.form.parts[Part.PICTURES].isChecked()
    page.form.setCollapsed(False)
    assert page.form.reset.isEnabled()
    page.form.reset.click()
    settled(page.session)
    assert page.form.quality.currentData() is Quality.MEETING
    assert page.form.parts[Part.PICTURES].isChecked()
    assert page.folder.filePath() == folder
    assert not page.form.reset.isEnabled()


def test_settings_that_were_damaged_are_forgotten(page: MeetingPage) -> None:
    page.session.settings.packages.setValue('{"choices": 3, "preset": [')
    assert page.memory.preset is Preset.OPERATIVE
    assert page.memory.choices(Preset.STRATEGIC) == Preset.STRATEGIC.usual("en")
    page.session.settings.packages.setValue('{"choices": 3, "preset": 4, "written": [], "taken": "x"}')
    assert page.memory.choices(Preset.STRATEGIC) == Preset.STRATEGIC.usual("en")
    assert page.memory.written(page.session.database, Preset.OPERATIVE) is None
    assert page.memory.experience(page.session.database, "town").seconds == 1.0
    choose(page, page.form.quality, Quality.MAIL)
    assert page.memory.choices(Preset.OPERATIVE).quality is Quality.MAIL


def test_the_summary_is_proposed_and_what_a_person_writes_stays_with_its_period(page: MeetingPage) -> None:
    box = page.summary.text
    assert "29 incidents" in box.toPlainText()
    assert page.summary.written == ""
    box.setPlainText("Calmer by the square.")
    choose(page, page.form.quality, Quality.PRINT)
    assert box.toPlainText() == "Calmer by the square."
    page.session.choose_period(sample.PERIOD.previous())
    settled(page.session)
    assert "21 incidents" in box.toPlainText()
    page.session.choose_period(sample.PERIOD)
    settled(page.session)
    assert page.summary.written == "Calmer by the square."
    box.setPlainText("  ")
    page.refresh()
    settled(page.session)
    assert "29 incidents" in box.toPlainText()
    assert page.summary.written == ""


def test_words_for_the_working_group_go_into_no_other_edition(page: MeetingPage, tmp_path: Path) -> None:
    choose(page, page.form.edition, Edition.WORKING)
    page.summary.text.setPlainText("The couple at Storgatan 4, flat 1102.")
    # Before the page has read anything of the new edition.
    page.form.edition.setCurrentIndex(page.form.edition.findData(Edition.STRATEGIC))
    page.form.edition.activated.emit(page.form.edition.currentIndex())
    assert not page.write_button.isEnabled()
    assert not page.summary.text.isEnabled()
    assert page.summary.text.toPlainText() == ""
    page.write()
    settled(page.session)
    assert written(page, tmp_path / "out")
    html = next((tmp_path / "out").glob("*strategic*/*.html")).read_text(encoding="utf-8")
    assert "flat 1102" not in html
    assert "29 incidents" in page.summary.text.toPlainText()
    assert page.summary.text.isEnabled()
    assert page.write_button.isEnabled()
    choose(page, page.form.edition, Edition.WORKING)
    assert page.summary.text.toPlainText() == "The couple at Storgatan 4, flat 1102."


def layer_of_a_lost_file() -> QgsVectorLayer:
    """As QGIS has it after it read a project: what it was stands in the project, but no provider opened it."""
    document, context = QDomDocument(), QgsReadWriteContext()
    element = document.createElement("maplayer")
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=antal:integer", "Adresser", "memory")
    layer.writeLayerXml(element, document, context)
    for name, text in (("provider", "ogr"), ("datasource", "/nowhere/adresser.gpkg")):
        node = element.firstChildElement(name)
        node.replaceChild(document.createTextNode(text), node.firstChild())
    lost = QgsVectorLayer()
    lost.readLayerXml(element, context)
    assert not lost.isValid()
    return lost


def test_an_address_layer_whose_file_is_gone_is_told_beside_it_and_hinders_nothing_else(page: MeetingPage) -> None:
    layer = layer_of_a_lost_file()
    QgsProject.instance().addMapLayer(layer)
    box = page.form.addresses
    box.layer.setLayer(layer)
    choose(page, page.form.edition, Edition.PUBLIC)
    assert "Open" in page.contents.text()
    assert box.fault.isVisibleTo(box)
    assert not box.field.isVisibleTo(box)
    page.write_button.click()
    told = page.session.messages._bar.get_messages(Qgis.MessageLevel.Warning)
    assert any("layer of addresses cannot be read" in text for text in told)
    box.layer.setLayer(None)
    assert not box.fault.isVisibleTo(box)


def test_without_a_folder_the_person_is_led_to_it(page: MeetingPage) -> None:
    page.folder.setFilePath("")
    page.write_button.click()
    assert not page.form.isCollapsed()
    told = page.session.messages._bar.get_messages(Qgis.MessageLevel.Warning)
    assert any("No folder is chosen" in text for text in told)
    assert not page.result.isVisible()


def test_a_package_is_written_and_repeated_for_the_period_that_follows(page: MeetingPage, tmp_path: Path) -> None:
    page.session.choose_period(sample.PERIOD.previous())
    settled(page.session)
    assert not page.repeat_button.isVisible()
    choose(page, page.form.quality, Quality.MAIL)
    page.write_button.click()
    assert written(page, tmp_path / "out") == ["EST-lagesbild_Lindvik-o_2026-02-01_2026-02-28_meeting_internal.zip"]
    assert page.result.isVisible()
    assert "MB" in page.result.text.text()
    assert page.repeat_button.isVisible()
    assert "March 2026" in page.repeat_button.button.text()

    # Whatever is shown meanwhile.
    choose(page, page.preset, Preset.STRATEGIC)
    assert not page.repeat_button.isVisible()
    choose(page, page.preset, Preset.OPERATIVE)
    choose(page, page.form.quality, Quality.PRINT)
    page.repeat_button.button.click()
    assert written(page, tmp_path / "out")[-1] == "EST-lagesbild_Lindvik-o_2026-03-01_2026-03-31_meeting_internal.zip"
    assert page.session.period == sample.PERIOD
    assert page.form.quality.currentData() is Quality.MAIL
    settled(page.session)
    assert "April 2026" in page.repeat_button.button.text()


def test_a_period_that_nobody_has_reported_from_is_not_repeated(page: MeetingPage, tmp_path: Path) -> None:
    page.session.choose_period(Period.containing(PeriodKind.MONTH, date(2026, 4, 1)))
    settled(page.session)
    page.write_button.click()
    assert written(page, tmp_path / "out")
    settled(page.session)
    assert "May 2026" in page.repeat_button.button.text()
    assert not page.repeat_button.button.isEnabled()
    assert "No reports" in page.repeat_button.note.text()


def test_a_repeated_package_finds_its_hotspots_first(dock: EstDock, tmp_path: Path) -> None:
    dock.session.settings.packages.remove()
    create_demo_database(tmp_path / "town.gpkg", seed=1, until=date(2026, 11, 1), feedback=SilentFeedback())
    opened(dock.session, tmp_path / "town.gpkg")
    dock.pages.setCurrentIndex(4)
    page = dock.pages.widget(4)
    choose(page, page.preset, Preset.WORKING)
    dock.session.choose_period(Period.containing(PeriodKind.MONTH, date(2026, 9, 1)))
    page.folder.setFilePath(str(tmp_path / "out"))
    settled(dock.session)
    page.write_button.click()
    assert len(written(page, tmp_path / "out")) == 1
    settled(dock.session)
    assert "hotspots are found first" in page.repeat_button.note.text()
    page.repeat_button.button.click()
    # What is chosen while the hotspots are found is for another package.
    page.form.edition.setCurrentIndex(page.form.edition.findData(Edition.STRATEGIC))
    page.form.edition.activated.emit(page.form.edition.currentIndex())
    page.folder.setFilePath(str(tmp_path / "elsewhere"))
    until(lambda: len(list((tmp_path / "out").glob("*.zip"))) == 2)
    settled(dock.session)
    assert [path.name.count("_working_") for path in (tmp_path / "out").glob("*.zip")] == [1, 1]
    choose(page, page.form.edition, Edition.WORKING)
    html = next((tmp_path / "out").glob("*2026-10-01*/*.html")).read_text(encoding="utf-8")
    assert 'id="p1"' in html or '"p1"' in html
    assert "Hotspots: 0." not in page.contents.text()


def test_the_estimate_learns_from_what_was_written(page: MeetingPage, tmp_path: Path) -> None:
    before = page.memory.experience(page.session.database, page.background.currentData())
    assert "About" in page.estimate.text()
    page.write_button.click()
    assert written(page, tmp_path / "out")
    after = page.memory.experience(page.session.database, page.background.currentData())
    assert before.page == 1.0
    assert after.page != 1.0
    assert str(page.session.database.path) not in page.session.settings.packages.value().replace(
        str(tmp_path / "out"), ""
    )


def test_observations_of_walks_are_counted(dock: EstDock, either_database: Database) -> None:
    dock.session.settings.packages.remove()
    walk = add_walk(either_database, to_text(datetime.now(LOCAL_ZONE) - timedelta(weeks=1)))
    apply(either_database, Changeset((Change("walk", Op.UPDATE, walk, {"status": "walked"}, base_version=2),)))
    walk_page = open_at(dock, either_database)
    see(stop_at("Start"), item="BEL", value="3")
    see(stop_at("Bron"), item="VEG", value="0")
    dock.unsaved.save()
    settled(walk_page.session)
    dock.pages.setCurrentIndex(4)
    page = dock.pages.widget(4)
    choose(page, page.preset, Preset.OPERATIVE)
    until(lambda: "Safety walks: 1." in page.contents.text())
    assert "Observations: 2." in page.contents.text()


def test_the_keys_lead_through_the_page(page: MeetingPage) -> None:
    page.window().activateWindow()
    page.preset.setFocus()
    reached = []
    for _ in range(12):
        reached.append(page.window().focusWidget())
        QTest.keyClick(page.window().focusWidget(), "\t")
    order = [page.preset, page.form.edition, page.summary.text, page.write_button]
    assert [widget for widget in reached if widget in order] == order
