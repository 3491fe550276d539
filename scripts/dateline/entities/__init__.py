"""Names -> entities, across languages: «ОДКБ», "CSTO" and "OTSC" are one thing, a name that two may bear is nobody's.

`gazetteer` makes the list, `find` the mentions of an article: names, people by their surname once named in full, and
definite descriptions ("the bloc") of the one thing of that type named before it. `naming` gathers the names that an
article writes, `people` finds among those of all articles whoever is named again and again; `hinted` are names that
the editor's folder gives.
"""

from .builtin import look_up
from .find import find
from .gazetteer import Gazetteer, gazetteer
from .hints import hinted
from .naming import naming
from .recurring import People, people

__all__ = ["Gazetteer", "People", "find", "gazetteer", "hinted", "look_up", "naming", "people"]
