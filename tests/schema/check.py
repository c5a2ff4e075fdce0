#!/usr/bin/env python3
"""Validates what the program writes against the schemas that it ships.

    check.py PREFLAG SOURCE_FOLDER

Covers the JSON report, every line of the JSON Lines report, the summary, the reading of
`identify --format json`, and the columns of the CSV report and of the rejects file. A schema that
accepts anything would be of no use, so each one must also refuse a damaged document.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

import jsonschema

warnings.filterwarnings("ignore", category=DeprecationWarning)  # RefResolver, in newer versions

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SCHEMAS = SOURCE / "rules" / "schema"
SAMPLES = sorted(str(path) for path in (SOURCE / "samples").iterdir()
                 if path.suffix in (".csv", ".txt", ".yaml"))
TEXTS = [
    ["Hydrogen peroxide 35 % w/w, 4 x 25 kg", "--cas", "7722-84-1", "--un", "2014"],
    ["acetone-free nail varnish remover"],
    ["Ammonium nitrate 34-0-0, 24 MT big bags", "--hs", "31023090"],
    ["Salpeters\u00e4ure 65 %, 1000 l IBC"],
    ["cotton shirts"],
]
faults = []


def load(name):
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


BASE = "https://schema.invalid/"


def with_absolute_references(node, name):
    """References between the schemas are relative; versions of the validator differ about those."""
    if isinstance(node, list):
        return [with_absolute_references(item, name) for item in node]
    if not isinstance(node, dict):
        return node
    whole = {key: with_absolute_references(value, name) for key, value in node.items()}
    if "$ref" in whole:
        whole["$ref"] = BASE + (name if whole["$ref"].startswith("#") else "") + whole["$ref"]
    return whole


STORE = {BASE + path.name: with_absolute_references(
             {**load(path.name), "$id": BASE + path.name}, path.name)
         for path in SCHEMAS.glob("*.schema.json")}


def validator(name):
    schema = STORE[BASE + name]
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver(BASE + name, schema, store=STORE)
    return jsonschema.Draft202012Validator(schema, resolver=resolver)


def check(what, document, schema):
    for error in validator(schema).iter_errors(document):
        faults.append(f"{what}: {schema}: {'/'.join(map(str, error.absolute_path))}: "
                      f"{error.message[:300]}")


def refuse(what, document, schema):
    if validator(schema).is_valid(document):
        faults.append(f"{schema} accepts {what}")


def run(*words, expected=(0, 1)):
    done = subprocess.run([PROGRAM, *words], capture_output=True, check=False,
                          stdin=subprocess.DEVNULL)
    if done.returncode not in expected:
        faults.append(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def check_csv(path, metadata):
    columns = load(metadata)["tableSchema"]["columns"]
    with open(path, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    names = [column["name"] for column in columns]
    if rows[0] != names:
        faults.append(f"{metadata}: the columns are {rows[0]}, documented are {names}")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(names):
            faults.append(f"{metadata}: row {number} has {len(row)} cells")
        for column, cell in zip(columns, row):
            if column["datatype"] in ("integer", "number") and cell:
                float(cell)
    return len(rows) - 1


def check_reports(folder):
    report, lines = folder / "report.json", folder / "report.jsonl"
    table, summary, rejects = folder / "report.csv", folder / "summary.json", folder / "rejects.csv"
    counts = folder / "counts.json"
    damaged = str(SOURCE / "tests/golden/data/damaged.csv")
    run("screen", *SAMPLES, damaged, "--config", "none", "--all-lines",
        "--quiet", "--output", str(report), "--output", str(lines), "--output", str(table),
        "--summary", str(summary), "--rejects", str(rejects), "--by", "substance,route,day",
        "--counts", str(counts), expected=(1, 3))
    document = json.loads(report.read_text(encoding="utf-8"))
    check("report", document, "report.schema.json")
    items = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    if items != document["lines"]:
        faults.append("the JSON Lines report differs from the lines of the JSON report")
    for item in items:
        check(f"line {item['line']}", item, "line.schema.json")
    said = json.loads(summary.read_text(encoding="utf-8"))
    check("summary", said, "summary.schema.json")
    counted = json.loads(counts.read_text(encoding="utf-8"))
    check("counts", counted, "counts.schema.json")
    if {"schema": "preflag-counts/1", **said["counts"]} != counted:
        faults.append("the summary and --counts count differently")
    refuse("counts by nothing", {**counted, "by": []}, "counts.schema.json")
    findings = sum(max(1, len(item["findings"])) for item in items)
    if check_csv(table, "report.csv-metadata.json") != findings:
        faults.append("the CSV report has not one row a finding")
    if check_csv(rejects, "rejects.csv-metadata.json") < 1:
        faults.append("the damaged manifest has no rejected line")
    refuse("a report without its run", {**document, "run": None}, "report.schema.json")
    refuse("a line without number", {**items[0], "line": "17"}, "line.schema.json")
    refuse("a summary without counts", {"version": "1"}, "summary.schema.json")


def check_settled(folder):
    """What is let pass: keys and columns that other runs do not have."""
    report, summary, table = folder / "let.json", folder / "let-summary.json", folder / "let.csv"
    data = SOURCE / "tests/golden/data/licences"
    run("screen", str(data / "manifest.csv"), "--licences", str(data / "licences.yaml"),
        "--decisions", str(SOURCE / "tests/golden/data/decisions/decisions.jsonl"), "--config", "none",
        "--quiet", "--show-suppressed", "--output", str(report), "--output", str(table),
        "--summary", str(summary))
    document = json.loads(report.read_text(encoding="utf-8"))
    check("report with licences", document, "report.schema.json")
    check("summary with licences", json.loads(summary.read_text(encoding="utf-8")),
          "summary.schema.json")
    for record in (SOURCE / "tests/golden/data/decisions/decisions.jsonl").read_text(
            encoding="utf-8").splitlines():
        check("decision", json.loads(record), "decision.schema.json")
    refuse("a decision without who", {"finding": "0" * 16, "decision": "cleared"},
           "decision.schema.json")
    if not any(line.get("cleared") for line in document["lines"]):
        faults.append("no line of the report with licences was cleared")
    names = [column["name"] for column in
             load("report.csv-metadata.json")["tableSchema"]["columns"]]
    with open(table, encoding="utf-8", newline="") as stream:
        if next(csv.reader(stream)) != names + ["state", "because", "remarks"]:
            faults.append("the columns of the CSV report with licences are not as documented")


def check_readings():
    for words in TEXTS:
        reading = json.loads(run("identify", *words, "--config", "none", "--format", "json"))
        check(" ".join(words), reading, "reading.schema.json")
    check("version", json.loads(run("version", "--json")), "version.schema.json")
    refuse("a version without number", {"version": "new"}, "version.schema.json")
    refuse("a reading without substances", {"schema": "preflag-reading/1"}, "reading.schema.json")


with tempfile.TemporaryDirectory() as place:
    check_reports(pathlib.Path(place))
    check_settled(pathlib.Path(place))
check_readings()
for fault in faults:
    print(fault)
if not faults:
    print("every document is as its schema says")
sys.exit(1 if faults else 0)
