#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the zip that QGIS installs: what git tracks, the compiled translations, and the changelog in metadata.txt.

The same commit gives the same bytes.
"""

from __future__ import annotations

import argparse
import configparser
import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "est_plugin"
METADATA = f"{PACKAGE}/metadata.txt"
#: Tracked paths that are shipped; all but the package itself move into it.
SHIPPED = (PACKAGE, "resources", "docs/manual", "LICENSE")
TIMESTAMP = (1980, 1, 1, 0, 0, 0)


class PackageError(Exception):
    """Why no zip can be built."""


def read_version() -> str:
    """The version that metadata.txt and pyproject.toml agree on."""
    metadata = configparser.ConfigParser()
    metadata.read_string((ROOT / METADATA).read_text(encoding="utf-8"))
    shown = metadata["general"]["version"]
    project = str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
    if shown != project:
        raise PackageError(f"{METADATA} has version {shown} but pyproject.toml has {project}; make them equal.")
    return shown


def tracked_files() -> list[str]:
    """The shipped files, relative to the root."""
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--", *SHIPPED]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return listing.rstrip("\0").split("\0")


def with_changelog(metadata: str, changelog: str) -> str:
    """``metadata`` with the versions of a Keep a Changelog text, in the form configparser reads back.

    Heading marks go, because configparser takes an indented ``#`` line for a comment.
    """
    versions = changelog[changelog.index("\n## ") :]
    plain = re.sub(r"^#+ (?:\[(.+)\])?", r"\1", versions.strip(), flags=re.MULTILINE)
    lines = plain.replace("%", "%%").splitlines()
    return metadata.rstrip("\n") + "\nchangelog=\n" + "\n".join(f"  {line}".rstrip() for line in lines) + "\n"


def contents() -> dict[str, bytes]:
    """What goes into the zip, by name inside the zip."""
    subprocess.run([ROOT / "scripts" / "translate", "--compile"], check=True)
    compiled = [path.relative_to(ROOT).as_posix() for path in (ROOT / "i18n").glob("*.qm")]
    names = [*tracked_files(), *compiled]
    files = {name if name.startswith(f"{PACKAGE}/") else f"{PACKAGE}/{name}": ROOT / name for name in names}
    packed = {name: path.read_bytes() for name, path in files.items()}
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    packed[METADATA] = with_changelog(packed[METADATA].decode(), changelog).encode()
    return packed


def write_zip(target: Path, packed: dict[str, bytes]) -> None:
    """Write ``packed`` with sorted names and fixed times; ``target`` is whole or untouched."""
    draft = target.with_suffix(".part")
    try:
        with zipfile.ZipFile(draft, "w") as archive:
            for name in sorted(packed):
                entry = zipfile.ZipInfo(name, TIMESTAMP)
                entry.create_system = 3
                entry.external_attr = 0o100644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, packed[name], compresslevel=9)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the zip that QGIS installs.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the zip; made if missing")
    folder: Path = parser.parse_args().out
    target = folder / f"{PACKAGE}-{read_version()}.zip"
    folder.mkdir(parents=True, exist_ok=True)
    write_zip(target, contents())
    print(f"{target}\nSHA-256 {hashlib.sha256(target.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    try:
        main()
    except (PackageError, OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"scripts/package.py: {error}")
