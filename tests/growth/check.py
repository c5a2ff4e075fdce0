#!/usr/bin/env python3
"""check.py PROGRAM CASE SIZE: does a case at the size, twice and four times the size, and fails when
a doubling takes more than LIMIT times the instructions: n log n stays below, a square takes 4 times.
Instructions are counted by the processor where the system lets a program ask, else by callgrind;
ends with 77, "skipped", where neither is there."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

LIMIT = 2.3


def by_processor(program, case, sizes):
    told = subprocess.run([program, case, *sizes], check=True, capture_output=True, text=True)
    counts = [line.split()[-1] for line in told.stdout.splitlines()]
    return [int(count) for count in counts] if "unknown" not in counts else None


def by_callgrind(program, case, sizes):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        subprocess.run(
            ["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={out}",
             program, case, *sizes],
            check=True, capture_output=True)
        dumps = [f"{out}.{number}" for number in range(1, len(sizes) + 1)]
        return [total(dump) for dump in dumps if os.path.exists(dump)]


def total(dump):
    with open(dump, encoding="utf-8") as lines:
        return int(re.search(r"^totals: (\d+)", lines.read(), re.M).group(1))


def main():
    program, case, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
    sizes = [str(size), str(2 * size), str(4 * size)]
    costs = by_processor(program, case, sizes)
    if costs is None:
        if shutil.which("valgrind") is None:
            print("skipped: neither the processor nor valgrind counts instructions here")
            return 77
        costs = by_callgrind(program, case, sizes)
    if len(costs) != len(sizes):
        print("skipped: the program was built without the header of callgrind")
        return 77
    ratios = [costs[1] / costs[0], costs[2] / costs[1]]
    for each, cost in zip(sizes, costs):
        print(f"{case} {each}: {cost} instructions")
    print("doubled:", ", ".join(f"{ratio:.2f} times" for ratio in ratios), f"(at most {LIMIT})")
    return 1 if max(ratios) > LIMIT else 0


sys.exit(main())
