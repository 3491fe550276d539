"""Programs of others that benchmarks and tests ask: a Chromium, and npm's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    """The path of the Chromium in DATELINE_CHROMIUM, else of the system's; None where there is none."""
    return os.environ.get("DATELINE_CHROMIUM") or next((p for p in map(shutil.which, _NAMES) if p), None)


def installed(name: str, *packages: str) -> Path | None:
    """The folder of npm's packages ("axe-core@4.10.3"), fetched once into `.cache/NAME`; None where it can't be."""
    folder = ROOT / ".cache" / name
    modules = folder / "node_modules"
    if all((modules / package.rpartition("@")[0]).is_dir() for package in packages):
        return modules
    if not shutil.which("npm"):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--legacy-peer-deps", "--no-audit"]
    got = subprocess.run([*command, "--no-fund", *packages], capture_output=True, check=False)
    return None if got.returncode else modules
