#!/usr/bin/env python3
"""Whether severities are those that an officer would set: check.py PROGRAM [--table]

Every line of situations.jsonl is a manifest of one line, with the least and the most severity that
public guidance lets one expect, the reason and the guidance; they were set before they were first run.
Each is screened alone, with and without the rule on empty end uses (transaction/no-end-use), and lies
within its range both times: an order of rank must not hang on a column that most manifests lack.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SEVERITIES = ["info", "low", "medium", "high", "critical"]
WITHOUT_END_USE = """pack: without-end-use
title: Transaction indicators, but for the end use
edition: "1"
disable:
  - {rule: red-flag/no-end-use, because: "to see what hangs on it"}
"""


def screen(program, folder, situations, extra):
    """Severity and points of each line; all are of different consignees, so that they may stand in one file."""
    manifest = folder / "situations.jsonl"
    manifest.write_text("".join(json.dumps(one["line"], ensure_ascii=False) + "\n" for one in situations),
                        encoding="utf-8")
    done = subprocess.run([program, "screen", str(manifest), "--config", "none", "--all-lines",
                           "--as-of", "2026-11-24", "--output", "jsonl:-", *extra],
                          capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode > 1 or len(lines) != len(situations):
        sys.exit(f"status {done.returncode}, {len(lines)} lines of {len(situations)}\n{done.stderr}")
    return [(line["severity"] if line["findings"] else "info", line["score"]) for line in lines]


def main():
    program = sys.argv[1]
    shows_all = "--table" in sys.argv
    situations = [json.loads(line) for line in
                  (pathlib.Path(__file__).parent / "situations.jsonl").read_text(encoding="utf-8").splitlines()]
    faults = open_ones = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pack = folder / "rules" / "red-flags"
        pack.mkdir(parents=True)
        (pack / "without.yaml").write_text(WITHOUT_END_USE, encoding="utf-8")
        with_rule = screen(program, folder, situations, [])
        without_rule = screen(program, folder, situations, ["--rules", str(folder / "rules")])
    for situation, *told in zip(situations, with_rule, without_rule):
        least, most = (SEVERITIES.index(situation[end]) for end in ("least", "most"))
        outside = not all(least <= SEVERITIES.index(severity) <= most for severity, _ in told)
        # What is known to lie outside must be told here as long as it does.
        faults += outside != ("open" in situation)
        open_ones += outside and "open" in situation
        if outside or shows_all:
            print(f"{'OUTSIDE' if outside else 'within '} {situation['id']} {situation['least']}..{situation['most']}: "
                  + ", without the end use ".join(f"{severity} ({score})" for severity, score in told)
                  + f"; {situation['reason']}")
    print(f"{len(situations) - faults - open_ones} of {len(situations)} situations within their range, "
          f"{open_ones} known to lie outside")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
