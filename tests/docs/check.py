#!/usr/bin/env python3
"""What README.md and docs/ show is what the program does.

    check.py PREFLAG SOURCE_FOLDER [--write]

In a ```console block, what stands behind "$ " is run and must print what follows, line by line; a
line "..." stands for any number of lines. In a ```sh block each preflag command is run and must end
with 0 or 1; those of `./dev` must be tasks that `./dev help` lists. A ```yaml block whose text before
names a file of `my-rules` becomes that file. docs/laws.md holds the table of `preflag rules list
--table` (--write writes it). Commands run in a folder that holds the samples and the files of
tests/docs/fixtures, and orders.xlsx. Links to other pages must lead somewhere.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PAGES = [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
faults = []


def run(command, folder):
    environment = {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                   "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "none")}
    return subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def matches(expected, printed):
    """Whether the lines are the same, with "..." for any number of lines."""
    if not expected:
        return not printed
    if expected[0] == "...":
        return any(matches(expected[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and expected[0] == printed[0] and matches(expected[1:], printed[1:])


def check_console(page, text, folder):
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        printed = run(command, folder).stdout
        if not matches(expected.splitlines(), printed.splitlines()):
            faults.append(f"{page}: \"{command}\" prints otherwise:\n{printed}")


def commands_of(text):
    joined = re.sub(r"\\\n\s*", " ", text)
    return [re.sub(r"\s+#.*", "", line) for line in joined.splitlines()]


def check_shell(page, text, folder):
    for command in commands_of(text):
        if command.startswith("./dev "):
            tasks = (SOURCE / "dev").read_text(encoding="utf-8")
            if not re.search(rf"^\s+{command.split()[1]}\b", tasks, re.M):
                faults.append(f"{page}: there is no task \"{command}\"")
        elif command.startswith("preflag "):
            result = run(command, folder)
            if result.returncode not in (0, 1):
                faults.append(f"{page}: \"{command}\" ends with {result.returncode}:\n{result.stderr}")


def check_links(page, text):
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        if not (page.parent / link).exists():
            faults.append(f"{page}: leads to {link}, which is not there")


def sandbox(folder):
    shutil.copytree(SOURCE / "samples", folder / "samples")
    shutil.copytree(SOURCE / "tests" / "docs" / "fixtures", folder, dirs_exist_ok=True)
    subprocess.run([sys.executable, SOURCE / "tests/workbooks/make.py", "order-book", f"{folder}/orders.xlsx"],
                   check=True)
    for page in PAGES:
        for file, text in re.findall(r"`(my-rules/[\w/-]+\.yaml)`:\n\n```yaml\n(.*?)^```$",
                                     page.read_text(encoding="utf-8"), re.M | re.S):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")


    run("preflag screen manifest.csv --output last-night.jsonl", folder)


def check_laws(folder):
    page = SOURCE / "docs" / "laws.md"
    before = page.read_text(encoding="utf-8")
    table = run("preflag rules list --table", folder).stdout
    wanted = before[:before.index("\n|") + 1] + table
    if "--write" in sys.argv:
        page.write_text(wanted, encoding="utf-8")
    elif wanted != before:
        faults.append(f"{page}: not the table of today's packs; {sys.argv[0]} --write renews it")


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    sandbox(place)
    check_laws(place)
    for page in PAGES:
        content = page.read_text(encoding="utf-8")
        check_links(page, content)
        for kind, block in BLOCK.findall(content):
            if kind == "console":
                check_console(page, block, place)
            elif kind == "sh":
                check_shell(page, block, place)
print("\n".join(faults) or "the pages show what the program does")
sys.exit(1 if faults else 0)
