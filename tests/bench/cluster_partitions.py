# SPDX-License-Identifier: GPL-2.0-or-later
"""Are our core points, and their partition, those of scikit-learn? Needs the bench's data and a Python with sklearn.

PYTHONPATH=BENCH PYTHON tests/bench/cluster_partitions.py 10000 100000
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from estbench import data
from sklearn.cluster import DBSCAN

sys.path.insert(0, str(Path(__file__).parents[2]))

from est_plugin.analysis.dbscan import dbscan
from est_plugin.analysis.point_cells import Closeness
from est_plugin.feedback import SilentFeedback

for n in map(int, sys.argv[1:]):
    points = data.load(n)
    for metres, least in ((50.0, 10), (20.0, 5), (100.0, 30)):
        ours = dbscan((points["x"], points["y"]), Closeness(metres), least, SilentFeedback())
        theirs = DBSCAN(eps=metres, min_samples=least, n_jobs=2).fit(np.c_[points["x"], points["y"]])
        core = np.zeros(n, dtype=bool)
        core[theirs.core_sample_indices_] = True
        same_core = bool((core == ours.core).all())
        pairs = set(zip(ours.label[core].tolist(), theirs.labels_[core].tolist(), strict=True))
        same_parts = len(pairs) == ours.clusters == theirs.labels_.max() + 1
        same_noise = bool(((ours.label < 0) == (theirs.labels_ < 0)).all())
        border = int(np.count_nonzero(~core & (theirs.labels_ >= 0)))
        print(f"{n} eps {metres:g} min {least}: clusters {ours.clusters}, core points {core.sum()}, border {border}")
        print(f"  the same core points {same_core}, clusters of these {same_parts}, noise {same_noise}", flush=True)
