# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the public edition ask for besides? Where people live, and who approves what, after seeing it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from est_plugin.export.addresses import source_of
from est_plugin.export.approval_words import left_out_lines, shown_lines
from est_plugin.export.output_digest import output_digest
from est_plugin.export.package import draw_package
from est_plugin.i18n import translate

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from est_plugin.export.addresses import AddressSource
    from est_plugin.export.plan import PackagePlan
    from est_plugin.feedback import Feedback
    from est_plugin.processing.algorithm import EstAlgorithm

ADDRESSES = "ADDRESSES"
ADDRESS_FIELD = "ADDRESS_FIELD"
APPROVED_BY = "APPROVED_BY"
APPROVED_DIGEST = "APPROVED_DIGEST"
DIGEST = "DIGEST"


def declare(algorithm: EstAlgorithm) -> None:
    """What the public edition asks for besides."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            ADDRESSES,
            translate("est_plugin", "Addresses (public edition)"),
            [Qgis.ProcessingSourceType.VectorPoint, Qgis.ProcessingSourceType.VectorPolygon],
            optional=True,
        ),
        translate(
            "est_plugin",
            "A square is shown only if people enough live there. Without a layer: the addresses or buildings of "
            "the database's own map.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterField(
            ADDRESS_FIELD,
            translate("est_plugin", "Number of addresses"),
            parentLayerParameterName=ADDRESSES,
            type=Qgis.ProcessingFieldParameterDataType.Numeric,
            optional=True,
        ),
        translate("est_plugin", "Without a field each point or area is one address."),
    )
    _declare_approval(algorithm)


def _declare_approval(algorithm: EstAlgorithm) -> None:
    """Who approves what, and what stands for it."""
    algorithm.add(
        QgsProcessingParameterString(
            APPROVED_BY, translate("est_plugin", "Approved by (public edition)"), optional=True
        ),
        translate(
            "est_plugin",
            "The function of the person who has looked at what is shown and left out and approves that it is "
            "published, such as safety coordinator; never a name. It goes into the history and the package. "
            "Without it nothing is written: what would be shown and left out is told, with its digest.",
        ),
    )
    algorithm.add(
        QgsProcessingParameterString(
            APPROVED_DIGEST, translate("est_plugin", "Digest of what is approved"), optional=True
        ),
        translate(
            "est_plugin",
            "As a run without APPROVED_BY told it. If anything would be published that is not the same to the "
            "last sign, nothing is written.",
        ),
    )
    algorithm.addOutput(QgsProcessingOutputString(DIGEST, translate("est_plugin", "Digest of what is approved")))


def addresses_of(
    algorithm: EstAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> AddressSource | None:
    """The layer as the person narrowed it down.

    Raises InputError for a layer that is not there: the database's own addresses are no answer to that.
    """
    value, layer = parameters.get(ADDRESSES), algorithm.layer_source(ADDRESSES)
    if value is None or value == "":
        return None
    if not isinstance(layer, QgsVectorLayer):
        whole = value.source if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
        layer = algorithm.parameterAsVectorLayer({ADDRESSES: whole}, ADDRESSES, context)
    return source_of(layer, algorithm.parameterAsString(parameters, ADDRESS_FIELD, context))


def tell(plan: PackagePlan, feedback: Feedback) -> str:
    """What would be published and what not, in the log; the digest that stands for it. Nothing of it is kept."""
    with tempfile.TemporaryDirectory(prefix="est-") as work:
        drawn = draw_package(plan, Path(work), feedback)
        if plan.public is not None:
            for line in (*shown_lines(plan, plan.public), *left_out_lines(plan.public)):
                feedback.info(line)
        digest = output_digest(drawn)
    feedback.info(
        translate(
            "est_plugin",
            "Nothing was written. To publish this, and only this, run it again with APPROVED_BY and "
            "APPROVED_DIGEST={digest}.",
        ).format(digest=digest)
    )
    return digest
