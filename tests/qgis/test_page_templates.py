# SPDX-License-Identifier: GPL-2.0-or-later
"""Page templates of one's own: they are used, live through an update, and are refused where a page would be unsafe."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import package_sample as sample
import pytest
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsSettings,
)
from qgis.PyQt.QtXml import QDomDocument

from est_plugin import paths, settings
from est_plugin.errors import ExportError
from est_plugin.export.package import write_package
from est_plugin.export.page_templates import Whose, give_up_own, keep, own_path, page_templates, to_edit
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.export.template import Template
from est_plugin.feedback import SilentFeedback

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from est_plugin.db.database import Database


@pytest.fixture(autouse=True)
def own_folder(qgis_app: object) -> Iterator[Path]:
    """The folder of own templates in the profile of the tests, empty before and after."""
    folder = paths.own_layouts()
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
    QgsSettings().remove(settings.LAYOUT_FOLDER)


@pytest.fixture
def database(tmp_path: Path, qgis_app: object) -> Database:
    return sample.make_database(tmp_path / "est.gpkg")


def edited(name: str = "overview") -> QgsPrintLayout:
    """As a GIS officer leaves it: the map moved and made smaller, other letters, the municipality's name added."""
    layout = to_edit(name, QgsProject.instance())
    shown = layout.itemById("map")
    shown.attemptMove(QgsLayoutPoint(12, 40))
    shown.attemptResize(QgsLayoutSize(150, 140))
    title = layout.itemById("title")
    style = title.textFormat()
    style.setSize(31)
    title.setTextFormat(style)
    label = QgsLayoutItemLabel(layout)
    label.setText("Lindviks kommun, kartverkstaden")
    layout.addLayoutItem(label)
    label.attemptMove(QgsLayoutPoint(200, 4))
    label.attemptResize(QgsLayoutSize(80, 5))
    return layout


def printed(database: Database, folder: Path) -> str:
    plan = make_plan(database, PackageRequest(sample.FILTER, language="sv"), today=sample.TODAY)
    return "\n".join(read_pdf(write_package(plan, folder, SilentFeedback()).pdf.read_bytes()).texts)


def store_without(item: str, path: Path, name: str = "overview") -> None:
    """A template that somebody has made by hand, without an item."""
    layout = QgsPrintLayout(QgsProject.instance())
    document = QDomDocument()
    document.setContent(paths.plugin_layout(name).read_text(encoding="utf-8"))
    layout.loadFromTemplate(document, QgsReadWriteContext())
    found = layout.itemById(item)
    layout.removeLayoutItem(found)
    path.parent.mkdir(parents=True, exist_ok=True)
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())


def test_an_edited_template_is_measured_and_printed(database: Database, tmp_path: Path) -> None:
    keep(edited(), "overview")
    template = Template.read("overview")
    assert (template.rooms["map"].width, template.rooms["map"].height) == (150, 140)
    assert template.points["title"] == 31
    told = printed(database, tmp_path / "out")
    assert "Lindviks kommun, kartverkstaden" in told
    assert "Lägesbild Lindvik ö" in told
    # Names of texts, shown while it is edited, are not printed.
    assert "‹" not in told


def test_an_update_of_the_plugin_leaves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = keep(edited(), "overview")
    before = own.read_bytes()
    newer = tmp_path / "resources"
    shutil.copytree(paths.RESOURCES / "layouts", newer / "layouts")
    changed = newer / "layouts" / "overview.qpt"
    changed.write_text(changed.read_text(encoding="utf-8").replace('name="EST overview"', 'name="EST 2"'), "utf-8")
    monkeypatch.setattr(paths, "RESOURCES", newer)
    assert Template.read("overview").rooms["map"].width == 150
    assert Template.read("hotspot").path.parent == newer / "layouts"
    assert own.read_bytes() == before


def test_the_organisations_templates_come_after_ones_own_and_before_the_plugins(tmp_path: Path) -> None:
    share = tmp_path / "share"
    keep(edited(), "overview")
    share.mkdir()
    shutil.move(own_path("overview"), share / "overview.qpt")
    QgsSettings().setValue(settings.LAYOUT_FOLDER, str(share))
    whose = {template.name: template.whose for template in page_templates()}
    assert (whose["overview"], whose["hotspot"]) == (Whose.ORGANISATION, Whose.PLUGIN)
    assert Template.read("overview").rooms["map"].width == 150
    to_edit("overview", QgsProject.instance())
    assert Template.read("overview").path == own_path("overview")
    assert {template.name: template.whose for template in page_templates()}["overview"] is Whose.OWN
    give_up_own("overview")
    assert Template.read("overview").path == share / "overview.qpt"
    QgsSettings().setValue(settings.LAYOUT_FOLDER, str(tmp_path / "a share that is away"))
    assert Template.read("overview").path == paths.plugin_layout("overview")


@pytest.mark.parametrize(
    ("item", "missing"),
    [("map", "map"), ("map_picture", "map_picture"), ("banner", "@est_class"), ("source", "@est_source")],
)
def test_a_template_without_what_a_page_needs_is_refused_by_name(
    database: Database, tmp_path: Path, item: str, missing: str
) -> None:
    store_without(item, own_path("overview"))
    with pytest.raises(ExportError) as caught:
        printed(database, tmp_path / "out")
    assert str(own_path("overview")) in str(caught.value)
    assert f"needs: {missing}." in str(caught.value)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_class_that_is_hidden_is_refused_and_the_old_template_stays() -> None:
    own = keep(edited(), "overview")
    before = own.read_bytes()
    layout = edited()
    layout.itemById("banner").setVisibility(False)
    with pytest.raises(ExportError, match="@est_class"):
        keep(layout, "overview")
    assert own.read_bytes() == before
    assert list(own.parent.iterdir()) == [own]


def test_a_template_may_go_without_legend_and_notes(database: Database, tmp_path: Path) -> None:
    for item in ("legend", "notes", "chart", "when"):
        layout = to_edit("hotspot", QgsProject.instance())
        layout.removeLayoutItem(layout.itemById(item))
        keep(layout, "hotspot")
    assert "När händer det" not in printed(database, tmp_path / "out")


@pytest.mark.parametrize("content", [b"", b"<Layout/>", b"<qgis></qgis>", b"\xff\xfe\x00", b"<Layout"])
def test_what_is_no_template_is_told_with_its_name(content: bytes, own_folder: Path) -> None:
    own_folder.mkdir(parents=True)
    own_path("walk_stop").write_bytes(content)
    with pytest.raises(ExportError) as caught:
        Template.read("walk_stop")
    assert str(own_path("walk_stop")) in str(caught.value)
    assert "remove it" in str(caught.value)
    with pytest.raises(ExportError):
        to_edit("walk_stop", QgsProject.instance())


@pytest.mark.parametrize("name", [template.stem for template in sorted((paths.RESOURCES / "layouts").glob("*.qpt"))])
def test_every_template_can_be_edited_kept_and_given_up(name: str) -> None:
    assert name in {template.name for template in page_templates()}
    keep(to_edit(name, QgsProject.instance()), name)
    kept, original = Template.read(name), Template.read
    assert kept.path == own_path(name)
    give_up_own(name)
    plain = original(name)
    assert plain.path == paths.plugin_layout(name)
    assert dict(kept.points) == dict(plain.points)
    assert kept.rooms.keys() == plain.rooms.keys()


def test_a_profile_that_cannot_be_written_to_is_told(own_folder: Path) -> None:
    own_folder.parent.mkdir(parents=True, exist_ok=True)
    own_folder.write_text("a file in the way")
    try:
        with pytest.raises(ExportError, match="could not be stored"):
            to_edit("overview", QgsProject.instance())
    finally:
        own_folder.unlink()
