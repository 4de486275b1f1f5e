# SPDX-License-Identifier: GPL-2.0-or-later
"""Rhythm and near repeats beside the peers of the bench; the adapter imports this."""

from __future__ import annotations

import numpy as np
from estbench.registry import candidate


@candidate("aoristic", "ours: 168 hours of the week, Swedish clocks")
def aoristic(inp):
    from zoneinfo import ZoneInfo

    from est_plugin.analysis.aoristic import week_profile
    from est_plugin.analysis.local_hours import LocalHours

    points, zone = inp["load"](), ZoneInfo("Europe/Stockholm")
    time, until = points["t_from"], points["t_to"]

    def run():
        hours = LocalHours.between(int(time.min()), int(until.max()), zone)
        return {"sum": week_profile(time, until, hours).weight.sum()}

    return run


def knox(inp, permutations):
    from est_plugin.analysis.near_repeat import NearRepeatParameters, find_near_repeats
    from est_plugin.analysis.points import PointSet
    from est_plugin.feedback import SilentFeedback

    points = inp["load"]()
    count = len(points["x"])
    incidents = PointSet(points["x"], points["y"], np.zeros(count, np.int32), ("",), points["t"])
    metres, days = inp["params"]["delta"], int(inp["params"]["tau_days"])
    parameters = NearRepeatParameters(metres, 1, days, 1, permutations=permutations)

    def run():
        found = find_near_repeats(incidents, parameters, SilentFeedback())
        return {"stat": found.observed.sum(), "p": found.p[1, 0]}

    return run


@candidate("knox", "ours: near repeats (99 perm)", ns=[2_000, 10_000])
def knox_of_99(inp):
    return knox(inp, 99)


@candidate("knox", "ours: near repeats (999 perm)", ns=[2_000, 10_000])
def knox_of_999(inp):
    return knox(inp, 999)
