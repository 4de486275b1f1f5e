# SPDX-License-Identifier: GPL-2.0-or-later
"""What all tiers share: the place of the real data, and that no test fails for the time it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow, not wrong.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real data that nobody here wrote; it stands beside the checkout and is never copied into it."""
    if not SHARED_DATA.is_dir():
        pytest.fail(f"The real data are not at {SHARED_DATA}. Put the shared folder beside the checkout.")
    return SHARED_DATA
