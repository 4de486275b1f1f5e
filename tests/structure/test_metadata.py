# SPDX-License-Identifier: GPL-2.0-or-later
"""metadata.txt says what plugins.qgis.org and QGIS need to know."""

from __future__ import annotations

import configparser
import re
import tomllib

import pytest


@pytest.fixture
def metadata(root):
    parser = configparser.ConfigParser()
    parser.read_string((root / "est_plugin" / "metadata.txt").read_text(encoding="utf-8"))
    return parser["general"]


REQUIRED = [
    *("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository"),
    *("homepage", "license", "tags", "category", "icon"),
]


@pytest.mark.parametrize("key", REQUIRED)
def test_required_key_has_a_value(metadata, key):
    assert metadata[key].strip()


@pytest.mark.parametrize("key", ["description", "about", "tags"])
def test_text_exists_in_swedish(metadata, key):
    assert metadata[f"{key}[sv]"].strip()


def test_qgis_versions_are_those_we_test_and_the_last_that_may_come(metadata):
    assert (metadata["qgisMinimumVersion"], metadata["qgisMaximumVersion"]) == ("3.40", "4.99")


def test_processing_provider_is_announced(metadata):
    assert metadata.getboolean("hasProcessingProvider")


def test_name_does_not_say_plugin(metadata):
    assert "plugin" not in metadata["name"].lower()


def test_version_is_the_one_of_the_project_and_heads_the_changelog(metadata, root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = re.search(r"^## \[(.+?)\]", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert metadata["version"] == project["version"] == newest[1]


def test_icon_exists(metadata, root):
    assert (root / metadata["icon"]).is_file()
