"""Sentence + date + names -> statements."""

from .crowds import crowded
from .find import MOST_DATES, find

__all__ = ["MOST_DATES", "crowded", "find"]
