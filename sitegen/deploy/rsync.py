"""Publishing to a server with rsync: all new files first beside the old ones, then moved, then what is gone.

A connection that breaks leaves the old files in their place (`--delay-updates`, `--delete-after`).
"""

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sitegen.deploy.target import EXTRAS, STAMP, DeployError, Standing, standing_of
from sitegen.store.publish import MANIFEST
from sitegen.structs import Struct

PATIENCE = 1800.0
_GONE = 23
"""rsync's code for "some files were not there": so it says that a file to fetch does not exist."""


class Server(Struct, frozen=True):
    """A folder as rsync names it: `user@host:/folder`, `rsync://host/module/folder` or a local one."""

    address: str

    @property
    def name(self) -> str:
        """The address, with one slash at its end."""
        return self.address.rstrip("/") + "/"

    def standing(self) -> Standing | None:
        """What stands there, by the bytes of its manifest and stamp."""
        with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
            here = Path(folder)
            for name in (MANIFEST, STAMP):
                self._rsync("-t", self.name + name, f"{here}/", missing=True)
            manifest = here / MANIFEST
            if manifest.is_file():
                stamped = here / STAMP
                return standing_of(manifest.read_bytes(), stamped.read_bytes() if stamped.is_file() else b"")
        listed = self._rsync("--list-only", self.name, missing=True).splitlines()
        names = [line.split()[-1] for line in listed if line.strip()]
        if any(name != "." for name in names):
            raise DeployError("not-ours-folder", target=self.name)
        return None

    def files(self) -> Mapping[str, bytes]:
        """The site's files as they stand there."""
        with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
            self._rsync("-r", self.name, f"{folder}/")
            found = {
                path.relative_to(folder).as_posix(): path.read_bytes()
                for path in Path(folder).rglob("*")
                if path.is_file() and not path.is_symlink()
            }
        return {name: data for name, data in found.items() if name not in EXTRAS}

    def put(self, files: Mapping[str, bytes], over: Standing | None) -> str:
        """Send the files; what is the same already is not sent again."""
        now = self.standing()
        if (now.id if now else "") != (over.id if over else ""):
            raise DeployError("overtaken", target=self.name)
        with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
            for name, data in files.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            self._rsync(
                *("-r", "--checksum", "--delete-after", "--delay-updates", "--chmod=D755,F644", "--mkpath"),
                f"{folder}/",
                self.name,
            )
        put = self.standing()
        return put.id if put else ""

    def _rsync(self, *arguments: str, missing: bool = False) -> str:
        """Run rsync. Raises `DeployError`; with `missing` a file or folder that is not there is no fault."""
        try:
            done = subprocess.run(
                ["rsync", "--protect-args", *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE,
                check=False,
            )
        except FileNotFoundError as absent:
            raise DeployError("no-program", fault=True, program="rsync") from absent
        except subprocess.TimeoutExpired as hanging:
            raise DeployError("unreachable", fault=True, target=self.name, fault_text="timeout") from hanging
        if done.returncode == 0 or (missing and done.returncode == _GONE):
            return done.stdout
        line = next((one for one in done.stderr.splitlines() if one.strip()), str(done.returncode))
        raise DeployError("unreachable", fault=True, target=self.name, fault_text=line)
