#!/usr/bin/env python3
"""Runs the tests, the browser's included. Does its own set-up: test dependencies and a Chromium.

python3 scripts/test.py              the quick set
python3 scripts/test.py --all        the slow ones too (as with CI set in the environment)
python3 scripts/test.py ARGUMENT…    handed on to pytest
"""

import os
import shutil
import subprocess
from typing import List

import environment

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def main(arguments: List[str]) -> int:
    """Run pytest on this project in its own environment; its exit status."""
    python = environment.prepare("test")
    variables = environment.package_path(os.environ)
    browser = variables.get("DATELINE_CHROMIUM") or _chromium(python)
    if browser:
        variables["DATELINE_CHROMIUM"] = browser
    else:
        print("No Chromium could be found or installed: the browser's tests will fail.", flush=True)
    given = [argument for argument in arguments if argument != "--all"]
    whole = "--all" in arguments or bool(variables.get("CI"))
    marks = [] if whole or "-m" in given else ["-m", "not slow"]
    spread = [] if any(argument.startswith(("-n", "-p", "-k")) for argument in given) else ["-n", "2"]
    return subprocess.call([python, "-m", "pytest", *spread, *marks, *given], env=variables, cwd=environment.ROOT)


def _chromium(python: str) -> str:
    """The path of a Chromium: one that is there, else the system's package, else Playwright's own; "" for none."""
    return _present() or _system_package() or _playwright(python)


def _present() -> str:
    return next((path for path in map(shutil.which, _NAMES) if path), "")


def _system_package() -> str:
    if not shutil.which("apt-get"):
        return ""
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if rights and (not shutil.which("sudo") or _call([*rights, "true"])):
        return ""
    print("Setting up: installing the system's Chromium (once)", flush=True)
    install = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "chromium",
    ]
    if _call(rights + install):
        _call([*rights, "apt-get", "update", "-qq"])
        _call(rights + install)
    return _present()


def _playwright(python: str) -> str:
    where = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    found = subprocess.run([python, "-c", where], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    path = found.stdout.decode("utf-8", "replace").strip()
    if path and not os.path.exists(path):
        print("Setting up: fetching Playwright's Chromium (once)", flush=True)
        _call([python, "-m", "playwright", "install", "chromium"])
    return path if os.path.exists(path) else ""


def _call(command: List[str]) -> int:
    return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    environment.run(main)
