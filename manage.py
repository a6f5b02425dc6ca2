#!/usr/bin/env python3
"""Run a Writethru management command: `python manage.py help` lists them."""

import os
import sys

from django.core.management import execute_from_command_line

from newsroom.environment import BadSettingError

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        execute_from_command_line(sys.argv)
    except BadSettingError as error:
        sys.exit(f"writethru: {error}")
