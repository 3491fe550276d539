"""The project's own `.venv`: made, filled from a hashed lock, and kept while the lock stays as it is.

Standard library only, and plain enough that an old Python gets as far as being told that it is too old.
"""

import hashlib
import os
import subprocess
import sys
from typing import Callable, Dict, List, Mapping

LEAST = (3, 11)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_UNREACHABLE = ("NewConnectionError", "Max retries exceeded", "Temporary failure in name resolution", "ConnectTimeout")


class SetupError(Exception):
    """Why the set-up can't go on, in words for whoever typed the command."""


def prepare(lock: str) -> str:
    """The Python of `.venv` with everything that `scripts/requirements/<lock>.txt` lists. Raises SetupError."""
    folder = os.path.join(ROOT, ".venv")
    requirements = os.path.join(ROOT, "scripts", "requirements", lock + ".txt")
    stamp = os.path.join(folder, "dateline-" + lock)
    python = os.path.join(folder, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
    wanted = _fingerprint(requirements)
    if _runs(python) and _content(stamp) == wanted:
        return python
    if not _runs(python):
        _create(folder)
    print("Setting up: installing from %s (once)" % os.path.relpath(requirements, ROOT), flush=True)
    _install(python, requirements)
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(wanted)
    return python


def package_path(variables: Mapping[str, str]) -> Dict[str, str]:
    """The environment `variables` with the package of this checkout first on Python's path."""
    scripts = os.path.join(ROOT, "scripts")
    inherited = variables.get("PYTHONPATH")
    return dict(variables, PYTHONPATH=os.pathsep.join([scripts, inherited]) if inherited else scripts)


def check_python() -> None:
    """Raise SetupError where this Python can't be used."""
    if sys.version_info < LEAST:
        raise SetupError(
            "Dateline needs Python %d.%d or newer; this is %s (%s). Run this file with a newer one."
            % ((*LEAST, sys.version.split()[0], sys.executable))
        )
    from importlib.util import find_spec

    if not find_spec("venv") or not find_spec("ensurepip"):
        raise SetupError(
            "This Python (%s) has no venv. Install it: on Debian and Ubuntu the package is python%d.%d-venv."
            % ((sys.executable, *sys.version_info[:2]))
        )


def run(main: Callable[[List[str]], int]) -> None:
    """Call `main` with the arguments of the command line and exit with its status; faults are one sentence."""
    try:
        check_python()
        status = main(sys.argv[1:])
    except SetupError as fault:
        sys.exit("%s" % fault)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _create(folder: str) -> None:
    try:
        subprocess.run(
            [sys.executable, "-m", "venv", "--clear", folder],
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except (OSError, subprocess.CalledProcessError) as fault:
        output = (getattr(fault, "output", None) or b"").decode("utf-8", "replace").strip()
        raise SetupError("Can't make a virtual environment in %s.\n%s" % (folder, output or fault)) from fault


def _install(python: str, requirements: str) -> None:
    command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
    command += ["--no-deps", "--require-hashes", "--requirement", requirements]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode == 0:
        _introduce(python)
        return
    output = done.stdout.decode("utf-8", "replace").strip()
    if any(sign in output for sign in _UNREACHABLE):
        reason = "The package registry can't be reached; is there a network? (pip's own settings for proxies apply.)"
    else:
        reason = "Installing failed. The last that pip said:"
    raise SetupError("\n".join([reason] + ["  " + line for line in output.splitlines()[-4:]]))


def _introduce(python: str) -> None:
    """Let this Python find the checkout's package, and put the command `dateline` beside it."""
    ask = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(ask, stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    with open(os.path.join(packages, "dateline-checkout.pth"), "w", encoding="utf-8") as file:
        file.write(os.path.join(ROOT, "scripts") + "\n")
    if os.name == "nt":
        command, words = "dateline.cmd", '@"%s" -m dateline %%*\r\n' % python
    else:
        command, words = "dateline", '#!/bin/sh\nexec "%s" -m dateline "$@"\n' % python
    path = os.path.join(os.path.dirname(python), command)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(words)
    os.chmod(path, 0o755)


def _runs(python: str) -> bool:
    try:
        version = "import sys; sys.exit(sys.version_info < %r)" % (LEAST,)
        return subprocess.run([python, "-c", version], stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _fingerprint(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _content(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""
