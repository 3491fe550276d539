#!/usr/bin/env python3
"""The button: reads `seeds/` and leaves a finished site in `site/`. Does its own set-up.

python3 scripts/build.py             build the site
python3 scripts/build.py --serve     show it on 127.0.0.1, live: an edit in seeds/ or docs/ shows in the browser
python3 scripts/build.py --help      every option (those of `dateline build` and `dateline serve`)
"""

import os
import subprocess
from typing import List

import environment


def main(arguments: List[str]) -> int:
    """Run `dateline build` (or `serve`) on this project in its own environment; its exit status."""
    python = environment.prepare("build")
    command = "serve" if "--serve" in arguments else "build"
    config = ["--config-file", os.path.join(environment.ROOT, "mkdocs.yml")]
    given = [argument for argument in arguments if argument != "--serve"]
    if command == "build" and {"-h", "--help"} & set(given):
        print("python3 scripts/build.py --serve shows the site live (its options: --serve --help).\n", flush=True)
    variables = environment.package_path(os.environ)
    variables["DATELINE_SERVE"] = "python3 scripts/build.py --serve"
    return subprocess.call([python, "-m", "dateline", command, *config, *given], env=variables)


if __name__ == "__main__":
    environment.run(main)
