"""An earlier state of the seeds folder, read by git into a folder of its own. Git is run directly, never by a shell."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ..problems import folder_name

_FILE = ("100644", "100755")  # modes of files; links and submodules are not read from the folder either


class NoVersion(Exception):
    """Why there is no earlier state to compare with, and what to do instead."""


@contextmanager
def at(seeds: Path, ref: str) -> Iterator[Path]:
    """The folder `seeds` as it was in the commit `ref`, under the same name, until the block ends. Raises NoVersion."""
    commit = _git(seeds, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").decode().strip()
    listed = _git(seeds, "ls-tree", "-r", "-z", commit, ".").decode("utf-8", "surrogateescape")
    with TemporaryDirectory() as room:
        folder = Path(room) / folder_name(seeds)
        folder.mkdir()
        blobs = dict(_blobs(listed))
        for name, content in zip(blobs, _contents(seeds, list(blobs.values())), strict=True):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        yield folder


def _blobs(listed: str) -> Iterator[tuple[str, str]]:
    """(path, object) of each file of a listing of `git ls-tree -z`."""
    for entry in filter(None, listed.split("\0")):
        facts, _, name = entry.partition("\t")
        mode, _, blob = facts.split(" ")
        if mode in _FILE and _is_inside(name):
            yield name, blob


def _contents(seeds: Path, blobs: list[str]) -> Iterator[bytes]:
    """What each object holds, read by one git: a line with its size, its bytes and a line end, one after another."""
    answer = _git(seeds, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs))
    here = 0
    for _ in blobs:
        end = answer.index(b"\n", here)
        size = int(answer[here:end].split(b" ")[2])
        yield answer[end + 1 : end + 1 + size]
        here = end + size + 2


def _is_inside(name: str) -> bool:
    """Whether a path of a tree stays below the folder, which git's own checks promise, but not for any repository."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _git(folder: Path, *arguments: str, given: str = "") -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given.encode("ascii"), capture_output=True, check=False)
    except OSError as fault:
        raise NoVersion("there is no git on this computer; compare with a folder: --against FOLDER") from fault
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in said:
        raise NoVersion(f"{folder} is in no git repository; compare with a folder: --against FOLDER")
    if arguments[0] == "rev-parse" and not said:
        ref = arguments[-1].removesuffix("^{commit}")
        if ref == "HEAD":
            raise NoVersion(f"nothing is committed yet in {folder}; compare with a folder: --against FOLDER")
        raise NoVersion(f"git knows no commit '{ref}'; in a shallow clone, fetch it first (git fetch --depth=2)")
    raise NoVersion(f"git could not read the earlier state: {said or done.returncode}")
