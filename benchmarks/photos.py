"""What an uploaded photo costs: `python -m benchmarks.photos [--uploads 200]`.

Time and memory of one of 24 megapixels, of two hundred in a row, and of files made to hurt; and how far apart
copies and other pictures lie in the bits that `queries/photos/near.py` compares. Each part is a process of its
own in a newsroom of its own, so that a peak is its own. The processor's seconds stand beside the clock's, which
say little on a machine that others use. Exits 1 where a goal is missed.
"""

import argparse
import os
import subprocess
import sys
import tempfile

PARTS = ("one", "many", "bombs", "near")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uploads", type=int, default=200)
    uploads = str(parser.parse_args().uploads)
    missed = 0
    for part in PARTS:
        with tempfile.TemporaryDirectory(prefix="writethru-photos-") as folder:
            environment = os.environ | {"WRITETHRU_DATA_DIR": folder}
            command = [sys.executable, "-m", "benchmarks.photos_parts", part, uploads]
            missed |= subprocess.run(command, env=environment, check=False).returncode
    return missed


if __name__ == "__main__":
    sys.exit(main())
