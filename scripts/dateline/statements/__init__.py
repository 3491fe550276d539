"""Sentence + date + names -> statements."""

from .find import find
from .tables import MOST_DATES, tables

__all__ = ["MOST_DATES", "find", "tables"]
