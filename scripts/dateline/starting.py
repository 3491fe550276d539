"""A new project: the least that `dateline build` needs."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path


class Occupied(Exception):
    """The folder holds files already; nothing was written."""
