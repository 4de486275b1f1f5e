# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a database may be edited: local disks yes, network drives and folders that are copied to a cloud no."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest
from qgis.core import QgsVectorLayer

from est_plugin.db.file_database import open_database
from est_plugin.db.file_places import PlaceKind, Surroundings, kind_of, refusal_of
from est_plugin.db.migrator import create_database
from est_plugin.errors import DatabaseError
from est_plugin.feedback import SilentFeedback

LOCAL = (
    r"C:\Users\anna\Documents\est.gpkg",
    r"C:\Users\anna\Documents\OneDrive flytt\est.gpkg",
    r"C:\Users\anna\Documents\Dropbox\est.gpkg",
    r"C:\Users\anna\OneDrivers\est.gpkg",
    r"C:\Users\anna\Documents\dropbox.gpkg",
    r"C:\Users\anna\onedrive.gpkg",
    r"D:\Trygghet\Boxen\est.gpkg",
    r"D:\est.gpkg",
    r"\\?\C:\Trygghet\est.gpkg",
    "/home/anna/est.gpkg",
    "/home/anna/projekt/box/est.gpkg",
    "/home/anna/nextcloud-rapport/est.gpkg",
    "/srv/trygghet/Nextcloud/est.gpkg",
    "/Users/anna/Library/Application Support/est.gpkg",
    "/Users/anna/Documents/est.gpkg",
    "/media/anna/USB/est.gpkg",
    "/tmp/onedrive/sub/../est.gpkg",
)
NETWORK = (
    r"\\server\trygghet\est.gpkg",
    "//server/trygghet/est.gpkg",
    r"\\?\UNC\server\trygghet\est.gpkg",
    r"\\wsl.localhost\Debian\home\anna\est.gpkg",
    "/run/user/1000/gvfs/smb-share:server=fil,share=trygghet/est.gpkg",
    "/home/anna/.gvfs/trygghet/est.gpkg",
)
CLOUD = (
    r"C:\Users\anna\OneDrive\est.gpkg",
    r"C:\Users\anna\OneDrive - Lindviks kommun\Trygghet\est.gpkg",
    r"D:\Data\OneDrive - Lindviks kommun\est.gpkg",
    r"c:\users\ANNA\onedrive\est.gpkg",
    r"D:\OneDrive\est.gpkg",
    r"C:\Users\anna\Dropbox (Lindvik)\est.gpkg",
    r"C:\Users\anna\iCloudDrive\est.gpkg",
    r"C:\Users\anna\Box\est.gpkg",
    r"G:\My Drive\est.gpkg",
    r"G:\Min enhet\est.gpkg",
    r"G:\Delade enheter\Trygghet\est.gpkg",
    "/home/anna/Dropbox/est.gpkg",
    "/home/anna/Nextcloud/trygghet/est.gpkg",
    "/home/anna/Nextcloud2/est.gpkg",
    "/home/anna/ownCloud/est.gpkg",
    "/root/Dropbox/est.gpkg",
    "/Users/anna/Library/CloudStorage/OneDrive-Lindvikskommun/est.gpkg",
    "/Users/anna/Library/CloudStorage/GoogleDrive-anna@lindvik.se/My Drive/est.gpkg",
    "/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/est.gpkg",
)


def pure(text):
    return PureWindowsPath(text) if "\\" in text or text.startswith("//") else PurePosixPath(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [(text, PlaceKind.LOCAL) for text in LOCAL]
    + [(text, PlaceKind.NETWORK) for text in NETWORK]
    + [(text, PlaceKind.CLOUD) for text in CLOUD],
)
def test_a_path_tells_its_kind(text, kind):
    assert kind_of(pure(text), Surroundings(file_system="ext4")) is kind


@pytest.mark.parametrize("file_system", ["cifs", "SMB3", "nfs4", "fuse.sshfs", "vboxsf", "fuse.gvfsd-fuse", "smbfs"])
def test_a_network_file_system_is_known(file_system):
    assert kind_of(PurePosixPath("/mnt/t/est.gpkg"), Surroundings(file_system=file_system)) is PlaceKind.NETWORK


@pytest.mark.parametrize(
    "file_system", ["ext4", "xfs", "btrfs", "zfs", "apfs", "NTFS", "tmpfs", "overlay", "exfat", ""]
)
def test_a_local_file_system_is_no_alarm(file_system):
    assert kind_of(PurePosixPath("/mnt/t/est.gpkg"), Surroundings(file_system=file_system)) is PlaceKind.LOCAL


def test_a_network_drive_with_a_letter_is_known():
    path = PureWindowsPath(r"H:\est.gpkg")
    assert kind_of(path, Surroundings(file_system="NTFS", is_remote_drive=True)) is PlaceKind.NETWORK


def test_the_folder_that_onedrive_names_is_known_whatever_its_name():
    around = Surroundings(environment={"OneDriveCommercial": r"D:\Kommunen"})
    assert kind_of(PureWindowsPath(r"d:\kommunen\Trygghet\est.gpkg"), around) is PlaceKind.CLOUD
    assert kind_of(PureWindowsPath(r"D:\Kommunen2\est.gpkg"), around) is PlaceKind.LOCAL


def test_an_ordinary_folder_of_this_computer_is_no_alarm(tmp_path):
    (tmp_path / "home" / ".dropbox").mkdir(parents=True)
    assert refusal_of(tmp_path / "est.gpkg") is None
    assert refusal_of(tmp_path / "home" / "est.gpkg") is None


@pytest.fixture
def synced(tmp_path):
    """A folder that Nextcloud copies, and a link to it that does not tell."""
    folder = tmp_path / "molnet" / "trygghet"
    folder.mkdir(parents=True)
    (tmp_path / "link").symlink_to(folder)
    return SimpleNamespace(marker=folder.parent / ".nextcloudsync.log", folder=folder, link=tmp_path / "link")


def make(path):
    return create_database(
        path, srs_id=3006, municipality="1781", municipality_name="Lindvik", feedback=SilentFeedback()
    )


def test_nothing_is_created_in_a_synced_folder(qgis_app, synced):
    synced.marker.touch()
    for folder in (synced.folder, synced.link):
        with pytest.raises(DatabaseError, match=r"copies to a cloud.*Move it to a disk of this computer"):
            make(folder / "est.gpkg")
    assert not list(synced.folder.iterdir())


def test_a_database_in_a_synced_folder_is_read_and_not_written(qgis_app, synced):
    make(synced.folder / "est.gpkg")
    synced.marker.touch()
    database = open_database(synced.link / "est.gpkg")
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM category").fetchone()[0] > 0
    with pytest.raises(DatabaseError, match="copies to a cloud"), database.writing():
        pytest.fail("It was written to.")
    assert QgsVectorLayer(database.layer_source("incident"), "", "ogr").isValid()
