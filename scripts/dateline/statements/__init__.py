"""Sentence + date + names -> statements."""

from .find import find
from .tables import may_have_tables, tables

__all__ = ["find", "may_have_tables", "tables"]
