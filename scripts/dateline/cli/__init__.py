"""The command line. Each module of this package holds the commands of one audience; heavy imports wait for the call."""

from __future__ import annotations

import click

from .. import __version__
from .checking import check, review
from .dates import dates
from .editing import adopt, new, suggest
from .events import events, timeline
from .importing import add
from .site import build, init, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Turn a folder of saved news articles into a website of annotated, dated timelines.

    \b
        dateline init my-timelines
        cd my-timelines
        dateline serve
    """


for command in (build, serve, check, review, init, new, suggest, adopt, add, dates, events, timeline):
    main.add_command(command)
