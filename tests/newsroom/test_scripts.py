"""script/bootstrap on machines that lack something: one line that says what to do, and nothing half-made left in use.

A stand-in for python3 plays each machine, so no test installs anything.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

SCRIPTS = settings.BASE_DIR / "script"
# Answers like a python3 that has everything; `-m venv` makes an environment with itself in it.
WHOLE = """#!/bin/sh
echo "$@" >>"$LOG"
case "$*" in
*"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
-V) echo "Python 3.11.2" ;;
esac
"""
TOO_OLD = '#!/bin/sh\ncase "$*" in *version_info*) exit 1 ;; esac\n'
WITHOUT_VENV = '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1 ;; esac\n'
WITHOUT_NETWORK = WHOLE.replace("-V)", '*"pip install"*) exit 1 ;;\n-V)')


class Machine:
    """A checkout in a folder with a space in its name, on a machine with the given python3 and no other."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "wire desk"
        self.log = folder / "log"
        self.bin = folder / "bin"
        shutil.copytree(SCRIPTS, self.checkout / "script")
        (self.checkout / "requirements.txt").write_text("django==5.2.19\n")
        self.bin.mkdir()
        for tool in ("sh", "dirname", "basename", "cksum", "cat", "rm", "mkdir", "touch", "cp", "env"):
            (self.bin / tool).symlink_to(shutil.which(tool))

    def run(self, python: str) -> subprocess.CompletedProcess[str]:
        (self.bin / "python3").write_text(python)
        (self.bin / "python3").chmod(0o755)
        self.log.write_text("")
        return subprocess.run(
            ["sh", str(self.checkout / "script/bootstrap"), "requirements.txt"],
            env={"PATH": str(self.bin), "LOG": str(self.log)},
            cwd="/",
            capture_output=True,
            text=True,
        )

    @property
    def installed(self) -> bool:
        """Whether the last run installed packages."""
        return "pip install" in self.log.read_text()


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


@pytest.mark.parametrize(
    ("python", "said"),
    [
        (TOO_OLD, "writethru: Python 3.11 or newer is needed"),
        (WITHOUT_VENV, "writethru: Python's venv module is missing: install it with apt-get install -y python3-venv"),
        (WITHOUT_NETWORK, "writethru: the packages of requirements.txt could not be installed"),
    ],
    ids=["too old", "no venv", "no network"],
)
def test_what_is_missing_is_said_in_one_line(machine, python, said):
    stopped = machine.run(python)
    assert stopped.returncode == 1
    assert stopped.stderr.startswith(said)
    assert stopped.stderr.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root can write anywhere: run the tests as another user")
def test_a_folder_that_cannot_be_written_is_named(machine):
    machine.checkout.chmod(0o555)
    stopped = machine.run(WHOLE)
    machine.checkout.chmod(0o755)
    assert stopped.returncode == 1
    assert stopped.stderr.startswith(f"writethru: cannot write in {machine.checkout}")


def test_packages_are_installed_once(machine):
    assert machine.run(WHOLE).returncode == 0
    assert machine.installed
    assert machine.run(WHOLE).returncode == 0
    assert not machine.installed


def test_a_changed_list_is_installed_again(machine):
    machine.run(WHOLE)
    (machine.checkout / "requirements.txt").write_text("django==5.2.20\n")
    machine.run(WHOLE)
    assert machine.installed


def test_an_interrupted_install_is_made_anew(machine):
    machine.run(WITHOUT_NETWORK)
    half = machine.checkout / ".venv/half"
    half.write_text("")
    assert machine.run(WHOLE).returncode == 0
    assert not half.exists()
    assert machine.installed


def test_every_script_is_plain_sh():
    for script in sorted(SCRIPTS.iterdir()):
        assert script.read_text().startswith("#!/bin/sh\n"), script.name
        assert os.access(script, os.X_OK), script.name
        subprocess.run(["sh", "-n", str(script)], check=True)
