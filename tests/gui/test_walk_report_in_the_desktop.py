# SPDX-License-Identifier: GPL-2.0-or-later
"""A walk is reported in a real desktop in Swedish: menu, what to let out, the report, the walk set to answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import Profile
from qgis.PyQt.QtGui import QColor, QImage

from est_plugin.export.pdf_text import read_pdf
from est_plugin.feedback import SilentFeedback
from est_plugin.intake.demo_town import create_demo_database
from est_plugin.layers.photos import photo_folder

if TYPE_CHECKING:
    from pytest import TempPathFactory  # noqa: PT013 (a type)

SCRIPT = Path(__file__).with_name("desktop_walk_report.py")


def test_a_person_reports_the_selected_walk(tmp_path_factory: TempPathFactory, qgis_app: object) -> None:
    folder = tmp_path_factory.mktemp("report")
    profile = Profile(folder)
    town = create_demo_database(
        folder / "lindvik.gpkg", seed=2, until=date(2026, 11, 1), feedback=SilentFeedback()
    ).database
    photos = photo_folder(town)
    photos.mkdir(exist_ok=True)
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(photos / "one.jpg"))
    with town.writing() as connection:
        connection.execute("UPDATE observation SET photo = 'one.jpg', photo_checked = 1 WHERE item IN ('UND', 'SAM')")
        connection.execute("UPDATE observation SET photo = 'one.jpg', photo_checked = 0 WHERE item = 'TRA'")
    told = profile.run_desktop(SCRIPT)
    assert "7 av 12" in told["note"]
    assert "besvarad" in told["told"]
    assert (told["status"], told["undone"]) == ("answered", "walked")
    text = "\n".join(read_pdf((folder / "rapport" / "rapport.pdf").read_bytes()).texts)
    assert "Trasig bänk" in text
    assert "Skräp efter samling" not in text
    assert (folder / "rapport" / "rapport.html").read_text(encoding="utf-8").count("<img") == 2
    assert not list(folder.glob(".est-report-*"))
