#!/usr/bin/env python3
"""What a class writes into the image of the rules must be all of its members: one that is forgotten
would be empty in runs that start from the image. Prints a line for each that is not written.

    serialised.py SOURCE_FOLDER

Structs of public members are written whole, without a list (knowledge/aggregate_members.h).
Memories of answers (std::shared_ptr<Memory>) are no knowledge and are not written.
"""
import pathlib
import re
import sys

CLASS = re.compile(r"^class (\w+)[^;{]*\{(.*?)^\};", re.M | re.S)
LIST = re.compile(r"void serialize\(Archive& archive\) \{\s*archive\(([^;]*)\);")
MEMBER = re.compile(r"^    (?!return|using|friend)[\w:<>][^()\n;]*?\b([a-z]\w*_)\b", re.M)
MORE = re.compile(r", ([a-z]\w*_)\b")

for path in sorted(pathlib.Path(sys.argv[1], "lib").rglob("*.h")):
    for name, body in CLASS.findall(path.read_text()):
        written = LIST.search(body)
        if not written:
            continue
        members = set()
        for line in body.rsplit("  private:", 1)[-1].splitlines():
            if "std::shared_ptr<Memory>" in line:
                continue
            if found := MEMBER.match(line):
                members |= {found[1], *MORE.findall(line.split("=")[0].split("///")[0])}
        for member in sorted(members - set(re.findall(r"\w+_\b", written[1]))):
            print(f"{path}: serialize of {name} leaves out {member}")
