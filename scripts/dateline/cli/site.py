"""Commands: build serve check."""

import click


@click.command()
def build() -> None:
    """Not there yet."""


@click.command()
def serve() -> None:
    """Not there yet."""


@click.command()
def check() -> None:
    """Not there yet."""
