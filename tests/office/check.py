#!/usr/bin/env python3
"""Hands manifests to a real spreadsheet program (LibreOffice, without a window) and takes them back.

    check.py PREFLAG SOURCE_FOLDER

A sample that it saves as .xlsx and .ods must give the findings of the CSV file, and it must show the
cells of the XLSX report as they are in the JSON Lines report. Ends with 77, "skipped", without it.
"""
import csv
import json
import pathlib
import shutil
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ORDERS = (SOURCE / "samples/distributor-orders.csv").read_text(encoding="utf-8")
GERMAN = """Beleg;Datum;Empfänger;Warenbezeichnung;HS-Code;Nettogewicht (kg);Bestimmungsland
B-417;03.02.2026;Ostwerk GmbH;"Salpetersäure 68 %
im Kanister";28080000;1.355,90;DE
B-418;14.02.2026;M. Keller;Wasserstoffperoxid 35 %;28470000;0,75;AT
B-419;28.02.2026;Nordlack KG;Lackverdünner, acetonfrei;38140090;12.500,00;DE
B-420;28.02.2026;Nordlack KG;Aceton techn.;29141100;25.000,50;PL
"""
# Separator, quotes, UTF-8, from line 1; numbers and dates are found out, as the language writes them.
ENGLISH_CSV = "CSV:44,34,76,1,,1033,false,true"
GERMAN_CSV = "CSV:59,34,76,1,,1031,false,true"
# As above, all sheets, as they are shown.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
faults = []


def expect(what, found, wanted):
    if found != wanted:
        faults.append(f"{what}: {str(found)[:400]}, expected {str(wanted)[:400]}")


def convert(work, path, target, source_filter=None):
    """Saves `path` as another kind of file in the folder."""
    filters = [f"--infilter={source_filter}"] if source_filter else []
    subprocess.run([OFFICE, f"-env:UserInstallation=file://{work}/profile", "--headless", *filters,
                    "--convert-to", target, "--outdir", str(work), str(path)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def screened(work, path, *options):
    result = subprocess.run([str(PROGRAM), "screen", "--config", "none", "--quiet", "--format", "jsonl",
                             *options, str(path)], cwd=work, capture_output=True, check=False)
    expect(f"status of {path.name}, {result.stderr.decode()}", result.returncode, 1)
    return [json.loads(line) for line in result.stdout.splitlines()]


def without_place(lines):
    return [{key: value for key, value in line.items() if key not in ("file", "line")} for line in lines]


def check_manifest(work, name, text, source_filter):
    manifest = work / f"{name}.csv"
    manifest.write_text(text, encoding="utf-8")
    wanted = without_place(screened(work, manifest))
    expect(f"{name} has findings", bool(wanted), True)
    for kind in ("xlsx", "ods"):
        convert(work, manifest, kind, source_filter)
        found = without_place(screened(work, manifest.with_suffix("." + kind)))
        expect(f"lines of {name} as .{kind}", len(found), len(wanted))
        for found_line, wanted_line in zip(found, wanted):
            expect(f"{name} as .{kind}", found_line, wanted_line)


def check_report(work):
    manifest = work / "orders.csv"
    lines = screened(work, manifest)
    screened(work, manifest, "--output", f"xlsx:{work}/report.xlsx")
    convert(work, work / "report.xlsx", ALL_SHEETS)
    with open(work / "report-Flagged.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    findings = [(line, finding) for line in lines for finding in line["findings"]
                if finding["outcome"] != "below-limit"]
    shown = {(row["Line"], row["Finding"]): row for row in rows}
    expect("rows of the report are findings of their own", len(shown), len(rows))
    for line, finding in findings:
        row = shown.get((str(line["line"]), finding["id"]))
        if row is None:  # what is not assessable has a sheet of its own
            expect(f"outcome of {finding['rule']}, which is not shown", finding["outcome"], "undetermined")
            continue
        for column, wanted in (("Goods", line["goods"]), ("Severity", line["severity"]),
                               ("Message", finding["message"]), ("Limit", finding.get("limit", "")),
                               ("Rule", finding["rule"]), ("Score", str(line["score"]))):
            expect(f"line {line['line']}, {finding['rule']}, {column}", row[column], wanted)
    compared = {(str(line["line"]), finding["id"]) for line, finding in findings} & shown.keys()
    expect("rows of the report that no finding has", sorted(shown.keys() - compared), [])
    expect("flagged lines in the report", {row["Line"] for row in rows}, {str(line["line"]) for line in lines})


def main():
    if OFFICE is None:
        print("skipped: there is no LibreOffice (libreoffice-calc-nogui)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        check_manifest(work, "orders", ORDERS, ENGLISH_CSV)
        check_manifest(work, "german", GERMAN, GERMAN_CSV)
        check_report(work)
    print("\n".join(faults) or "the spreadsheet program and preflag read the same")
    return 1 if faults else 0


sys.exit(main())
