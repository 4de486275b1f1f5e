# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings of the plugin, each declared once; a person finds them under Settings > Options > Advanced, est_plugin."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsSettingsEntryBool,
    QgsSettingsEntryDouble,
    QgsSettingsEntryInteger,
    QgsSettingsEntryString,
    QgsSettingsTree,
)

_NODE = "est_plugin"
#: Where a terminal finds it, in which nothing is registered.
LAYOUT_FOLDER = f"plugins/{_NODE}/layout-folder"


@dataclass(frozen=True)
class Settings:
    """The entries, registered while the plugin is loaded."""

    last_database: QgsSettingsEntryString
    last_export_folder: QgsSettingsEntryString
    packages: QgsSettingsEntryString
    package_background: QgsSettingsEntryString
    period_kind: QgsSettingsEntryString
    comparison: QgsSettingsEntryString
    cell_size: QgsSettingsEntryDouble
    neighbourhood: QgsSettingsEntryDouble
    bandwidth: QgsSettingsEntryDouble
    heatmap_shows: QgsSettingsEntryString
    walking_speed_kmh: QgsSettingsEntryDouble
    minutes_per_stop: QgsSettingsEntryInteger
    weeks_to_answer: QgsSettingsEntryInteger
    lamp_distance: QgsSettingsEntryDouble
    lamp_fields: QgsSettingsEntryString
    proposed_walk: QgsSettingsEntryString
    follow_streets: QgsSettingsEntryBool
    layout_folder: QgsSettingsEntryString


def register() -> Settings:
    """Declare the entries. Declaring a name twice is an error in QGIS, so ``unregister`` must follow on unload."""
    node = QgsSettingsTree.createPluginTreeNode(_NODE)
    return Settings(
        last_database=QgsSettingsEntryString("last-database", node, "", "Database opened last"),
        last_export_folder=QgsSettingsEntryString("last-export-folder", node, "", "Folder of the last map package"),
        packages=QgsSettingsEntryString("packages", node, "", "What was chosen for map packages, and what they took"),
        package_background=QgsSettingsEntryString(
            "package-background", node, "", "Background of the last map package: town, project or plain"
        ),
        period_kind=QgsSettingsEntryString("period-kind", node, "month", "Kind of period shown at start"),
        comparison=QgsSettingsEntryString(
            "comparison", node, "", "What a period is compared with: previous, last_year, or nothing for what suits"
        ),
        cell_size=QgsSettingsEntryDouble("cell-size", node, 60.0, "Width of a hotspot cell in metres"),
        neighbourhood=QgsSettingsEntryDouble(
            "neighbourhood", node, 150.0, "Distance in metres within which a hotspot cell has its neighbours"
        ),
        bandwidth=QgsSettingsEntryDouble("bandwidth", node, 250.0, "Bandwidth of the heatmap in metres"),
        heatmap_shows=QgsSettingsEntryString(
            "heatmap-shows", node, "level", "What the heatmap shows: level, difference or ratio"
        ),
        walking_speed_kmh=QgsSettingsEntryDouble("walking-speed-kmh", node, 3.5, "Walking speed, km/h"),
        minutes_per_stop=QgsSettingsEntryInteger("minutes-per-stop", node, 6, "Minutes at each stop of a walk"),
        weeks_to_answer=QgsSettingsEntryInteger(
            "weeks-to-answer", node, 6, "Weeks after a walk in which all who walked shall have their answers"
        ),
        lamp_distance=QgsSettingsEntryDouble("lamp-distance", node, 25.0, "Metres within which a lamp lights a route"),
        lamp_fields=QgsSettingsEntryString("lamp-fields", node, "", "What the fields of lamp registers mean"),
        proposed_walk=QgsSettingsEntryString("proposed-walk", node, "", "What the last proposed walk was to be like"),
        follow_streets=QgsSettingsEntryBool(
            "follow-streets", node, defaultValue=True, description="Routes follow the streets while they are drawn"
        ),
        layout_folder=QgsSettingsEntryString(
            "layout-folder", node, "", "Folder with the page templates of the organisation"
        ),
    )


def unregister() -> None:
    """Take the entries down again."""
    QgsSettingsTree.unregisterPluginTreeNode(_NODE)
