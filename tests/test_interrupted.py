"""A build that is killed, finds no room or meets another: the site that was there stays whole, no seed is touched."""

from __future__ import annotations

import contextlib
import ctypes
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archives_made import write
from root import ROOT

from dateline import building
from dateline.building import replacing, starting
from dateline.model import Collection

KILLS = 50
BUILD = [sys.executable, "-m", "dateline", "build", "--workers", "2"]

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with a finished site."""
    root = tmp_path_factory.mktemp("made") / "project"
    starting.start(root)
    write(root / "seeds" / "articles", 5)
    assert start(root).wait() == 0
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "project"))


def as_anybody() -> None:
    """Give up root's right to write everywhere (CAP_DAC_OVERRIDE) for whatever this process starts. Raises OSError."""
    drop_from_bounding_set, dac_override = 24, 1  # of prctl(2) and capabilities(7)
    if os.geteuid() == 0 and ctypes.CDLL(None, use_errno=True).prctl(drop_from_bounding_set, dac_override, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "can't give up CAP_DAC_OVERRIDE")


def minds_modes(folder: Path) -> bool:
    """Whether a process started so can be kept from writing by the mode of a folder."""
    folder.chmod(0o555)
    try:
        tried = ["touch", str(folder / "x")]
        return subprocess.run(tried, preexec_fn=as_anybody, stderr=subprocess.DEVNULL).returncode != 0
    except (OSError, subprocess.SubprocessError):
        return False
    finally:
        folder.chmod(0o755)


def start(root: Path, limit: int = 0) -> subprocess.Popen[str]:
    """A build of its own, without root's rights; with `limit`, no file of its making grows beyond so many bytes."""

    def limited() -> None:
        with contextlib.suppress(OSError):  # then root's rights stay, and the tests of modes are skipped
            as_anybody()
        if limit:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "NO_COLOR": "1"}
    return subprocess.Popen(
        BUILD,
        cwd=root,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=limited,
    )


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def standing(root: Path) -> dict[str, bytes]:
    """The site; between the two renames of a build it stands aside for a moment, and the next build puts it back."""
    return content(root / "site") or content(root / ".site.old")


@posix
@pytest.mark.slow
def test_killed_at_any_moment(project: Path) -> None:
    old = standing(project)
    changed = project / "seeds" / "articles" / "0001.md"
    changed.write_text(changed.read_text("utf-8").replace("shows", "reveals"), encoding="utf-8")
    seeds = content(project / "seeds")
    whole = Path(shutil.copytree(project, project.with_name("whole")))
    began = time.monotonic()
    assert start(whole).wait() == 0
    took, new = time.monotonic() - began, standing(whole)
    assert new != old
    moments = random.Random(7)
    for _ in range(KILLS):
        build = start(project)
        time.sleep(moments.uniform(0, took))
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
        assert standing(project) in (old, new)
        assert content(project / "seeds") == seeds
    after = start(project)
    assert after.wait() == 0, after.communicate()[0]
    assert content(project / "site") == new
    assert not [entry.name for entry in project.iterdir() if entry.name.startswith(".site")]


@posix
@pytest.mark.parametrize("limit", [0, 300, 20_000, 90_000])
def test_no_room(project: Path, limit: int) -> None:
    old = standing(project)
    write(project / "seeds" / "articles", 9)
    build = start(project, limit or 1)
    said, _ = build.communicate()
    assert build.returncode == 1, said
    assert "Error: " in said and "Traceback" not in said
    assert standing(project) == old
    after = start(project)
    assert after.wait() == 0, after.communicate()[0]
    assert standing(project) != old


@posix
@pytest.mark.parametrize("folder", [".", "docs", "docs/events", ".cache"])
def test_a_folder_that_cannot_be_written(project: Path, tmp_path: Path, folder: str) -> None:
    if not minds_modes(tmp_path):
        pytest.skip("this user may write everywhere and can't give that up")
    old = standing(project)
    write(project / "seeds" / "articles", 9)
    (project / folder).chmod(0o555)
    try:
        build = start(project)
        said, _ = build.communicate()
    finally:
        (project / folder).chmod(0o755)
    assert build.returncode == 1 and "Traceback" not in said
    assert standing(project) == old


@posix
def test_seeds_that_cannot_be_written_are_as_good_as_others(project: Path, tmp_path: Path) -> None:
    if not minds_modes(tmp_path):
        pytest.skip("this user may write everywhere and can't give that up")
    old = standing(project)
    write(project / "seeds" / "articles", 9)
    seeds, folders = content(project / "seeds"), [project / "seeds" / "articles", project / "seeds"]
    for folder in folders:
        folder.chmod(0o555)
    try:
        build = start(project)
        said, _ = build.communicate()
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert build.returncode == 0, said
    assert standing(project) != old and content(project / "seeds") == seeds


def test_two_builds_at_once(project: Path) -> None:
    with replacing.alone(project / ".cache"), pytest.raises(building.BuildError, match="another build"):
        building.build(project / "mkdocs.yml", project / "seeds")
    assert building.build(project / "mkdocs.yml", project / "seeds").site == project / "site"


def test_a_site_left_aside_is_put_back(project: Path) -> None:
    old = content(project / "site")
    (project / "site").rename(project / ".site.old")
    (project / ".site.new").mkdir()
    (project / "docs" / "events" / ".generated").unlink()
    with pytest.raises(building.BuildError, match="did not make"):
        building.build(project / "mkdocs.yml", project / "seeds")
    assert content(project / "site") == old


def test_cold_and_cached_builds_give_the_same_bytes(project: Path) -> None:
    cached = standing(project)
    shutil.rmtree(project / "docs" / "events")
    building.build(project / "mkdocs.yml", project / "seeds")
    assert standing(project) == cached
    building.build(project / "mkdocs.yml", project / "seeds", means=building.Means(1, cached=False))
    assert standing(project) == cached


def test_a_site_too_large_to_publish_is_mentioned(collection: Collection) -> None:
    counts = building.counted(collection)
    said = [building.summary(building.Built(Path("site"), counts, (), 0, size)) for size in (10**6, 950 * 10**6)]
    assert len(said[0]) == 1 and "950 MB" in said[1][1]
