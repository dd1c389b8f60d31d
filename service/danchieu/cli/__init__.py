"""The ``danchieu`` command: one file for each command, exit codes in one table."""

from danchieu.cli.app import main

__all__ = ["main"]
