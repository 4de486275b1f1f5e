# SPDX-License-Identifier: GPL-2.0-or-later
"""A photo that is copied is upright and holds nothing but the picture."""

from __future__ import annotations

import os
import stat
import struct
from typing import TYPE_CHECKING

import pytest
from qgis.PyQt.QtGui import QColor, QImage

from est_plugin.errors import EstError, InputError
from est_plugin.layers.photos import copy_without_metadata, take_in
from tests.full_disk import contents, full_disk

if TYPE_CHECKING:
    from pathlib import Path

_SECRETS = (b"Exif", b"http://ns.adobe.com/xap", b"GPS-59.3293", b"Nokia Anna", b"second picture", b"made by Anna")


def _exif(orientation: int) -> bytes:
    """A TIFF with the maker, the orientation and a pointer to a GPS directory, as a camera writes it."""
    maker = b"Nokia Anna\0"
    entries = struct.pack("<HHII", 0x010F, 2, len(maker), 8 + 2 + 3 * 12 + 4)
    entries += struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack("<HHII", 0x8825, 4, 1, 8 + 2 + 3 * 12 + 4 + len(maker))
    gps = struct.pack("<HHHI4s", 1, 1, 2, 2, b"N\0\0\0") + struct.pack("<I", 0) + b"GPS-59.3293"
    return b"Exif\0\0II*\0" + struct.pack("<IH", 8, 3) + entries + struct.pack("<I", 0) + maker + gps


def _segment(kind: int, content: bytes) -> bytes:
    return b"\xff" + bytes([kind]) + struct.pack(">H", len(content) + 2) + content


def photo(path: Path, width: int = 60, height: int = 40, orientation: int = 6) -> Path:
    """A photo as a phone takes it: its left half red, all that a camera may write, and a second picture behind."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    image.setText("Comment", "made by Anna")
    assert image.save(str(path), "JPEG", 95)
    bare = path.read_bytes()
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x>Anna</x>"
    extra = _segment(0xE1, _exif(orientation)) + _segment(0xE1, xmp) + _segment(0xED, b"Photoshop 3.0\0Anna")
    path.write_bytes(bare[:2] + extra + bare[2:] + b"second picture")
    assert all(secret in path.read_bytes() for secret in _SECRETS)
    return path


def segments(jpeg: bytes) -> list[int]:
    """The kinds of all segments of a JPEG, up to the picture itself, after which nothing but its end may stand."""
    assert jpeg.startswith(b"\xff\xd8")
    place, kinds = 2, []
    while not kinds or kinds[-1] != 0xDA:
        assert jpeg[place] == 0xFF
        kinds.append(jpeg[place + 1])
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    assert jpeg.find(b"\xff\xd9", place) == len(jpeg) - 2
    return kinds


def test_the_copy_is_upright_and_holds_no_byte_that_a_camera_wrote(tmp_path: Path) -> None:
    copy = tmp_path / "out" / "copy.jpg"
    copy_without_metadata(photo(tmp_path / "IMG 1.JPG"), copy)
    content = copy.read_bytes()
    assert not [secret for secret in (*_SECRETS, b"Anna", b"Photoshop", b"xap") if secret in content]
    # The tables of the picture and the plain APP0, and no other segment.
    assert set(segments(content)) <= {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0, 0xDA}
    image = QImage(str(copy))
    # Orientation 6: what was left in the file is the upper half of what was seen.
    assert (image.width(), image.height(), image.textKeys()) == (40, 60, [])
    assert image.pixelColor(20, 5).red() > 200
    assert image.pixelColor(20, 55).blue() > 200
    assert [path.name for path in copy.parent.iterdir()] == ["copy.jpg"]


def test_a_large_photo_is_scaled_down_and_a_small_one_is_not(tmp_path: Path) -> None:
    copy = tmp_path / "copy.jpg"
    copy_without_metadata(photo(tmp_path / "a.jpg", 600, 400), copy, 300)
    assert (QImage(str(copy)).width(), QImage(str(copy)).height()) == (200, 300)
    copy_without_metadata(photo(tmp_path / "b.jpg", 60, 40), copy, 300)
    assert QImage(str(copy)).height() == 60


def test_a_picture_with_an_alpha_channel_stands_on_white(tmp_path: Path) -> None:
    clear = QImage(8, 8, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    clear.setText("Author", "Anna")
    assert clear.save(str(tmp_path / "clear.png"))
    copy_without_metadata(tmp_path / "clear.png", tmp_path / "copy.jpg")
    assert QImage(str(tmp_path / "copy.jpg")).pixelColor(4, 4) == QColor("white")
    assert b"Anna" not in (tmp_path / "copy.jpg").read_bytes()


def test_a_photo_taken_in_has_the_name_of_its_observation_and_colleagues_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "lindvik_photos"
    observation = "0d3f5a30-3a5d-4a61-9d0a-7a4c4b8f0a11"
    before = os.umask(0o022)
    try:
        first = take_in(photo(tmp_path / "Annas mobil åäö.jpg"), folder, observation)
    finally:
        os.umask(before)
    other = take_in(photo(tmp_path / "b.jpg", 30, 90), folder, observation)
    assert first != other
    assert first.startswith(observation)
    assert first.isascii()
    assert sorted(path.name for path in folder.iterdir()) == sorted([first, other])
    assert stat.S_IMODE((folder / first).stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        ("a.jpg", b"no picture", "no whole picture"),
        ("a.jpg", b"", "no whole picture"),
        ("a.jpg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "no whole picture"),
        ("gone.jpg", None, "No file"),
    ],
)
def test_what_is_no_photo_is_refused_in_words_and_what_was_there_stays(
    name: str, content: bytes | None, why: str, tmp_path: Path
) -> None:
    target = tmp_path / "target.jpg"
    target.write_bytes(b"as it was")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=why):
        copy_without_metadata(tmp_path / name, target)
    assert target.read_bytes() == b"as it was"


def test_a_full_disk_leaves_what_was_there_and_no_rest(tmp_path: Path) -> None:
    source = photo(tmp_path / "a.jpg", 900, 600)
    target = tmp_path / "photos" / "target.jpg"
    target.parent.mkdir()
    target.write_bytes(b"as it was")
    with full_disk(100), pytest.raises(EstError, match="refuses it"):
        copy_without_metadata(source, target)
    assert contents(target.parent) == {"target.jpg": b"as it was"}
