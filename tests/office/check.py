#!/usr/bin/env python3
"""Hands manifests to a real spreadsheet program (LibreOffice, without a window) and takes them back.

    check.py PREFLAG SOURCE_FOLDER

A sample that it saves as .xlsx and .ods must give the findings of the CSV file, and it must show the
cells of the XLSX report as they are in the JSON Lines report; so must openpyxl, where there is one, with dates as dates,
links and colours. Workbooks as openpyxl, XlsxWriter and Gnumeric write them are read like the CSV file, too.
Ends with 77, "skipped", without LibreOffice.
"""
import csv
import datetime
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    openpyxl = None
try:
    import xlsxwriter
except ImportError:
    xlsxwriter = None

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


def expect(what, found, wanted=True):
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
    with open(work / "report-Findings.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shown = {(row["Line"], row["Finding"]): row for row in rows}
    expect("rows of the report are findings of their own", len(shown), len(rows))
    findings = [(line, finding) for line in lines for finding in line["findings"]]
    for line, finding in findings:
        row = shown.pop((str(line["line"]), finding["id"]), None)
        if row is None:
            faults.append(f"{finding['id']}, {finding['rule']}: not in the sheet of findings")
            continue
        for column, wanted in (("Goods", line["goods"]), ("Severity", line["severity"]),
                               ("Message", finding["message"]), ("Limit", finding.get("limit", "")),
                               ("Rule", finding["rule"]), ("Outcome", finding["outcome"])):
            expect(f"line {line['line']}, {finding['rule']}, {column}", row[column], wanted)
    expect("rows of the report that no finding has", sorted(shown), [])
    with open(work / "report-Flagged.csv", encoding="utf-8", newline="") as file:
        flagged = list(csv.DictReader(file))
    expect("flagged lines in the report", [(row["Line"], row["Severity"], row["Score"], row["Goods"]) for row in flagged],
           [(str(line["line"]), line["severity"], str(line["score"]), line["goods"]) for line in lines])
    check_with_second_reader(work / "report.xlsx", lines)


def check_with_second_reader(path, lines):
    """Types of cells, links and colours, of which a table of texts tells nothing."""
    if openpyxl is None:
        print("without openpyxl (python3-openpyxl): types, links and colours are not looked at")
        return
    book = openpyxl.load_workbook(path)
    expect("sheets", book.sheetnames, ["Flagged", "Findings", "Not assessable", "Rejected", "Near misses", "Summary",
                                       "Laws"])
    flagged, laws = book["Flagged"], book["Laws"]
    columns = {cell.value: place for place, cell in enumerate(flagged[1])}
    expect("rows", flagged.max_row, 1 + len(lines))
    expect("filters", bool(flagged.auto_filter.ref))
    expect("the frozen row", flagged.freeze_panes, "A2")
    for line, row in zip(lines, flagged.iter_rows(min_row=2)):
        cell = lambda name: row[columns[name]]
        what = f"line {line['line']}"
        expect(f"{what}, score", cell("Score").value, line["score"])
        expect(f"{what}, findings", cell("Findings").value, len(line["findings"]))
        expect(f"{what}, rule", cell("Rule").value, line["findings"][0]["rule"])
        expect(f"{what}, a date", isinstance(cell("Report by").value, datetime.datetime))
        expect(f"{what}, a colour", cell("Severity").fill.fgColor.rgb not in (None, "00000000"))
        place = cell("Rule").hyperlink.location.split("!")[1]
        expect(f"{what}, where its link leads", laws[place].value, cell("Rule").value)
    formulas = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    expect("formulas", formulas, [])


def typed_rows():
    """The German manifest as spreadsheet programs hold it: numbers and dates as such."""
    for number, row in enumerate(csv.reader(io.StringIO(GERMAN), delimiter=";")):
        if number == 0:
            yield row
        else:
            day = datetime.datetime.strptime(row[1], "%d.%m.%Y")
            yield [row[0], day, *row[2:4], int(row[4]), float(row[5].replace(".", "").replace(",", ".")), row[6]]


def write_by_openpyxl(path):
    book = openpyxl.Workbook()
    for row in typed_rows():
        book.active.append(row)
    book.save(path)


def write_by_xlsxwriter(path, **options):
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy", **options})
    sheet = book.add_worksheet("Bestellungen")
    for number, row in enumerate(typed_rows()):
        sheet.write_row(number, 0, row)
    book.close()


def write_by_gnumeric(path):
    subprocess.run(["ssconvert", str(path.with_name("typed.xlsx")), str(path)], check=True, capture_output=True)


def check_writers(work):
    """The same rows as each of these programs writes them."""
    writers = {"openpyxl.xlsx": openpyxl and write_by_openpyxl,
               "typed.xlsx": xlsxwriter and write_by_xlsxwriter,
               "inline.xlsx": xlsxwriter and (lambda path: write_by_xlsxwriter(path, constant_memory=True)),
               "gnumeric.xlsx": xlsxwriter and shutil.which("ssconvert") and write_by_gnumeric,
               "gnumeric.ods": xlsxwriter and shutil.which("ssconvert") and write_by_gnumeric}
    wanted = without_place(screened(work, work / "german.csv"))
    for name, write in writers.items():
        if not write:
            print(f"without what writes {name}")
            continue
        write(work / name)
        expect(name, without_place(screened(work, work / name)), wanted)


def main():
    if OFFICE is None:
        print("skipped: there is no LibreOffice (libreoffice-calc-nogui)")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        check_manifest(work, "orders", ORDERS, ENGLISH_CSV)
        check_manifest(work, "german", GERMAN, GERMAN_CSV)
        check_writers(work)
        check_report(work)
    print("\n".join(faults) or "the spreadsheet program and preflag read the same")
    return 1 if faults else 0


sys.exit(main())
