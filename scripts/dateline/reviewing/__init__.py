"""What new and changed articles would do to timelines: two collections, before and after, compared for an editor."""

from .comparing import Change, Effect, Line, Review, compare
from .table import markdown

__all__ = ["Change", "Effect", "Line", "Review", "compare", "markdown"]
