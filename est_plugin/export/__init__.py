# SPDX-License-Identifier: GPL-2.0-or-later
"""The map package: a plan (what goes in), a gate (what may go out), one writer per format."""
