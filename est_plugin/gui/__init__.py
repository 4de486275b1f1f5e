# SPDX-License-Identifier: GPL-2.0-or-later
"""Dock, pages, dialogs, and the one module that writes to the message bar."""
