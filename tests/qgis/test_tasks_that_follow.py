# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a task that is started at the end of another always run?"""

from __future__ import annotations

from est_plugin.tasks.task import Task, TaskRegistry
from tests.waiting import until

CHAINS, LENGTH = 6, 400


def test_every_task_that_follows_another_runs(qgis_app: object) -> None:
    registry, ended = TaskRegistry(), [0] * CHAINS

    def follow(chain: int) -> None:
        def done(_result: int) -> None:
            ended[chain] += sum(range(30_000)) > 0
            if ended[chain] < LENGTH:
                follow(chain)

        registry.start(Task("EST", lambda _feedback: sum(range(20_000 * (1 + chain))), on_done=done, on_failed=print))

    for chain in range(CHAINS):
        follow(chain)
    until(lambda: min(ended) == LENGTH)
