#!/usr/bin/env python3
"""Holds SARIF, metrics and workbooks against the JSON Lines report of the same run.

    check_formats.py PREFLAG SOURCE_FOLDER

With SARIF_SCHEMA=FILE the published schema is asked, too; `promtool` and openpyxl are asked where they
are there. tests/office asks LibreOffice.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
NAME = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
faults = []


def expect(what, found, wanted=True):
    if found != wanted:
        faults.append(f"{what}: {str(found)[:500]}, expected {str(wanted)[:500]}")


def screen(folder, jobs):
    data = SOURCE / "tests/golden/data"
    names = {form: folder / f"report{jobs}.{form}" for form in ("jsonl", "sarif", "xlsx", "html", "prom")}
    formula = folder / "formula.csv"
    formula.write_text("description,cas,consignee\n=1+1 nitric acid 65 %,7697-37-2,@SUM(A1)\n",
                       encoding="utf-8")
    done = subprocess.run(
        [PROGRAM, "screen", *(str(SOURCE / "samples" / name) for name in ("distributor-orders.csv", "shipments.yaml")),
         str(data / "damaged.csv"), str(formula), str(data / "licences/manifest.csv"),
         "--licences", str(data / "licences/licences.yaml"), "--show-suppressed",
         "--config", "none", "--quiet", "--max-rejects", "1000", f"--jobs={jobs}", "--fail-on", "never",
         *(word for path in names.values() for word in ("--output", path))],
        check=False, stdin=subprocess.DEVNULL)
    expect("status of the run", done.returncode, 0)
    return names


def check_sarif(path, lines):
    document = json.loads(path.read_text(encoding="utf-8"))
    run = document["runs"][0]
    findings = [(finding, line) for line in lines for finding in line["findings"]]
    expect("SARIF version", document["version"], "2.1.0")
    expect("SARIF fingerprints", [one["partialFingerprints"]["preflagFinding/v1"] for one in run["results"]],
           [finding["id"] for finding, _ in findings])
    rules = run["tool"]["driver"]["rules"]
    for result, (finding, line) in zip(run["results"], findings):
        expect("SARIF rule", result["ruleId"].startswith(rules[result["ruleIndex"]]["id"]))
        expect("SARIF suppression", "suppressions" in result, "cleared_by" in finding)
        expect("SARIF kind", result["kind"], "open" if finding["outcome"] == "undetermined" else "fail")
        expect("SARIF level of what is open", result["level"] == "none", result["kind"] == "open")
        expect("SARIF place", result["locations"][0]["physicalLocation"]["region"]["startLine"], line["line"])
    if os.environ.get("SARIF_SCHEMA"):
        import jsonschema
        schema = json.loads(pathlib.Path(os.environ["SARIF_SCHEMA"]).read_text(encoding="utf-8"))
        for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(document):
            faults.append(f"SARIF schema: {list(error.absolute_path)}: {error.message[:300]}")


def check_metrics(path):
    text = path.read_text(encoding="utf-8")
    expect("the metrics end with a line break", text.endswith("\n"))
    described, seen = set(), set()
    for row in text.splitlines():
        if row.startswith("# TYPE "):
            described.add(row.split()[2])
            continue
        if row.startswith("# HELP "):
            continue
        sample = re.fullmatch(r'(preflag_[a-z_]+)(\{[a-z_]+="[^"\n]*"(?:,[a-z_]+="[^"\n]*")*\})? (-?[0-9.e+-]+)', row)
        expect(f"a sample: {row}", bool(sample))
        if sample:
            expect(f"described: {row}", sample[1] in described)
            expect(f"once: {row}", (sample[1], sample[2]) in seen, False)
            seen.add((sample[1], sample[2]))
    if shutil.which("promtool"):
        done = subprocess.run(["promtool", "check", "metrics"], input=text, text=True, capture_output=True,
                              check=False)
        expect("promtool", (done.returncode, done.stdout + done.stderr), (0, ""))


def cells_of(archive, number):
    """The rows of a sheet; a number is a float, a text a string."""
    rows = []
    for row in ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml")).iter(NAME + "row"):
        cells = {}
        for cell in row.iter(NAME + "c"):
            column = re.match("[A-Z]+", cell.get("r"))[0]
            expect("a formula", cell.find(NAME + "f"), None)
            if cell.get("t") == "inlineStr":
                cells[column] = "".join(part.text or "" for part in cell.iter(NAME + "t"))
            elif cell.find(NAME + "v") is not None:
                cells[column] = float(cell.find(NAME + "v").text)
        rows.append(cells)
    return rows


def check_workbook(path, lines):
    findings = [(finding, line) for line in lines for finding in line["findings"]]
    with zipfile.ZipFile(path) as archive:
        sheets = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        flagged, rejected = (cells_of(archive, sheets.index(name) + 1) for name in ("Findings", "Rejected"))
    expect("sheets", sheets, ["Flagged", "Findings", "Not assessable", "Rejected", "Near misses", "Summary", "Laws"])
    heads = {text: column for column, text in flagged[0].items()}
    expect("rows of the workbook", len(flagged) - 1, len(findings))
    for row, (finding, line) in zip(flagged[1:], findings):
        for head, wanted in (("Finding", finding["id"]), ("Line", float(line["line"])),
                             ("Message", finding["message"]),
                             ("Goods", line["goods"].strip() and line["goods"]),
                             ("Margin", None if finding["margin"] is None else finding["margin"])):
            found = row.get(heads[head])
            if isinstance(wanted, float) and isinstance(found, float):
                expect(f"cell {head}", abs(found - wanted) < 1e-3)
            elif wanted or found:
                expect(f"cell {head}", found, wanted)
    expect("rejected lines are there", len(rejected) > 1)
    try:
        import openpyxl
    except ImportError:
        return
    book = openpyxl.load_workbook(path, read_only=True)
    expect("rows in openpyxl", sum(1 for _ in book["Findings"].iter_rows()), len(flagged))


with tempfile.TemporaryDirectory() as place:
    once, again = (screen(pathlib.Path(place), jobs) for jobs in (1, 4))
    for form in ("jsonl", "sarif", "xlsx", "html"):
        expect(f"{form} is the same for four threads", once[form].read_bytes() == again[form].read_bytes())
    reported = [json.loads(line) for line in once["jsonl"].read_text(encoding="utf-8").splitlines()]
    check_sarif(once["sarif"], reported)
    check_metrics(once["prom"])
    check_workbook(once["xlsx"], reported)
for fault in faults[:50]:
    print(fault)
if not faults:
    print("SARIF, metrics and workbook say what the JSON Lines say")
sys.exit(1 if faults else 0)
