"""The set-up: locks, the two buttons, the package, the workflow."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from root import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import bench
import environment

LOCKS = ("build", "test", "fuzz")


def lock(name: str) -> str:
    return (ROOT / "scripts" / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """Name and marker of every pinned package -> version and hashes."""
    found = re.findall(r"^([\w.-]+)==([^\s\\]+)([^\\\n]*)((?:\\\n\s+--hash=sha256:[0-9a-f]{64}\s*)+)", lock(name), re.M)
    return {f"{package}{marker.strip()}": version + hashes for package, version, marker, hashes in found}


# -- locks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_is_pinned_and_hashed(name: str) -> None:
    packages = [line for line in lock(name).splitlines() if line and not line.startswith((" ", "#"))]
    assert len(packages) == len(pins(name)) >= (1 if name == "fuzz" else 11)


def test_the_tests_run_with_what_is_built_with() -> None:
    assert pins("build").items() <= pins("test").items()


@pytest.mark.parametrize("name", ["build", "test"])
def test_what_the_package_declares_is_locked(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *(project["optional-dependencies"]["test"] if name == "test" else ())]
    names = {re.split(r"[\[<>=~!; ]", requirement)[0].lower() for requirement in declared} - {"dateline"}
    assert names <= {re.match(r"[\w.-]+", key)[0].lower() for key in pins(name)}  # type: ignore[index]


def test_no_file_names_the_address_of_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    hosts = [b"py" + b"pi.org", b"python" + b"hosted", b"registry." + b"npmjs", b"deb." + b"debian.org"]
    named = [
        (path, host)
        for path in filter(None, listed.decode().split("\0"))
        if (ROOT / path).is_file()
        for host in hosts
        if host in (ROOT / path).read_bytes()
    ]
    assert named == []


# -- the buttons ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["build.py", "commands.py", "test.py", "environment.py"])
def test_a_button_starts_on_a_python_that_is_too_old(name: str) -> None:
    ast.parse((ROOT / "scripts" / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "LEAST", (9, 0))
    with pytest.raises(environment.SetupError, match=r"needs Python 9\.0 or newer; this is 3\."):
        environment.check_python()


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_so(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == module else object())
    with pytest.raises(environment.SetupError, match="has no venv"):
        environment.check_python()


def test_a_fault_of_the_set_up_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(arguments: list[str]) -> int:
        raise environment.SetupError("No network.")

    with pytest.raises(SystemExit, match=r"^No network\.$"):
        environment.run(fails)


def stand_in(folder: Path, says: str) -> str:
    """A Python whose pip fails with these words."""
    python = folder / "python"
    python.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit 1\n")
    python.chmod(0o755)
    return str(python)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("says", "told"),
    [("Max retries exceeded with url", "can.t be reached"), ("THESE PACKAGES DO NOT MATCH THE HASHES", "DO NOT MATCH")],
)
def test_a_failed_installation_says_why(says: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(environment.SetupError, match=told):
        environment._install(stand_in(tmp_path, says), "lock.txt")


def test_an_environment_is_made_once_for_each_lock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "scripts" / "requirements").mkdir(parents=True)
    listed = tmp_path / "scripts" / "requirements" / "build.txt"
    listed.write_text("a==1\n")
    (tmp_path / ".venv").mkdir()
    done: list[str] = []
    monkeypatch.setattr(environment, "ROOT", str(tmp_path))
    monkeypatch.setattr(environment, "_runs", lambda python: bool(done))
    monkeypatch.setattr(environment, "_create", lambda folder: done.append("venv"))
    monkeypatch.setattr(environment, "_install", lambda python, requirements: done.append("install"))
    environment.prepare("build")
    environment.prepare("build")
    assert done == ["venv", "install"]
    listed.write_text("a==2\n")
    environment.prepare("build")
    assert done == ["venv", "install", "install"]


def test_a_benchmark_runs_where_everything_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(bench.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(environment, "prepare", lambda lock: f"the Python of {lock}")
    monkeypatch.setattr(bench.subprocess, "call", lambda command, env: called.append(command) or 7)
    assert bench.main(["dates", "--sets", "ru-news"]) == 7
    assert called == [["the Python of test", bench.__file__, "dates", "--sets", "ru-news"]]
    assert bench.main(["no such"]) == 2 and len(called) == 1


def test_the_environment_has_the_command_of_this_checkout(tmp_path: Path) -> None:
    venv.create(tmp_path / "made here", with_pip=False, symlinks=sys.platform != "win32")
    folder = tmp_path / "made here" / ("Scripts" if sys.platform == "win32" else "bin")
    environment._introduce(str(folder / ("python.exe" if sys.platform == "win32" else "python")))
    command = [str(folder / ("dateline.cmd" if sys.platform == "win32" else "dateline")), "--version"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    # Nothing else is installed there, so it gets as far as its first dependency.
    assert "No module named 'click'" in done.stderr and str(ROOT / "scripts" / "dateline") in done.stderr


# -- the package ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_wheel_carries_all_that_a_new_project_needs(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(tmp_path),
        ".",
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    installed = tmp_path / "installed"
    zipfile.ZipFile(next(tmp_path.glob("*.whl"))).extractall(installed)
    sources = {p.relative_to(ROOT / "scripts") for p in (ROOT / "scripts" / "dateline").rglob("*") if p.is_file()}
    missing = {p for p in sources if "__pycache__" not in p.parts and not (installed / p).is_file()}
    assert missing == set()
    dateline = [sys.executable, "-m", "dateline"]
    surroundings = {"PYTHONPATH": str(installed), "PATH": "", "HOME": str(tmp_path)}
    project = tmp_path / "project"
    subprocess.run([*dateline, "init", str(project)], env=surroundings, check=True, cwd=tmp_path, capture_output=True)
    (project / "seeds" / "articles" / "a.txt").write_text("5 March 2024\n\nThe mayor opened the bridge on Monday.\n")
    done = subprocess.run([*dateline, "build"], env=surroundings, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "index.html").is_file()


# -- publishing -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(
        (ROOT / ".github/workflows/pages.yml").read_text("utf-8"), Loader=yaml.BaseLoader
    )
    return loaded


def test_only_the_deployment_may_write(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    writing = {
        name
        for name, job in workflow["jobs"].items()
        if any(right == "write" for right in job.get("permissions", {}).values())
    }
    assert writing == {"deploy"}
    assert "refs/heads/main" in workflow["jobs"]["deploy"]["if"]
    assert workflow["jobs"]["deploy"]["needs"] == ["test", "build"]


def test_actions_are_github_s_own_and_pinned_by_hash(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_a_workflow_runs_what_a_person_would(workflow: dict[str, Any]) -> None:
    commands = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert commands == [
        "bash .ci/run",
        "pipx run pip-audit -r scripts/requirements/build.txt --disable-pip --require-hashes",
        "python3 scripts/build.py --strict",
        ".venv/bin/python -m dateline check --format github",
        '.venv/bin/python -m dateline review --base HEAD^1 >> "$GITHUB_STEP_SUMMARY"',
    ]


def test_a_pull_request_is_reviewed_against_what_it_is_merged_into(workflow: dict[str, Any]) -> None:
    steps = workflow["jobs"]["build"]["steps"]
    review = next(step for step in steps if "dateline review" in step.get("run", ""))
    assert review["if"] == "github.event_name == 'pull_request'"
    assert steps[0]["with"] == {"persist-credentials": "false", "fetch-depth": "2"}  # HEAD^1 is there


def test_the_top_of_the_project_holds_what_tools_insist_on_and_nothing_else() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    rooms = {"docs", "scripts", "seeds", "tests", "mkdocs.yml", "README.md"}
    tools = {
        ".ci",
        ".github",
        ".gitattributes",
        ".gitignore",
        "CHANGELOG.md",
        "LICENSE",
        "pyproject.toml",
        "SECURITY.md",
    }
    assert {path.split("/")[0] for path in listed.splitlines()} <= rooms | tools | {"CONTRIBUTING.md"}
