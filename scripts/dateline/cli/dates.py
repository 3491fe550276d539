"""Commands: dates."""

import click


@click.command()
def dates() -> None:
    """Not there yet."""
