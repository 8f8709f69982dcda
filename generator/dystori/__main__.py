"""Run the command line as ``python -m dystori``."""

from dystori.cli import main

main()
