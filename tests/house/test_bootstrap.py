"""Making the environment: whatever Python a machine has, and exactly the packages of the lock."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PLAIN_TOOLS = ("sh", "dirname", "cat", "cksum", "rm", "mkdir", "env", "uname")
ELSEWHERE = re.compile(r"(?<=\s)(/opt/|/usr/|/Library/)")
SENTENCE = (
    "Kring needs Python 3.11 or newer; on Debian: sudo apt-get install python3 python3-venv, "
    "on macOS: brew install python\n"
)
UV = """#!/bin/sh
case "$1 $2" in
  "--version ") ;;
  "python install") exit {can_fetch} ;;
  "python find") echo {python} ;;
  "pip install") for last in "$@"; do :; done; echo "$last" >> {diary}; exit {can_install} ;;
esac
"""


class Machine:
    """A computer with only what a scene puts on it, and a fresh copy of the house."""

    def __init__(self, folder: Path):
        self.folder, self.house, self.path = folder, folder / "house", folder / "path"
        (self.house / "bin").mkdir(parents=True)
        self.path.mkdir()
        for tool in PLAIN_TOOLS:
            (self.path / tool).symlink_to(shutil.which(tool))
        script = (ROOT / "bin" / "bootstrap").read_text()
        self.write("house/bin/bootstrap", ELSEWHERE.sub(rf"{folder}/nowhere\1", script))
        for lock in LOCKS:
            self.lock(lock, "")

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def lock(self, name: str, text: str) -> None:
        (self.house / name).write_text(text)

    def with_python(self) -> "Machine":
        self.write("path/python3", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        return self

    def with_uv(self, can_install: bool = True, can_fetch: bool = False) -> "Machine":
        diary = self.folder / "diary"
        self.write(
            "path/uv",
            UV.format(
                can_install=int(not can_install), can_fetch=int(not can_fetch), python=sys.executable, diary=diary
            ),
        )
        return self

    def installed(self) -> list[str]:
        """The lock files that uv was asked to install, in that order."""
        diary = self.folder / "diary"
        return diary.read_text().split() if diary.exists() else []

    def bootstrap(self, *arguments: str, **env: str) -> subprocess.CompletedProcess:
        bare = {"PATH": str(self.path), "HOME": str(self.folder), **env}
        command = [self.house / "bin" / "bootstrap", *arguments]
        return subprocess.run(command, env=bare, capture_output=True, text=True, cwd=self.folder)

    def python_works(self) -> bool:
        return subprocess.run([self.house / ".venv/bin/python", "-c", ""]).returncode == 0


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


def a_wheel(folder: Path) -> str:
    """Makes a package of one file, and returns the checksum a lock should hold."""
    info = "teapot-1.0.dist-info"
    files = {
        "teapot.py": "short = stout = True\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: teapot\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text)}"
        for name, text in files.items()
    ]
    with zipfile.ZipFile(wheel := folder / "teapot-1.0-py3-none-any.whl", "w") as archive:
        for name, text in {**files, f"{info}/RECORD": "\n".join([*rows, f"{info}/RECORD,,"])}.items():
            archive.writestr(name, text)
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_path(lock):
    assert not re.search(r"://|file:|--index|--extra-index|--find-links", (ROOT / lock).read_text())


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock):
    packages = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_the_locks_hold_what_the_house_asks_for():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {LOCKS[0]: asked["project"]["dependencies"], LOCKS[1]: asked["dependency-groups"]["dev"]}
    for lock, requirements in wanted.items():
        locked = dict(re.findall(r"^([\w.-]+)==([^ ;]+)", (ROOT / lock).read_text(), re.MULTILINE))
        for requirement in map(Requirement, requirements):
            assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)])


def test_a_test_runs_on_the_very_versions_the_house_runs_on():
    runtime, dev = (set(re.findall(r"^\S+==[^ ;]+", (ROOT / lock).read_text(), re.MULTILINE)) for lock in LOCKS)
    assert runtime - dev == set()


def test_a_machine_without_python_is_told_what_to_do_in_one_sentence(machine):
    answer = machine.bootstrap()
    assert (answer.returncode, answer.stderr) == (1, SENTENCE)


def test_a_python_that_is_too_old_or_only_a_name_does_not_count(machine):
    for name, behaviour in {"python3.14": "exit 127", "python3": "exit 1"}.items():
        machine.write(f"path/{name}", f"#!/bin/sh\necho not this one >&2\n{behaviour}\n")
    answer = machine.bootstrap()
    assert (answer.returncode, answer.stderr) == (1, SENTENCE)


def test_a_chosen_python_that_will_not_do_is_named(machine):
    answer = machine.with_python().bootstrap(PYTHON="python2")
    assert (answer.returncode, answer.stderr) == (1, "PYTHON=python2 is not a complete Python 3.11 or newer.\n")


@pytest.mark.parametrize(
    "place", [".pyenv/versions/3.13.0", ".asdf/installs/python/3.12.4", ".local/share/mise/installs/python/3.11"]
)
def test_a_python_of_a_version_manager_is_found(machine, place):
    (machine.folder / place / "bin").mkdir(parents=True)
    machine.write(f"{place}/bin/python3", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    assert machine.with_uv().bootstrap().returncode == 0
    assert machine.python_works()


def test_uv_brings_a_python_where_there_is_none(machine):
    assert machine.with_uv(can_fetch=True).bootstrap().returncode == 0
    assert machine.python_works()


def test_a_python_that_can_make_no_environment_names_the_missing_package(machine):
    bare = f'#!/bin/sh\ncase $* in *ensurepip* | *pip*) exit 1 ;; esac\nexec {sys.executable} "$@"\n'
    real = machine.write("path/bare-python", bare)
    machine.write(
        "path/python3", f'#!/bin/sh\ncase $2 in *_base_executable*) echo {real} ;; *) exec {real} "$@" ;; esac\n'
    )
    answer = machine.bootstrap()
    assert answer.returncode == 1
    assert answer.stderr == f"{real} can make no environment; on Debian: sudo apt-get install python3-venv\n"


def test_an_environment_that_was_left_half_made_is_made_again(machine):
    (machine.house / ".venv/bin").mkdir(parents=True)
    (machine.house / ".venv/bin/python").symlink_to("/nowhere/python3")
    assert machine.with_python().with_uv().bootstrap().returncode == 0
    assert machine.python_works()


def test_an_environment_whose_python_has_gone_is_made_again(machine):
    machine.with_python().with_uv().bootstrap()
    (machine.house / ".venv/bin/python").unlink()
    assert machine.bootstrap().returncode == 0
    assert machine.python_works()


def test_a_second_start_installs_nothing(machine):
    machine.with_python().with_uv().bootstrap("dev")
    machine.bootstrap("dev")
    machine.bootstrap()
    assert machine.installed() == ["requirements-dev.txt"]


def test_what_tests_need_comes_on_top_of_what_runs(machine):
    machine.with_python().with_uv().bootstrap()
    (machine.house / ".venv/kept").touch()
    machine.bootstrap("dev")
    assert machine.installed() == list(LOCKS)
    assert (machine.house / ".venv/kept").exists()


def test_a_new_lock_renews_the_environment_of_a_developer_whole(machine):
    machine.with_python().with_uv().bootstrap("dev")
    machine.lock("requirements.txt", "# another\n")
    machine.bootstrap()
    assert machine.installed() == ["requirements-dev.txt", "requirements-dev.txt"]


def test_a_house_that_moved_gets_its_own_environment(machine):
    machine.with_python().with_uv().bootstrap()
    machine.house = machine.house.rename(machine.folder / "other house")
    machine.bootstrap()
    assert str(machine.house) in (machine.house / ".venv/bin/activate").read_text()


def test_pip_takes_over_where_uv_fails_and_refuses_a_package_with_another_hash(machine):
    good = a_wheel(machine.folder)
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(machine.folder), "PIP_CONFIG_FILE": os.devnull}
    machine.with_python().with_uv(can_install=False)
    machine.lock("requirements.txt", f"teapot==1.0 --hash=sha256:{'0' * 64}\n")
    assert "DO NOT MATCH THE HASHES" in machine.bootstrap(**offline).stderr
    assert not (machine.house / ".venv/.stamp").exists()
    machine.lock("requirements.txt", f"teapot==1.0 --hash=sha256:{good}\n")
    assert machine.bootstrap(**offline).returncode == 0
    subprocess.run([machine.house / ".venv/bin/python", "-c", "import teapot"], check=True)
