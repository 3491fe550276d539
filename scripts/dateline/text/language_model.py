"""The model by which languages are told apart: py3langid's, which is kept unpacked where earlier results are.

As it is shipped, reading it takes most of a second, a good part of a build after one changed article: it is compressed
to a twelfth, and knows twice the languages that are asked for. What is kept are its arrays of numbers, as they are in
memory and therefore with the same results. The name of their folder holds the version and the languages.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_kept_in: list[Path] = []  # the folder of the build that this process is at, if that keeps anything


def keep_in(*folders: Path) -> None:
    """From now on this process looks for an unpacked model in that folder, and leaves it there; in none by default."""
    _kept_in[:] = folders


def identifier(codes: Sequence[str]) -> LanguageIdentifier:
    """What tells the languages of these ISO 639 codes apart."""
    if not _kept_in:
        return _shipped(codes)
    digest = blake2b(" ".join(codes).encode(), digest_size=8).hexdigest()
    folder = _kept_in[0] / f"languages-{version('py3langid')}-{digest}"
    try:
        return _unpacked(folder)
    except (OSError, ValueError, EOFError):  # not there yet, or broken
        made = _shipped(codes)
        with suppress(OSError):  # a read-only or full disk: it is read as shipped once more
            _keep(made, folder)
        return made


def _shipped(codes: Sequence[str]) -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # numpy with it: a sixth of a second

    made = LanguageIdentifier.from_model_file(MODEL_FILE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.set_languages(list(codes))
    return made


def _unpacked(folder: Path) -> LanguageIdentifier:
    """The model kept in `folder`. Its greater arrays are mapped, so that only what is looked at is read."""
    import numpy as np
    from py3langid.langid import LanguageIdentifier

    scores, moves = (np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("scores", "moves"))
    priors, classes, rows, output = (
        np.load(folder / f"{name}.npy") for name in ("priors", "classes", "rows", "output")
    )
    return LanguageIdentifier(
        scores, priors, classes.tolist(), memoryview(moves), output.tolist(), tk_row=rows.tolist()
    )


def _keep(model: LanguageIdentifier, folder: Path) -> None:
    """Leave `model` in `folder`, in one step."""
    import numpy as np

    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    arrays = {
        "scores": model.nb_ptc,
        "priors": model.nb_pc,
        "classes": np.array(model.nb_classes),
        "moves": np.asarray(model.tk_nextmove),
        "rows": np.asarray(model.tk_row),
        "output": np.asarray(model.tk_output, dtype=np.int32),
    }
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, array in arrays.items():
            np.save(made / f"{name}.npy", array)
        made.rename(folder)  # where another process was faster, this fails, and its model is as good
        for other in (*folder.parent.glob(".languages-*"), *folder.parent.glob("languages-*")):
            if version("py3langid") not in other.name or other.name.startswith("."):  # outdated, or a killed build's
                shutil.rmtree(other, ignore_errors=True)
    finally:
        shutil.rmtree(made, ignore_errors=True)
