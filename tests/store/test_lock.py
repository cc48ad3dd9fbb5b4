"""One build at a time for a folder; a lock dies with its process (BAR R04)."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from sitegen.store.lock import locked

HOLD = """
import sys, time
from pathlib import Path
from sitegen.store.lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_build_waits_and_says_for_whom(tmp_path: Path) -> None:
    out = tmp_path / "build"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(out)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    told: list[str] = []

    def waiting(pid: str) -> None:
        told.append(pid)
        holder.send_signal(signal.SIGKILL)

    with locked(out, waiting):
        assert told == [str(holder.pid)]
    holder.wait()
    holder.stdout.close()


def test_a_stale_lock_file_does_not_block(tmp_path: Path) -> None:
    out = tmp_path / "build"
    (tmp_path / ".sitegen-lock-build").write_text("99999999")
    began = time.monotonic()
    with locked(out, print):
        assert time.monotonic() - began < 1
