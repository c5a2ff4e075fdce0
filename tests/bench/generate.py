#!/usr/bin/env python3
"""Writes a freight manifest for benchmarks: CSV, 21 columns, about 234 bytes a line.

The same --lines and --seed always give the same bytes, on every machine and Python version.
About 1 % of the lines carry a regulated substance, 0.5 % of the records have a line break inside a
cell, 5 % have names that are not ASCII; quoting is as careless as in real extracts.
The names and companies are invented; a line is one data record, the header is not counted.
"""

import argparse
import csv
import io
import json
import sys

CHUNK = 10_000
DAYS = [f"2021-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29)]

COUNTRIES = ("DE", "FR", "NL", "GB", "ES", "IT", "PL", "TR", "CN", "US", "IN", "SE")
PORTS = ("Hamburg", "Le Havre", "Rotterdam", "Felixstowe", "Valencia", "Genova", "Gdansk", "Mersin",
         "Shanghai", "Houston", "Nhava Sheva", "Goteborg")
UNITS = ("KG", "PCS", "CTN", "PLT", "L", "DRM", "BAG", "SET")

ASCII_COMPANIES = (
    "Northgate Trading Ltd", "Harbour & Sons Import GmbH", "Blue Anchor Logistics BV",
    "Castello Ceramiche Srl", "Evergreen Garden Inc", "Orion Plastics, Lda.",
    "Delta Machine Tools Co., Ltd.", "Sunrise Textiles Pvt Ltd", "Kestrel Paper Mills plc",
    "Alpine Dairy AG", "Meridian Furniture LLC", "Pacific Rim Seafoods Co",
    "Atlas Freight Forwarding SA", "Cobalt Office Systems Ltd", "Westbrook Farms",
    "Polar Cold Stores AB", "Silverline Kitchens Sp. z o.o.", "\"Star\" Trading FZE")
OTHER_COMPANIES = (
    "Müller & Söhne Großhandel KG", "Société Générale des Emballages Réunis",
    "Construcciones Muñoz e Hijos", "Çelik Yapı Malzemeleri A.Ş.", "Zakład Przetwórstwa Żywności",
    "ООО Северный Порт", "青岛海风贸易有限公司", "شركة النور للتجارة", "Åkerströms Trävaror AB",
    "Průmyslové Stavby Děčín s.r.o.")
ADDRESSES = (
    "12 Dock Road", "Unit 4, Riverside", "Hafenstrasse 118, Hamburg",
    "Av. del Puerto 21, 3o B", "88 Industrial Estate", "Via Roma 7", "Free Zone East 5",
    "2200 Commerce Blvd", "Plot 19 MIDC", "Keizersgracht 402", "PO Box 1187",
    "No. 66 Binhai Avenue", "Wharf 3, Shed C", "Ul. Portowa 15")
NOTIFY = ("SAME AS CONSIGNEE", "Quayside Brokers Ltd, 1 Dock Road", "TO ORDER", "", "N/A", "")

# None of these needs quotes, so that an order number can follow.
GOODS = (
    ("COTTON T-SHIRTS 100% COTTON MENS ASSORTED COLOURS", "610910"),
    ("Ceramic floor tiles 60x60 glazed first choice", "690721"),
    ("FROZEN ATLANTIC SALMON FILLETS SKINLESS IQF", "030481"),
    ("Stainless steel hex bolts M8 and M10 with nuts", "731815"),
    ("WOODEN BEDROOM FURNITURE KNOCKED DOWN", "940350"),
    ("Laser printers and spare toner cartridges", "844332"),
    ("POLYETHYLENE FILM ROLLS CLEAR 50 MICRON", "392010"),
    ("Automotive brake pads and discs for passenger cars", "870830"),
    ("ROASTED COFFEE BEANS ARABICA 60 KG BAGS", "090121"),
    ("Kraft paper rolls 80 gsm unbleached", "480411"),
    ("LED LAMPS E27 9W WARM WHITE", "853950"),
    ("Tinned tomatoes whole peeled in juice", "200210"),
    ("HYDRAULIC PUMPS AND SPARE PARTS FOR EXCAVATORS", "841350"),
    ("Rubber tyres 205/55 R16 new pneumatic", "401110"),
    ("SODIUM CHLORIDE WATER SOFTENER TABLETS 25 KG", "250100"),
    ("Glass jars 370 ml with twist-off lids", "701090"),
    ("ACRYLIC EMULSION PAINT WHITE WATER BASED", "320910"),
    ("Bicycle frames aluminium alloy and forks", "871491"),
    ("WASHING POWDER FOR HOUSEHOLD USE 5 KG BOXES", "340250"),
    ("Potting soil and peat substrate for gardening", "270300"),
    ("NAIL POLISH REMOVER ACETONE FREE 200 ML", "330430"),
    ("Baby strollers with accessories", "871500"),
    ("ELECTRIC KETTLES 1.7 L STAINLESS 220-240V", "851679"),
    ("Citric acid monohydrate food grade E330", "291814"),
    ("USED VEHICLE 2014 TOYOTA COROLLA", "870322"),
    ("Copper cable 3 x 2.5 mm2 PVC insulated", "854449"))
MESSY_GOODS = (
    ("PLASTIC BUCKETS WITH 24\" LID, STACKABLE", "392310"),
    ("Monitors 27\", 32\" and 49\", curved", "852852"),
    ("SPARE PARTS: GASKETS, SEALS, \"O\" RINGS, BEARINGS", "848410"),
    ("Steel pipe 6\" sch. 40, seamless, 12 m lengths", "730419"),
    ("HOUSEHOLD GOODS, USED, NO COMMERCIAL VALUE", "980100"),
    ("Toys, games, puzzles; \"Junior\" series, mixed cartons", "950300"))
MULTILINE = (
    ("MACHINE PARTS\nHTS-CODE 8431 2000\n4 PALLETS, SHRINK WRAPPED", "843120"),
    ("Garments, hanging\nPO 4410-22, PO 4410-23\n\"Summer\" collection", "620520"),
    ("1 X 40' CONTAINER\nSAID TO CONTAIN:\nFURNITURE, LAMPS", "940390"))
# Description, HS, UN, CAS: each entry names its substance in one to four of these ways.
REGULATED = (
    ("HYDROGEN PEROXIDE 35 % w/w IN DRUMS OF 65 KG", "284700", "2014", "7722-84-1"),
    ("Wasserstoffperoxid 35 %, Kanister 30 kg", "284700", "", ""),
    ("Peroxyde d'hydrogène 35 %", "", "UN 2014", ""),
    ("AGUA OXIGENADA 35 %, GARRAFAS", "2847.00.00", "", "7722-84-1"),
    ("NITRIC ACID 68 %", "280800", "2031", "7697-37-2"),
    ("Salpetersäure 68 %, IBC 1000 L", "280800", "UN2031", ""),
    ("Kwas azotowy 68%", "", "", "7697-37-2"),
    ("AMMONIUM NITRATE FERTILISER 34.4 % N, BIG BAGS", "310230", "2067", "6484-52-2"),
    ("Nitrate d'ammonium 34,4 % N", "310230", "", ""),
    ("Аммиачная селитра 34,4 % N", "3102.30", "", "6484-52-2"),
    ("ACETONE TECHNICAL GRADE 160 KG DRUMS", "291411", "1090", "67-64-1"),
    ("Aceton czysty, beczki", "291411", "", ""),
    ("UREA 46 % N PRILLED, BULK BAGS", "310210", "", "57-13-6"),
    ("Harnstoff 46 % N, Sackware", "310210", "", ""),
    ("SULFURIC ACID 96 %", "280700", "1830", "7664-93-9"),
    ("Schwefelsäure 96 %, Kanister", "", "1830", ""),
    ("Ácido sulfúrico 96 %", "280700", "", "7664-93-9"),
    ("SODIUM CHLORATE 99 % CRYSTALS", "282911", "1495", "7775-09-9"),
    ("Chlorate de sodium", "282911", "", ""),
    ("NITROMETHANE 99 %, RACING FUEL COMPONENT", "290420", "1261", "75-52-5"),
    ("Nitrometan", "", "UN 1261", "75-52-5"),
    ("HEXAMINE TABLETS, CAMPING FUEL", "293369", "1328", "100-97-0"),
    ("Urotropin, technisch", "", "", "100-97-0"),
    ("POTASSIUM NITRATE 13-0-46 HORTICULTURAL GRADE", "283421", "1486", "7757-79-1"),
    ("Sodyum nitrat, torba", "310250", "", "7631-99-4"),
    ("Calcium ammonium nitrate CAN 27", "310240", "", ""),
    ("كلورات البوتاسيوم", "282919", "1485", "3811-04-9"),
    ("Potassium perchlorate", "282990", "1489", "7778-74-7"))
HEADER = ("BL No,Arrival Date,Shipper Name,Shipper Address,Shipper Country,Consignee Name,"
          "Consignee Address,Consignee Country,Notify Party,Goods Description,HS Code,UN No,CAS No,"
          "Quantity,Unit,Gross Weight KG,Net Weight KG,Packages,Container No,Origin,Destination")

# Of the draws of Generator.goods_cells, the first and the one behind the last.
KINDS = {"mixed": (0, 1000), "listed": (0, 10), "clean": (10, 1000)}


class Numbers:
    """A 64-bit linear congruential generator; Python's own may change between versions."""

    def __init__(self, seed):
        self.state = (seed * 2862933555777941757 + 3037000493) & 0xFFFFFFFFFFFFFFFF
        self.below(1)

    def below(self, limit):
        """A number from 0 to limit - 1; limit is at most 2**32."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return ((self.state >> 32) * limit) >> 32


def quoted(text):
    """The text as a CSV cell, quoted only where it must be."""
    if '"' in text or "," in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def cells(texts):
    return [quoted(text) for text in texts]


def container(numbers):
    """An owner code and seven digits, the last of which is not a real check digit."""
    owner = ("MSKU", "TCLU", "HLXU", "CAIU", "GESU", "BMOU")[numbers.below(6)]
    return f"{owner}{numbers.below(10_000_000):07d}"


class Generator:
    """One line after the other; every list is made into CSV cells once, ahead of the lines."""

    def __init__(self, seed, kinds=(0, 1000)):
        self.numbers = Numbers(seed)
        self.kinds = kinds
        self.ascii_companies = cells(ASCII_COMPANIES)
        self.other_companies = cells(OTHER_COMPANIES)
        self.addresses = cells(ADDRESSES)
        self.notify = cells(NOTIFY)
        self.goods = GOODS
        self.messy = [(quoted(text), hs) for text, hs in MESSY_GOODS]
        self.multiline = [(quoted(text), hs) for text, hs in MULTILINE]
        self.regulated = [tuple(cells(entry)) for entry in REGULATED]

    def goods_cells(self):
        """Description, HS, UN, CAS of the next line; the draw decides what kind of line it is."""
        below = self.numbers.below
        first, behind = self.kinds
        kind = first + below(behind - first)
        if kind < 10:
            return self.regulated[below(len(self.regulated))]
        if kind < 15:
            text, hs = self.multiline[below(len(self.multiline))]
        elif kind < 75:
            text, hs = self.messy[below(len(self.messy))]
        else:
            text, hs = self.goods[below(len(self.goods))]
            text += f" PO{below(100_000)}"
        return text, hs, "", ""

    def company(self, foreign):
        names = self.other_companies if foreign else self.ascii_companies
        return names[self.numbers.below(len(names))]

    def line(self, number):
        """The record of this number, without its line end."""
        below = self.numbers.below
        foreign = below(20) == 0
        description, hs, un, cas = self.goods_cells()
        origin = below(len(COUNTRIES))
        destination = below(len(COUNTRIES))
        packages = below(400) + 1
        net = packages * (below(48) + 2)
        gross = net + packages + below(20)
        return ",".join((
            f"BL{number:08d}", DAYS[below(len(DAYS))],
            self.company(foreign), self.addresses[below(len(self.addresses))], COUNTRIES[origin],
            self.company(foreign), self.addresses[below(len(self.addresses))],
            COUNTRIES[destination], self.notify[below(len(self.notify))],
            description, hs, un, cas,
            str(packages * (below(40) + 1)), UNITS[below(len(UNITS))], str(gross), str(net),
            str(packages), container(self.numbers), PORTS[origin], PORTS[destination]))

    def records(self, lines):
        """The same as texts by column, for the formats that are no CSV."""
        columns = HEADER.split(",")
        for number in range(1, lines + 1):
            yield dict(zip(columns, next(csv.reader(io.StringIO(self.line(number), newline="")))))

    def write_csv(self, lines, stream):
        stream.write(HEADER + "\n")
        for start in range(1, lines + 1, CHUNK):
            stop = min(start + CHUNK, lines + 1)
            stream.write("\n".join(map(self.line, range(start, stop))) + "\n")

    def write_jsonl(self, lines, stream):
        for record in self.records(lines):
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")

    def write_yaml(self, lines, stream):
        for record in self.records(lines):
            sign = "-"
            for key, text in record.items():
                stream.write(f"{sign} {key}: {json.dumps(text, ensure_ascii=False)}\n")
                sign = " "


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, required=True, help="data records to write")
    parser.add_argument("--seed", type=int, default=1, help="other numbers, other manifest")
    parser.add_argument("--kind", choices=KINDS, default="mixed",
                        help="lines with a regulated substance, without, or both as in real files")
    parser.add_argument("--format", choices=("csv", "jsonl", "yaml"), default="csv")
    parser.add_argument("--output", default="-", help="file to write, - for standard output")
    options = parser.parse_args()
    if options.lines < 1:
        parser.error("--lines: give at least 1")
    return options


def main():
    options = arguments()
    write = getattr(Generator(options.seed, KINDS[options.kind]), "write_" + options.format)
    if options.output == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        write(options.lines, sys.stdout)
        return
    with open(options.output, "w", encoding="utf-8", newline="\n") as stream:
        write(options.lines, stream)


if __name__ == "__main__":
    main()
