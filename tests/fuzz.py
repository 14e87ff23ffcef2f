"""Damaged workbooks without end: `make fuzz` gives them to the command line and stops at the first that it cannot bear.

Each is made from a seed, so that what was found can be made again: `python -m tests.fuzz --first 1234 --minutes 1`.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from analysis.settings import ROOT
from tests.intake.test_mutated import MADE, scrambled
from tests.making import repacked

DATA = ROOT / "data"
REAL = {"xlsx": (DATA / "sample_activity.xlsx").read_bytes(), **MADE}
A_TIME = 20
"""So many files are given to one command: starting it costs more than reading them."""


def damaged(seed: int) -> tuple[str, bytes]:
    """A file's name and bytes: changed as a whole, or in parts of its package, or cut short."""
    chance = random.Random(seed)
    form = chance.choice(sorted(REAL))
    data = chance.choice([REAL[form], MADE[form]])
    match chance.randrange(4 if form in ("xlsx", "ods") else 2):
        case 0:
            data = scrambled(data, chance)
        case 1:
            data = data[: chance.randrange(len(data))]
        case _:
            share = chance.random()
            data = repacked(data, lambda _, part: scrambled(part, chance) if part and chance.random() < share else part)
    return f"{seed}.{chance.choice([form, 'csv', 'xls', 'xlsb'])}", data


def given(paths: list[Path], *flags: str) -> str:
    """What is wrong with how the command ends; empty where nothing is."""
    command = [sys.executable, "-m", "analysis", "check", *map(str, paths), "--json", *flags]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    if ended.returncode not in (0, 1, 2) or "Traceback" in ended.stdout + ended.stderr:
        return f"exit status {ended.returncode}\n{ended.stderr[-3000:]}"
    try:
        return "" if json.loads(ended.stdout)["status"] in ("ok", "issues", "refused") else ended.stdout[:500]
    except ValueError:
        return f"no JSON: {ended.stdout[:500]}"


def main() -> int:
    """Give damaged files until the time is over; 1 where one was too much, after saying which."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--first", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    end, seed = time.monotonic() + wanted.minutes * 60, wanted.first
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            files = [damaged(each) for each in range(seed, seed + A_TIME)]
            paths = [Path(folder, name) for name, _ in files]
            for path, (_, data) in zip(paths, files, strict=True):
                path.write_bytes(data)
            # All together, then one of them with its marked copy: a refused file would end the others' reading.
            for each in (paths, [paths[0]], [paths[1]]):
                flags = ["--annotate", str(Path(folder, "copy.xlsx"))] if len(each) == 1 else []
                if wrong := given(each, *flags):
                    print(f"{', '.join(path.name for path in each)}: {wrong}")
                    return 1
            seed += A_TIME
    print(f"{seed - wanted.first} damaged files from seed {wanted.first} on: each ended as it should")
    return 0


if __name__ == "__main__":
    sys.exit(main())
