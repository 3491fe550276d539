"""Names -> entities, across languages: «ОДКБ», "CSTO" and "OTSC" are one thing, a name that two may bear is nobody's.

`gazetteer` makes the list, `find` the mentions of an article: names, people by their surname once named in full, and
definite descriptions ("the bloc") of the one thing of that type named before it. `full_names` and `people` find those
whom a collection names again and again, for the list; `hinted` are names that the editor's folder gives.
"""

from .find import find
from .gazetteer import Gazetteer, gazetteer
from .hints import hinted
from .recurring import full_names, people

__all__ = ["Gazetteer", "find", "full_names", "gazetteer", "hinted", "people"]
