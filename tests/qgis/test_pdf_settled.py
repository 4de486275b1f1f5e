# SPDX-License-Identifier: GPL-2.0-or-later
"""A PDF that Qt wrote is the same each time, also where Qt draws a name by lot and describes the file in XML."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from qgis.PyQt.QtGui import QPainter, QPdfWriter

from est_plugin.errors import ExportError
from est_plugin.export.pdf_settled import settle
from est_plugin.export.pdf_text import read_pdf

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 4, 1)


def write(path: Path) -> bytes:
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.drawText(200, 200, "Lindvik")
    painter.end()
    return path.read_bytes()


def described(content: bytes, lot: bytes, clock: bytes) -> bytes:
    """The file as newer versions of Qt write it: with an ID in the trailer and a description in XML."""
    table = int(re.search(rb"startxref\s+(\d+)", content)[1])
    starts = sorted(int(start) for start in re.findall(rb"(\d{10}) \d{5} n", content[table:]))
    objects = [content[start:end] for start, end in zip(starts, (*starts[1:], table), strict=True)]
    number = len(objects) + 1
    objects = [item.replace(b"/Type /Catalog\n", b"/Type /Catalog\n/Metadata %d 0 R\n" % number) for item in objects]
    xml = b"<x:xmpmeta><xmp:ModifyDate>%s</xmp:ModifyDate>%s</x:xmpmeta>" % (clock, lot)
    head = b"%d 0 obj\n<<\n/Type /Metadata\n/Subtype /XML\n/Length %d\n>>\nstream\n" % (number, len(xml))
    objects.append(head + xml + b"\nendstream\nendobj\n")
    body, entries = content[: starts[0]], b""
    by_number = {}
    for item in objects:
        by_number[int(item.split()[0])] = len(body)
        body += item
    entries = b"".join(b"%010d 00000 n \n" % by_number[each] for each in sorted(by_number))
    trailer = re.search(rb"trailer\s+<<(.*?)>>\s+startxref", content, re.DOTALL)[1]
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % (number + 1), trailer)
    ending = b"trailer\n<<%s/ID [ <%s> <%s> ]\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, lot, lot, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (number + 1, entries) + ending


def test_a_name_drawn_by_lot_and_a_description_in_xml_go_away(tmp_path: Path, qgis_app: object) -> None:
    plain = write(tmp_path / "plain.pdf")
    found = []
    for lot, clock in ((b"7b61626364", b"2026-11-29T18:00:00Z"), (b"7b65666768", b"2031-01-01T00:00:00+09:00")):
        path = tmp_path / "a.pdf"
        path.write_bytes(described(plain, lot, clock))
        for secret in (b"/Metadata", b"/ID", lot, clock):
            assert secret in path.read_bytes()
        settle(path, DAY)
        content = path.read_bytes()
        found.append(content)
        for secret in (b"/Metadata", b"/ID", lot, clock):
            assert secret not in content
        contents = read_pdf(content)
        assert contents.is_whole
        assert "Lindvik" in contents.texts
    settle(tmp_path / "plain.pdf", DAY)
    assert found == [(tmp_path / "plain.pdf").read_bytes()] * 2


def test_every_clock_of_the_document_tells_the_day(tmp_path: Path, qgis_app: object) -> None:
    content = write(tmp_path / "a.pdf")
    created = re.search(rb"/CreationDate \(D:\d{14}[^)]*\)", content)[0]
    # Of the same length, so that every object stands where the table says.
    changed = created.replace(b"/CreationDate (", b"/ModDate      (")
    assert len(changed) == len(created)
    (tmp_path / "a.pdf").write_bytes(content.replace(created, changed))
    settle(tmp_path / "a.pdf", DAY)
    assert re.findall(rb"\(D:([^)]*)\)", (tmp_path / "a.pdf").read_bytes()) == [b"20260401000000Z"]


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_half_a_file_is_refused(tmp_path: Path, qgis_app: object, cut: float) -> None:
    content = write(tmp_path / "a.pdf")
    (tmp_path / "a.pdf").write_bytes(content[: int(len(content) * cut)])
    with pytest.raises(ExportError):
        settle(tmp_path / "a.pdf", DAY)
