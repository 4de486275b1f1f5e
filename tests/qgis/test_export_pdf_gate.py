# SPDX-License-Identifier: GPL-2.0-or-later
"""What the gate reads back from a PDF, and which PDFs it stops."""

from __future__ import annotations

import getpass

import package_sample as sample
import pytest
from qgis.core import QgsLayoutExporter, QgsLayoutItemLabel, QgsLayoutItemPage, QgsPrintLayout, QgsProject
from qgis.PyQt.QtGui import QFont, QPainter, QPdfWriter

from est_plugin.errors import ExportError
from est_plugin.export.gate import check_file, check_texts
from est_plugin.export.package import write_package
from est_plugin.export.pdf_text import read_pdf
from est_plugin.export.planner import make_plan
from est_plugin.export.request import PackageRequest
from est_plugin.feedback import SilentFeedback

HARMFUL = ("about 19811228-9874 again", "070-174 06 05", "anna.b@example.org", "see source_ref")


def pdf(path, *texts, title="plan"):
    """A PDF as Qt writes it, one page for each text."""
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("")
    painter = QPainter(writer)
    for number, text in enumerate(texts):
        if number:
            writer.newPage()
        painter.setFont(QFont("DejaVu Sans", 12, QFont.Weight.Bold if number % 2 else QFont.Weight.Normal))
        painter.drawText(200, 400, text)
    painter.end()
    return path


@pytest.fixture
def package(tmp_path, qgis_app):
    database = sample.make_database(tmp_path / "est.gpkg")
    plan = make_plan(database, PackageRequest(sample.FILTER, language="sv"), today=sample.TODAY)
    return write_package(plan, tmp_path / "out", SilentFeedback())


def test_every_page_can_be_read_back(package):
    found = read_pdf(package.pdf.read_bytes())
    told = "\n".join(found.texts)
    assert (found.extras, found.unread, found.is_whole) == ((), 0, True)
    assert told.count("Informationsklass: Intern.") == 7
    for name, *_ in sample.HOTSPOTS:
        assert name in told
    assert "Händelser per kategori" in told


def test_nobody_and_no_place_of_the_computer_is_named(package, tmp_path):
    content = package.pdf.read_bytes()
    told = "\n".join(read_pdf(content).texts)
    for secret in (getpass.getuser(), str(tmp_path), "/home", "/tmp"):
        assert secret not in told
    assert str(tmp_path).encode() not in content


@pytest.mark.parametrize("text", HARMFUL)
def test_harmful_text_is_stopped_on_any_page_and_not_repeated(tmp_path, qgis_app, text):
    path = pdf(tmp_path / "a.pdf", "Torget", text, "Parken")
    assert text in read_pdf(path.read_bytes()).texts
    with pytest.raises(ExportError) as caught:
        check_file(path)
    assert text not in str(caught.value)


def test_harmful_title_is_stopped(tmp_path, qgis_app):
    with pytest.raises(ExportError, match="e-mail address"):
        check_file(pdf(tmp_path / "a.pdf", "Torget", title="anna.b@example.org"))


def test_harmless_pdf_passes(tmp_path, qgis_app):
    check_file(pdf(tmp_path / "a.pdf", "Stationsgatan (1), 4711", "ﬂer än åtta: −3 ▲"))


def test_texts_are_stopped_before_they_are_drawn(tmp_path):
    check_texts(tmp_path / "a.pdf", ("Torget", "14"))
    with pytest.raises(ExportError, match=r"a\.pdf"):
        check_texts(tmp_path / "a.pdf", ("Torget", "070-174 06 05"))


@pytest.mark.parametrize("share", [0.0, 0.5, 0.95])
def test_a_cut_pdf_is_stopped(tmp_path, qgis_app, share):
    path = pdf(tmp_path / "a.pdf", "Torget", "Parken")
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])
    with pytest.raises(ExportError, match="not whole"):
        check_file(path)


@pytest.mark.parametrize(
    "extra", [b"/Author (x)", b"/Names << /EmbeddedFiles 9 0 R >>\n/EmbeddedFile", b"/OpenAction << /S /JavaScript >>"]
)
def test_a_pdf_that_carries_more_than_pages_is_stopped(tmp_path, qgis_app, extra):
    path = pdf(tmp_path / "a.pdf", "Torget")
    path.write_bytes(path.read_bytes().replace(b"/Type /Catalog", b"/Type /Catalog\n" + extra))
    with pytest.raises(ExportError, match="more than its pages"):
        check_file(path)


def test_what_qgis_writes_by_default_is_stopped(tmp_path, qgis_app):
    project = QgsProject()
    metadata = project.metadata()
    metadata.setAuthor("Anna Andersson")
    project.setMetadata(metadata)
    layout = QgsPrintLayout(project)
    layout.pageCollection().addPage(QgsLayoutItemPage(layout))
    label = QgsLayoutItemLabel(layout)
    label.setText("Torget")
    layout.addLayoutItem(label)
    path = tmp_path / "a.pdf"
    settings = QgsLayoutExporter.PdfExportSettings()
    assert QgsLayoutExporter(layout).exportToPdf(str(path), settings) == QgsLayoutExporter.ExportResult.Success
    del layout
    assert b"Anna" in path.read_bytes()
    with pytest.raises(ExportError, match="more than its pages"):
        check_file(path)
