"""The JSON Schemas for editors are in step with the files of rules and with their readers.

    schema_test.py SOURCE_FOLDER

Every shipped pack, substance and table of consignees and their names is valid, what is spelled wrong is not, and schemas
and readers know the same keys. Prints one line a fault; exit status 1 when there is any.
"""

import copy
import glob
import json
import re
import sys
import warnings

import yaml

warnings.simplefilter("ignore", DeprecationWarning)  # RefResolver, which Debian 12 has alone
import jsonschema  # noqa: E402

# What a pack says of its law's day is no timestamp to the reader.
Loader = type("Loader", (yaml.CSafeLoader,), {})
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

KINDS = {
    "regimes/*": ("regime.schema.json", "lists"),
    "red-flags/*": ("red-flags.schema.json", "rules"),
    "substances/*": ("substance.schema.json", "names"),
    "parties/consignee-kinds": ("consignee-kinds.schema.json", "words"),
    "parties/person-names": ("person-names.schema.json", "firms"),
}
READERS = {
    "regime.schema.json": ["packs/regime_reader", "packs/pack_parts", "packs/case_reader"],
    "substance.schema.json": ["../goods/lexicon/substance_reader"],
    "consignee-kinds.schema.json": ["../consignees/consignee_kinds_reader"],
    "person-names.schema.json": ["../consignees/person_names_reader"],
}
# text("title", inherited) and the like count, too.
ASKED = re.compile(
    r"\b(?:required_text|required_id|text|texts|child|children|boolean|date|integer|number|choice|"
    r"add_names|parse_all|read_table|limit|read_score|weight|numbers|words|word_set)\((?:\w+, )?\"([a-z0-9-]+)\""
)


def properties(schema):
    """Names of all properties, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(properties, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {})
    names = set(own) if isinstance(own, dict) else set()
    for key, part in schema.items():
        names |= set().union(*map(properties, part.values())) if key == "properties" else properties(part)
    return names


def validator(schema, store):
    resolver = jsonschema.RefResolver(base_uri=schema["$id"], referrer=schema, store=store)
    return jsonschema.Draft202012Validator(schema, resolver=resolver)


def misspelled(document, key):
    """The document with one more key in it, at the top and inside of `key`."""
    for place in ((), (key,)):
        wrong = copy.deepcopy(document)
        part = wrong
        for step in place:
            part = part.get(step, {}) if isinstance(part, dict) else part
        if isinstance(part, list):
            part = part[0] if part else {}
        if isinstance(part, dict):
            part["misspelled key"] = {"rows": "?"}
            yield wrong


def check_packs(folder, schemas, faults):
    for kind, (name, inside) in KINDS.items():
        check = validator(schemas[name], schemas)
        files = sorted(glob.glob(f"{folder}/rules/{kind}.yaml"))
        if not files:
            faults.append(f"rules/{kind}: no file was found")
        for file in files:
            with open(file, encoding="utf-8") as stream:
                document = yaml.load(stream, Loader)
            for error in check.iter_errors(document):
                path = "/".join(map(str, error.absolute_path))
                faults.append(f"{file}: {path}: {error.message[:200]}")
            for wrong in misspelled(document, inside):
                if wrong != document and check.is_valid(wrong):
                    faults.append(f"{file}: a misspelled key is valid by {name}")


def check_readers(folder, schemas, faults):
    for name, readers in READERS.items():
        known = properties(schemas[name])
        source = ""
        for reader in readers:
            with open(f"{folder}/lib/preflag/rules/{reader}.cpp", encoding="utf-8") as stream:
                source += stream.read()
        for key in sorted(known):
            if f'"{key}"' not in source:
                faults.append(f"{name}: \"{key}\" is unknown to {' and '.join(readers)}")
        for key in sorted(set(ASKED.findall(source)) - known):
            faults.append(f"{name} lacks \"{key}\", which {' or '.join(readers)} reads")


def main(folder):
    schemas = {}
    for file in glob.glob(f"{folder}/rules/schema/*.json"):
        with open(file, encoding="utf-8") as stream:
            schema = json.load(stream)
        schemas[schema.get("$id", file)] = schema
    faults = []
    check_packs(folder, schemas, faults)
    check_readers(folder, schemas, faults)
    print("\n".join(faults) or "schemas, packs and readers are in step")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
