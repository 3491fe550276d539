"""Names -> entities, across languages: «ОДКБ», "CSTO" and "OTSC" are one thing, a name that two may bear is nobody's.

`gazetteer` makes the list, `find` the mentions of an article: names, people by their surname once named in full, and
definite descriptions ("the bloc") of the one thing of that type named before it. `full_names` and `people` find those
whom a collection names again and again, for the list.
"""

from .find import find
from .gazetteer import Gazetteer, gazetteer
from .recurring import full_names, people

__all__ = ["Gazetteer", "find", "full_names", "gazetteer", "people"]
