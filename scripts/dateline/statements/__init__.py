"""Sentence + date + names -> statements."""

from .find import find
from .reading import dating
from .tables import MOST_DATES, tables

__all__ = ["MOST_DATES", "dating", "find", "tables"]
