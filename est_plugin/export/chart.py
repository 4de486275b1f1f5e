# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a chart drawn? With matplotlib, which comes with most QGIS, as SVG; without it a result has tables only."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from est_plugin.errors import QT_TRANSLATE_NOOP, InputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Readable in grey, and for the colour-blind.
COLOURS = ("#0b5394", "#b35806", "#5b2a86", "#4d4d4d")
_SVG = {
    # Text stays text, for readers and searches.
    "svg.fonttype": "none",
    # Identifiers from a hash of the content: the same chart gives the same bytes.
    "svg.hashsalt": "est",
}
#: Matplotlib's settings belong to the whole process, and it writes one text at a time.
_SETTINGS = threading.Lock()


@dataclass(frozen=True)
class Chart:
    """An SVG picture, and in words what it shows, for those who cannot see it."""

    svg: bytes
    text: str


def can_draw() -> bool:
    """Is matplotlib there?"""
    return find_spec("matplotlib") is not None


def new_figure(width: float, height: float) -> Figure:
    """An empty figure of so many inches, outside pyplot's state, so that any thread can draw it.

    Raises InputError without matplotlib; ask ``can_draw`` first.
    """
    if not can_draw():
        raise InputError(
            QT_TRANSLATE_NOOP("est_plugin", "The chart cannot be drawn."),
            why=QT_TRANSLATE_NOOP("est_plugin", "The Python package matplotlib is not part of this QGIS."),
            what_next=QT_TRANSLATE_NOOP("est_plugin", "Use the table, or install matplotlib."),
        )
    from matplotlib.figure import Figure  # noqa: PLC0415 (may be missing, and takes a while)

    return Figure(figsize=(width, height), layout="constrained")


def to_svg(figure: Figure) -> bytes:
    """The figure as SVG with text as text; the same figure always gives the same bytes."""
    import matplotlib as mpl  # noqa: PLC0415 (may be missing)

    for axes in figure.axes:
        axes.spines[["top", "right"]].set_visible(False)
    buffer = io.BytesIO()
    with _SETTINGS, mpl.rc_context(_SVG):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()
