"""The command line: reads what was asked, hands it to the house, says how it went; it holds no logic."""

from dystori.cli.main import main

__all__ = ["main"]
