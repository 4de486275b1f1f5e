# SPDX-License-Identifier: GPL-2.0-or-later
"""Are these all the features of a source? QGIS ends a read that was cut half-way as if there were no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest

from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeature, QgsFeatureSource


def all_features(source: QgsFeatureSource, request: QgsFeatureRequest) -> Iterator[QgsFeature]:
    """What the request gives, and an error at the end if a second count disagrees.

    Raises DatabaseError if the read was cut, or rows came or went in the meantime.
    """
    count = 0
    for feature in source.getFeatures(request):
        count += 1
        yield feature
    again = sum(1 for _ in source.getFeatures(QgsFeatureRequest(request).setNoAttributes()))
    if again != count:
        raise DatabaseError(
            QT_TRANSLATE_NOOP("est_plugin", "The layer {name} was not read to its end."),
            why=QT_TRANSLATE_NOOP(
                "est_plugin", "First it had {count} rows, then {again}: the connection broke, or somebody is saving."
            ),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Nothing was computed from half of the rows. Try again."),
            name=source.sourceName(),
            count=count,
            again=again,
        )
