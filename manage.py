#!/usr/bin/env python
"""The door for whoever runs or develops Kring: manage.py help."""

import argparse
import os
import sys


def heed(arguments: list[str]) -> None:
    """Put what settings want to know in the environment, before they are read."""
    early = argparse.ArgumentParser(prog="manage.py", add_help=False, allow_abbrev=False)
    early.add_argument("--data")
    early.add_argument("--port")
    early.add_argument("--no-demo", action="store_true")
    chosen, _rest = early.parse_known_args(arguments)
    if chosen.data:
        os.environ["KRING_DATA"] = os.path.abspath(chosen.data)
    if chosen.port and chosen.port.isdigit():
        os.environ["KRING_PORT"] = chosen.port
    if chosen.no_demo:
        os.environ["KRING_DEMO"] = "0"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.settings")
    heed(sys.argv[2:])
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
