#!/usr/bin/env python3
"""Writes small workbooks that hold what readers of workbooks trip over, one trap each.

    make.py NAME FILE        writes the workbook NAME to FILE
    make.py --list           the names
    make.py --rows N FILE    a sheet of N rows and 11 columns, for measurements

All names and goods are made up. Workbooks are written part by part with zipfile, in the layouts of several
programs, so that nothing but Python is needed.
"""
import io
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAKERS = {}


def workbook(make):
    MAKERS[make.__name__.replace("_", "-")] = make
    return make


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    """The parts in this order; the same bytes every time."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", method) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content)
    return memory.getvalue()


def escaped(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Raw(str):
    """XML of a cell as it stands, with {r} for its place."""


def number(value, style=0):
    return Raw(f'<c r="{{r}}" s="{style}"><v>{value}</v></c>')


def inline(text):
    return Raw(f'<c r="{{r}}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>')


class Sheet:
    def __init__(self, name, rows, state="", before="", behind="", row_attributes=None, references=True):
        self.name, self.rows, self.state = name, rows, state
        self.before, self.behind = before, behind
        self.row_attributes = row_attributes or {}
        self.references = references

    def xml(self, strings, main=MAIN, shared=True):
        out = [HEAD, f'<worksheet xmlns="{main}">', self.before, "<sheetData>"]
        for row, cells in enumerate(self.rows, 1):
            if cells is None:
                continue
            place = f' r="{row}"' if self.references else ""
            out.append(f"<row{place}{self.row_attributes.get(row, '')}>")
            for column, cell in enumerate(cells, 1):
                if cell is None:
                    continue
                at = f"{letters(column)}{row}"
                if isinstance(cell, Raw):
                    text = cell.replace("{r}", at)
                elif isinstance(cell, (int, float)):
                    text = f'<c r="{at}"><v>{cell}</v></c>'
                elif shared:
                    if cell not in strings:
                        strings[cell] = len(strings)
                    text = f'<c r="{at}" t="s"><v>{strings[cell]}</v></c>'
                else:
                    text = inline(cell).replace("{r}", at)
                out.append(text if self.references else text.replace(f' r="{at}"', ""))
            out.append("</row>")
        out += ["</sheetData>", self.behind, "</worksheet>"]
        return "".join(out)


def styles_xml(codes, main=MAIN):
    """Style 0 is the general one, style N has the Nth of these codes: a number of a built-in one, or a text."""
    custom = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{escaped(code).replace(chr(34), "&quot;")}"/>'
                     for i, code in enumerate(codes) if isinstance(code, str))
    xfs = "".join(f'<xf numFmtId="{code if isinstance(code, int) else 164 + i}"/>' for i, code in enumerate(codes))
    return (f'{HEAD}<styleSheet xmlns="{main}"><numFmts>{custom}</numFmts>'
            f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{xfs}</cellXfs></styleSheet>')


def xlsx(sheets, codes=(), properties="", calculation="", main=MAIN, rel=REL, shared=True, strings_xml=None,
         order=None, absolute=False, folder="xl", extra=(), method=zipfile.ZIP_DEFLATED):
    strings = {}
    prefix = f"/{folder}/" if absolute else ""
    bodies = [sheet.xml(strings, main, shared) for sheet in sheets]
    listed = "".join(f'<sheet name="{escaped(sheet.name)}" sheetId="{i}"'
                     + (f' state="{sheet.state}"' if sheet.state else "") + f' r:id="rId{i}"/>'
                     for i, sheet in enumerate(sheets, 1))
    count = len(sheets)
    relations = "".join(f'<Relationship Id="rId{i}" Type="{rel}/worksheet" Target="{prefix}worksheets/sheet{i}.xml"/>'
                        for i in range(1, count + 1))
    relations += f'<Relationship Id="rId{count + 1}" Type="{rel}/styles" Target="{prefix}styles.xml"/>'
    parts = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" '
                       f'Type="{rel}/officeDocument" Target="{folder}/workbook.xml"/></Relationships>',
        f"{folder}/workbook.xml": f'{HEAD}<workbook xmlns="{main}" xmlns:r="{rel}"><workbookPr{properties}/>'
                                  f'<sheets>{listed}</sheets>{calculation}</workbook>',
    }
    if shared:
        relations += f'<Relationship Id="rId{count + 2}" Type="{rel}/sharedStrings" Target="{prefix}sharedStrings.xml"/>'
    parts[f"{folder}/_rels/workbook.xml.rels"] = \
        f'{HEAD}<Relationships xmlns="{PACKAGE_REL}">{relations}</Relationships>'
    for i, body in enumerate(bodies, 1):
        parts[f"{folder}/worksheets/sheet{i}.xml"] = body
    parts[f"{folder}/styles.xml"] = styles_xml(codes, main)
    if shared:
        texts = "".join(f'<si><t xml:space="preserve">{escaped(text)}</t></si>' for text in strings)
        parts[f"{folder}/sharedStrings.xml"] = strings_xml or f'{HEAD}<sst xmlns="{main}">{texts}</sst>'
    parts.update(extra)
    names = order(list(parts)) if order else list(parts)
    return zipped([(name, parts[name]) for name in names], method)


HEADER = ["Order", "Goods", "HS code", "Net weight kg", "Consignee"]
GOODS = ["A-1", "Nitric acid 68 %", 28080000, 250.5, "Ostwerk GmbH"]
MORE = ["A-2", "Acetone", 29141100, 20, "Ostwerk GmbH"]
CLEAN = ["A-3", "Cotton shirts", 61051000, 12, "Ostwerk GmbH"]
TABLE = [HEADER, GOODS, MORE, CLEAN]


# ---------------------------------------------------------------------------------------------- layouts

@workbook
def plain():
    return xlsx([Sheet("Orders", TABLE)])


@workbook
def strings_last():
    """As Excel writes it; plain has the sheet in front, too."""
    return xlsx([Sheet("Orders", TABLE)], order=lambda names: sorted(names, key=lambda name: "shared" in name))


@workbook
def strings_first():
    return xlsx([Sheet("Orders", TABLE)], order=lambda names: sorted(names, key=lambda name: "shared" not in name))


@workbook
def inline_strings():
    """As openpyxl's and other streaming writers do: no shared strings."""
    return xlsx([Sheet("Orders", TABLE)], shared=False)


@workbook
def strict():
    return xlsx([Sheet("Orders", TABLE)], main=STRICT_MAIN, rel=STRICT_REL)


@workbook
def absolute_targets():
    return xlsx([Sheet("Orders", TABLE)], absolute=True)


@workbook
def other_folder():
    return xlsx([Sheet("Orders", TABLE)], folder="book")


@workbook
def without_references():
    """Neither rows nor cells say where they are."""
    return xlsx([Sheet("Orders", TABLE, references=False)])


@workbook
def prefixed():
    """Every element with a prefix, as some programs of .NET write it."""
    sheet = Sheet("Orders", TABLE).xml({}, shared=False)
    sheet = sheet.replace("<worksheet xmlns=", "<x:worksheet xmlns:x=").replace("</", "</x:")
    for name in ("sheetData", "row", "c ", "is>", "t ", "t>", "v>"):
        sheet = sheet.replace("<" + name, "<x:" + name)
    return xlsx([Sheet("Orders", TABLE)], shared=False, extra={"xl/worksheets/sheet1.xml": sheet})


@workbook
def utf16():
    sheet = Sheet("Orders", TABLE, behind='<mergeCells><mergeCell ref="E2:E4"/></mergeCells>')
    text = sheet.xml({}, shared=False).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return xlsx([sheet], shared=False, extra={"xl/worksheets/sheet1.xml": text.encode("utf-16")})


@workbook
def stored():
    return xlsx([Sheet("Orders", TABLE)], method=zipfile.ZIP_STORED)


# ----------------------------------------------------------------------------------------------- values

@workbook
def numbers():
    """Numbers as they are shown: whole ones, lost zeros, 15 digits, signs between digits, per cent, units."""
    rows = [["Goods", "HS code", "CAS", "Net weight", "Strength", "Order"],
            ["Nitric acid", number(28080000), number(7697372, 2), number("250.5", 3), number("0.68", 4), number(1, 5)],
            ["Nitric acid", number("28080000.0"), number(7697372, 2), number("0.30000000000000004", 3),
             number("0.1", 6), number("1234567890123450", 5)],
            ["Cotton", number(8060000, 1), None, number("1.234", 3), None, number("4.0E3", 5)],
            ["Cotton", number("2808.1", 7), None, number("-3", 3), None, number("0028")],
            ["Cotton", number(28080000, 8), None, number("25000", 9), number("12.5"), number("1E-7")]]
    codes = ["00000000", "0\\-00\\-0", '#,##0.00" kg"', "0%", "000000", "0.00%", "0.00", "0000\\.00\\.00", '#,##0," t"']
    return xlsx([Sheet("Orders", rows)], codes)


@workbook
def dates():
    """Dates by style, built in and own, the day that 1900 did not have, times, and no dates at all."""
    rows = [["Goods", "Date", "Order"],
            ["Cotton", number(46353, 1), number("0.6041666666666666", 3)],
            ["Cotton", number("46353.75", 2), number(60, 1)],
            ["Cotton", number(59, 1), number(61, 1)],
            ["Cotton", number(46353, 4), number(46353)],
            ["Cotton", number(-1, 1), number(46353, 5)],
            ["Cotton", Raw('<c r="{r}" t="d"><v>2026-11-27T00:00:00</v></c>'), number(46353, 6)]]
    codes = [14, 22, "h:mm", "[$-407]d. mmmm yyyy;@", '"dry" 0', '[Red]0.00']
    return xlsx([Sheet("Orders", rows)], codes)


@workbook
def dates_1904():
    rows = [["Goods", "Date"], ["Cotton", number(44891, 1)], ["Cotton", number(0, 1)]]
    return xlsx([Sheet("Orders", rows)], [14], ' date1904="1"')


@workbook
def texts():
    """Runs of rich text, how a text is spoken, escapes, entities, line breaks, blanks that count."""
    texts = [f"<si><t>{word}</t></si>" for word in HEADER[:2]]
    texts += ["<si><r><t>Nitric </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">acid</t></r></si>",
              "<si><t>硝酸</t><rPh sb=\"0\" eb=\"2\"><t>しょうさん</t></rPh><phoneticPr fontId=\"1\"/></si>",
              "<si><t>Acid_x000D_\nnitric &#x26; &lt;water&gt; _x005F_x0041_</t></si>",
              "<si><t/></si>",
              "<si><t xml:space=\"preserve\"> Nitric acid &amp; water </t></si>",
              "<si/>"]
    strings = f'{HEAD}<sst xmlns="{MAIN}">{"".join(texts)}</sst>'
    def shared(index):
        return Raw(f'<c r="{{r}}" t="s"><v>{index}</v></c>')
    rich = Raw('<c r="{r}" t="inlineStr"><is><r><t>Nitric</t></r><r><t xml:space="preserve"> acid</t></r>'
               '<rPh sb="0" eb="1"><t>x</t></rPh></is></c>')
    rows = [[shared(0), shared(1)], *([f"N-{i}", shared(i)] for i in (2, 3, 4, 6)), ["N-7", rich],
            [shared(5), shared(7)], ["N-8", Raw('<c r="{r}" t="str"><f>A1</f><v>Nitric acid</v></c>')],
            ["N-9", Raw('<c r="{r}" t="b"><v>1</v></c>')]]
    for row in rows:
        row[0] = inline(row[0]) if isinstance(row[0], str) and not isinstance(row[0], Raw) else row[0]
    return xlsx([Sheet("Orders", rows)], strings_xml=strings)


@workbook
def empty_cells():
    """Cells that are left out, empty ones, rows that are left out; the columns stay."""
    rows = [["Order", "Goods", "HS code", "Consignee"], ["A-1", None, 28080000, "Ostwerk GmbH"],
            None, None, [None, "Nitric acid", None, "Ostwerk GmbH"],
            ["A-3", Raw('<c r="{r}" s="1"/>'), Raw('<c r="{r}"><v></v></c>'), Raw('<c r="{r}" t="s"/>')],
            ["A-4", "Cotton", None, None, None, None, "remark"], [], [None, Raw('<c r="{r}" s="1"/>')]]
    return xlsx([Sheet("Orders", rows)], [2])


@workbook
def errors():
    """Errors count as empty; a formula without a value is told, and rejected where it names the goods."""
    error = Raw('<c r="{r}" t="e"><f>VLOOKUP(A2,B:C,2)</f><v>#N/A</v></c>')
    unknown = Raw('<c r="{r}"><f>B2*2</f></c>')
    empty = Raw('<c r="{r}"><f>CONCATENATE(A1,A2)</f><v></v></c>')
    rows = [HEADER, ["A-1", "Nitric acid", error, unknown, "Ostwerk GmbH"],
            ["A-2", empty, 28080000, 5, "Ostwerk GmbH"],
            ["A-3", "Cotton", None, Raw('<c r="{r}"><f>2*2</f><v>4</v></c>'), Raw('<c r="{r}" t="str"><f>""</f><v></v></c>')]]
    return xlsx([Sheet("Orders", rows)])


@workbook
def never_calculated():
    """A program that does not calculate writes 0 and asks for a calculation."""
    zero = Raw('<c r="{r}"><f>SUM(A1:A9)</f><v>0</v></c>')
    rows = [HEADER, ["A-1", "Nitric acid 68 %", 28080000, zero, "Ostwerk GmbH"]]
    return xlsx([Sheet("Orders", rows)], calculation='<calcPr calcId="124519" fullCalcOnLoad="1"/>')


# ---------------------------------------------------------------------------------------------- layouts of tables

@workbook
def titles():
    """A title over merged cells, a date, a header in row 4, totals and a note at the end."""
    rows = [["Packing list 2026-11 (draft)"], ["Ostwerk GmbH, Hafenstr. 1"], None, HEADER, GOODS, MORE,
            ["Total", None, None, 270.5], None, ["Page 1 of 1"]]
    return xlsx([Sheet("Orders", rows, behind='<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>')])


@workbook
def two_row_header():
    rows = [["Order", "Goods", "Weight", None, "Consignee"], [None, None, "net kg", "gross kg", None],
            ["A-1", "Nitric acid 68 %", 250, 270, "Ostwerk GmbH"]]
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"))
    return xlsx([Sheet("Orders", rows, behind=f"<mergeCells>{merged}</mergeCells>")])


@workbook
def merged():
    """Order and consignee hold for three rows, and so does a weight, which is theirs together; what stands
    under merged cells is read; a row with nothing of its own is none."""
    rows = [HEADER, ["A-1", "Nitric acid 68 %", 28080000, 500, "Ostwerk GmbH"],
            [None, "Sulphuric acid 96 %", 28070000, None, None], [None, "Acetone", None, None, "Hidden Ltd"],
            [], ["A-2", "Cotton", None, 5, "Weber KG"], [None, None, None, None, None]]
    refs = ("A2:A5", "D2:D4", "E2:E4", "B6:C6", "A6:A7", "B7:B7")
    behind = f'<mergeCells>{"".join(f"<mergeCell ref={chr(34)}{ref}{chr(34)}/>" for ref in refs)}</mergeCells>'
    return xlsx([Sheet("Orders", rows, behind=behind)])


@workbook
def hidden():
    """A hidden row, a hidden column, and sheets that are hidden and very hidden."""
    before = '<cols><col min="5" max="6" width="9" hidden="1"/></cols>'
    return xlsx([Sheet("Orders", TABLE, before=before, row_attributes={2: ' hidden="1"'}),
                 Sheet("More", TABLE[:2], state="hidden"), Sheet("Most", TABLE[:2], state="veryHidden")])


@workbook
def several_sheets():
    """Two sheets of goods, one of notes, an empty one."""
    notes = [["Prepared by", "M. Weber"], ["Remarks", "none"]]
    return xlsx([Sheet("Orders", TABLE), Sheet("Notes", notes), Sheet("März & April", TABLE[:2]), Sheet("Sheet3", [])])


@workbook
def order_book():
    """As an office keeps it: a title, weights as German texts, a sheet of notes, a sheet for each month."""
    def month(name, *rows):
        return Sheet(name, [[f"Ostwerk GmbH, Aufträge {name} 2026"], [], ["Auftrag", "Kunde", "Bezeichnung", "Gewicht (kg)"],
                            *rows, ["Summe", "", "", "26.356,40"]])
    return xlsx([Sheet("Hinweise", [["Stand", "1. März 2026"], ["Bearbeiter", "M. Weber"]]),
                 month("Januar", ["A-1", "Galvanik Brandt GmbH", "Salpetersäure 68 %", "1.355,90"],
                       ["A-2", "Nordlack KG", "Aceton techn.", "25.000,50"]),
                 month("Februar", ["A-3", "M. Keller", "Wasserstoffperoxid 35 %", "0,75"])])


@workbook
def goods_without_header():
    """A sheet that has goods and no header is not screened, which is no clean result."""
    return xlsx([Sheet("Orders", TABLE), Sheet("Page 2", [GOODS, MORE])])


@workbook
def no_goods():
    return xlsx([Sheet("Notes", [["Prepared by", "M. Weber"]]), Sheet("Sheet2", [])])


@workbook
def out_of_order():
    """Cells of a row in any order, and one that is there twice."""
    row = Raw('<c r="B2" t="inlineStr"><is><t>Nitric acid</t></is></c><c r="A2"><v>17</v></c><c r="C2"><v>28080000</v></c>'
              '<c r="C2"><v>28070000</v></c>')
    return xlsx([Sheet("Orders", [HEADER[:3], [row]])])


# ----------------------------------------------------------------------------------------------- damage

@workbook
def cut():
    return plain()[:-400]


@workbook
def bad_checksum():
    """A letter of the sheet is another one."""
    whole = xlsx([Sheet("Orders", TABLE)], shared=False, method=zipfile.ZIP_STORED)
    return whole.replace(b"Nitric acid", b"Nutric acid", 1)


@workbook
def bad_xml():
    sheet = Sheet("Orders", TABLE).xml({}, shared=False).replace("</sheetData>", "</row></sheetData>")
    return xlsx([Sheet("Orders", TABLE)], shared=False, extra={"xl/worksheets/sheet1.xml": sheet})


@workbook
def cut_xml():
    """The sheet ends in the middle: the rows that are there look whole."""
    sheet = Sheet("Orders", TABLE).xml({}, shared=False)
    return xlsx([Sheet("Orders", TABLE)], shared=False,
                extra={"xl/worksheets/sheet1.xml": sheet[:sheet.index("</sheetData>")]})


@workbook
def missing_sheet():
    whole = xlsx([Sheet("Orders", TABLE), Sheet("More", TABLE)])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return zipped([(name, archive.read(name)) for name in archive.namelist() if "sheet2.xml" not in name])


@workbook
def missing_string():
    return xlsx([Sheet("Orders", [*TABLE, ["A-4", Raw('<c r="{r}" t="s"><v>4711</v></c>')]])])


@workbook
def rows_backwards():
    sheet = Sheet("Orders", TABLE).xml({}, shared=False).replace('<row r="3">', '<row r="1">')
    return xlsx([Sheet("Orders", TABLE)], shared=False, extra={"xl/worksheets/sheet1.xml": sheet})


@workbook
def deep():
    sheet = Sheet("Orders", TABLE, before="<x>" * 5000 + "</x>" * 5000)
    return xlsx([sheet])


@workbook
def entities():
    """Entities that grow: a document type is refused."""
    sheet = Sheet("Orders", TABLE).xml({}, shared=False)
    bomb = '<!DOCTYPE x [<!ENTITY a "' + "a" * 1000 + '"><!ENTITY b "' + "&a;" * 1000 + '">]>'
    return xlsx([Sheet("Orders", TABLE)], shared=False,
                extra={"xl/worksheets/sheet1.xml": sheet.replace("<worksheet", bomb + "<worksheet", 1)})


@workbook
def twins():
    """Two parts of one name: readers differ in which one they take."""
    whole = plain()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped([*parts, ("xl/worksheets/sheet1.xml", Sheet("Orders", [HEADER, CLEAN]).xml({}))])


def bomb(part, head, piece, count):
    parts = {part: head + piece * count}
    return xlsx([Sheet("Orders", TABLE)], extra=parts)


@workbook
def bomb_strings():
    return bomb("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}"><si><t>', "a" * (1 << 20), 600)


@workbook
def bomb_styles():
    return bomb("xl/styles.xml", f'{HEAD}<styleSheet xmlns="{MAIN}">', " " * (1 << 20), 80)


@workbook
def bomb_relations():
    return bomb("xl/_rels/workbook.xml.rels", f'{HEAD}<Relationships xmlns="{PACKAGE_REL}">', " " * (1 << 20), 80)


@workbook
def bomb_tag():
    return bomb("xl/worksheets/sheet1.xml", f'{HEAD}<worksheet a="', "a" * (1 << 20), 80)


@workbook
def long_row():
    """A text of 100 kB in 20 cells of each row: rows above 1 MiB are rejected, and memory stays flat."""
    text = "a" * 100_000
    return xlsx([Sheet("Orders", [HEADER, *([[text] * 20] * 50), GOODS])])


@workbook
def encrypted():
    """The container that Excel puts around an encrypted workbook, as far as its name for it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


@workbook
def old_excel():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le") + bytes(512)


@workbook
def binary_workbook():
    relations = (f'{HEAD}<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" Type="{REL}/officeDocument" '
                 'Target="xl/workbook.bin"/></Relationships>')
    return zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relations), ("xl/workbook.bin", b"\x83\x01\x00")])


@workbook
def text_document():
    relations = (f'{HEAD}<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" Type="{REL}/officeDocument" '
                 'Target="word/document.xml"/></Relationships>')
    return zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relations), ("word/document.xml", "<w/>")])


# -------------------------------------------------------------------------------------------------- ODS

ODS_HEAD = (HEAD + '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
            'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">')


def ods_cell(cell, more=""):
    if isinstance(cell, Raw):
        return cell
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, (int, float)):
        return (f'<table:table-cell{more} office:value-type="float" office:value="{cell}">'
                f"<text:p>{cell}</text:p></table:table-cell>")
    return (f'<table:table-cell{more} office:value-type="string" calcext:value-type="string">'
            f"<text:p>{escaped(cell)}</text:p></table:table-cell>")


def ods_row(cells, more=""):
    return f"<table:table-row{more}>{''.join(ods_cell(cell) for cell in cells)}</table:table-row>"


def ods_table(name, rows, columns="", more=""):
    rows = "".join(row if isinstance(row, Raw) else ods_row(row) for row in rows)
    return f'<table:table table:name="{escaped(name)}"{more}>{columns}{rows}</table:table>'


def ods(tables, styles="", extra=(), manifest=""):
    content = (f"{ODS_HEAD}<office:automatic-styles>{styles}</office:automatic-styles>"
               f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
               "</office:document-content>")
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content,
             "META-INF/manifest.xml": f"{HEAD}<manifest>{manifest}</manifest>"}
    parts.update(extra)
    return zipped(list(parts.items()))


REST = Raw('<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
           'table:number-columns-repeated="16384"/></table:table-row>')


@workbook
def ods_plain():
    return ods([ods_table("Orders", [*TABLE, REST])])


@workbook
def ods_values():
    def typed(kind, attribute, value, shown):
        return Raw(f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}">'
                   f"<text:p>{shown}</text:p></table:table-cell>")
    rows = [["Goods", "HS code", "CAS", "Net weight", "Strength", "Date", "Value"],
            ["Nitric acid", typed("float", "value", "8060000", "08060000"), typed("float", "value", "7697372", "7697-37-2"),
             typed("float", "value", "1800.5", "1.800,50 kg"), typed("percentage", "value", "0.68", "68 %"),
             typed("date", "date-value", "2026-11-27T00:00:00", "27.11.26"),
             Raw('<table:table-cell office:value-type="currency" office:currency="EUR" office:value="12.5">'
                 "<text:p>12,50 €</text:p></table:table-cell>")],
            [Raw('<table:table-cell office:value-type="string"><office:annotation><text:p>check</text:p></office:annotation>'
                 '<text:p>Nitric<text:s text:c="2"/><text:span>acid</text:span></text:p><text:p>drums</text:p></table:table-cell>'),
             28080000, None, typed("float", "value", "1.234", "1,234")],
            [typed("string", "string-value", "Cotton", "Cotton"), Raw('<table:table-cell table:formula="of:=[.A1]"/>'), None,
             Raw('<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
                 'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>')]]
    return ods([ods_table("Orders", rows)])


@workbook
def ods_repeated():
    """Cells and rows that stand for many; covered cells; a hidden row, column and sheet."""
    twice = Raw('<table:table-cell table:number-columns-repeated="2"/>')
    rows = [["Order", None, None, "Goods", "Consignee"], Raw(ods_row(["A-1", twice, "Nitric acid", "Ostwerk GmbH"],
                                                                      ' table:number-rows-repeated="3"')),
            Raw('<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>'),
            Raw(ods_row(["A-2", twice, "Acetone", "Weber KG"], ' table:visibility="collapse"')),
            [Raw('<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>A-3</text:p>'
                 "</table:table-cell>"), twice, "Cotton"],
            [Raw('<table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>'), twice,
             "Wool"], REST]
    columns = ('<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/>')
    styles = ('<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
              "</style:style>")
    return ods([ods_table("Orders", rows, columns), ods_table("Notes", [["Remarks"]]),
                ods_table("Stock", TABLE[:2], more=' table:style-name="ta2"')], styles)


@workbook
def ods_report():
    """A report by preflag that another program saved as .ods."""
    meta = (HEAD + '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>'
            '<meta:user-defined meta:name="preflag report">yes</meta:user-defined></office:meta></office:document-meta>')
    return ods([ods_table("Flagged", TABLE), ods_table("Findings", TABLE), ods_table("Laws", TABLE[:2])],
               extra={"meta.xml": meta})


@workbook
def ods_encrypted():
    return ods([], extra={"content.xml": b"\x00\x01\x02"}, manifest="<file-entry><encryption-data/></file-entry>")


@workbook
def ods_bomb():
    """A row that stands for a million, each of 100 kB."""
    row = Raw(ods_row(["A-1", "a" * 100_000], ' table:number-rows-repeated="1048000"'))
    return ods([ods_table("Orders", [["Order", "Goods"], row])])


@workbook
def ods_text_document():
    return zipped([("mimetype", "application/vnd.oasis.opendocument.text"),
                   ("content.xml", ODS_HEAD + "<office:body><office:text/></office:body></office:document-content>")])


# ---------------------------------------------------------------------------------------- watchlists, licences

@workbook
def dfat_list():
    """A list in the columns of Australia's, with a date by style, a number and line breaks in cells."""
    rows = [["Reference", "Name of Individual or Entity", "Type", "Name Type", "Date of Birth", "Address", "Citizenship",
             "Committees", "Control Date"],
            [number(1), "Marlowe, Zoltan", "Individual", "Primary Name", number(22000, 1), "1 Quay St,\nPort \"A\"", "hu",
             "Test", number(46000, 1)],
            ["1a", "Zolti", "Individual", "Alias", None, None, None, "Test"],
            ["2", "Alder Works", "Entity", "Primary Name", None, "Harbour 2"]]
    return xlsx([Sheet("Sheet1", rows), Sheet("Sheet2", [])], [14])


@workbook
def licence_list():
    rows = [["number", "holder", "substances", "highest-strength", "quantity", "period", "valid-from", "valid-to"],
            ["DE-100", "Galvanik Brandt GmbH", "hydrogen-peroxide;nitric-acid", number("0.6", 2), 500, "year",
             number(46023, 1), number(46387, 1)]]
    return xlsx([Sheet("Licences", rows)], [14, 9])


@workbook
def two_lists():
    return xlsx([Sheet("One", [["name"], ["Alder Works"]]), Sheet("Two", [["name"], ["Marlowe"]])])


@workbook
def many_rows(count=1000):
    goods = ["Cotton shirts", "Steel screws M8", "Printed books", "Olive oil", "Garden chairs", "Ceramic tiles"]
    header = ["Order", "Goods", "HS code", "Packages", "Package kind", "Net weight kg", "Gross weight kg", "Consignee",
              "Consignee address", "Destination", "Date"]
    rows = [header]
    for i in range(count):
        rows.append([f"A-{i}", f"{goods[i % 6]} lot {i}", 61051000 + i % 900, i % 40, "CT", i % 1000 + 0.5, i % 1000 + 2,
                     f"Ostwerk {i % 5000} GmbH", f"Hafenstr. {i % 99}, Hamburg", "DE", number(46000 + i % 365, 1)])
    return xlsx([Sheet("Orders", rows)], [14])


def main():
    words = sys.argv[1:]
    if words == ["--list"]:
        print("\n".join(MAKERS))
    elif len(words) == 3 and words[0] == "--rows":
        with open(words[2], "wb") as out:
            out.write(many_rows(int(words[1])))
    elif len(words) == 2 and words[0] in MAKERS:
        with open(words[1], "wb") as out:
            out.write(MAKERS[words[0]]())
    else:
        sys.exit(__doc__)


main()
