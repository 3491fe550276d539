"""Sentence + date + names -> statements."""

from .find import find

__all__ = ["find"]
