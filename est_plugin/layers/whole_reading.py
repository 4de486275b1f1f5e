# SPDX-License-Identifier: GPL-2.0-or-later
"""Are these all the features of a source? QGIS ends a read that was cut half-way as if there were no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest

from est_plugin.errors import QT_TRANSLATE_NOOP, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qgis.core import QgsFeature, QgsFeatureSource, QgsVectorLayerFeatureSource

#: Each try that fails drops one of the connections that QGIS kept from before the server was gone.
_TRIES = 3


def answered_features(source: QgsVectorLayerFeatureSource, request: QgsFeatureRequest) -> list[QgsFeature]:
    """What the request gives; QGIS gives no features at all when the server does not answer, and says so only if asked.

    Raises DatabaseError if the server did not answer.
    """
    for _ in range(_TRIES):
        features = source.getFeatures(request)
        # A link known to be broken is told before the read, one that breaks is told after it.
        was_valid = features.isValid()
        found = list(features)
        if was_valid and features.isValid():
            return found
    raise DatabaseError(
        QT_TRANSLATE_NOOP("est_plugin", "The list could not be read."),
        why=QT_TRANSLATE_NOOP("est_plugin", "The server cannot be reached."),
        what_next=QT_TRANSLATE_NOOP(
            "est_plugin", "What you see was read last. It is read again when the server answers."
        ),
    )


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
