"""Commands: events timeline."""

import click


@click.command()
def events() -> None:
    """Not there yet."""


@click.command()
def timeline() -> None:
    """Not there yet."""
