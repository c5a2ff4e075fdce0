#!/usr/bin/env python3
"""Names in the anonymous namespaces of one layer must be distinct: the release build compiles the sources
of a layer together. Prints a line for each that is defined twice with the same parameters.

    clashes.py SOURCE_FOLDER
"""
import collections
import pathlib
import re
import sys

FUNCTION = re.compile(r"^(?=\S)(?!return|namespace|using|static_assert|struct |class |enum )[\w:<>,&*\[\] ]*?[ &*>\]](\w+)\(([^{};]*?)\)[^{};()]*\{", re.M)
VALUE = re.compile(r"^(?:inline |static )*(?:constexpr|const) [\w:<>,&* ]*?[ &*>](\w+)(?:\[\w*\])? ?[={]", re.M)
TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)[^;{]*\{", re.M)


def parts(parameters):
    depth, part = 0, ""
    for sign in parameters + ",":
        depth += (sign in "<({") - (sign in ">)}")
        if sign == "," and depth == 0:
            yield part
            part = ""
        else:
            part += sign


def types(parameters):
    """The parameters without their names and defaults."""
    plain = [re.sub(r"\s*=.*", "", " ".join(part.split())) for part in parts(parameters)]
    return ", ".join(re.sub(r"(?<=[ &*>])\w+$", "", part).strip() for part in plain)


def definitions(text):
    for block in re.findall(r"^namespace \{\n(.*?)^\} // namespace$", text, re.S | re.M):
        yield from ((match[1], types(match[2])) for match in FUNCTION.finditer(block))
        yield from ((match[1], "") for pattern in (VALUE, TYPE) for match in pattern.finditer(block))


def layer_of(path):
    return "/".join(path.parts[:3]) if path.parts[0] == "lib" else path.parts[0]


def main():
    source = pathlib.Path(sys.argv[1])
    places = collections.defaultdict(set)
    for folder in ("lib", "cli"):
        for path in sorted((source / folder).rglob("*.cpp")):
            name = path.relative_to(source)
            for defined in definitions(path.read_text(encoding="utf-8", errors="replace")):
                places[layer_of(name), *defined].add(str(name))
    for (_, name, parameters), files in sorted(places.items()):
        if len(files) > 1:
            print(f"{', '.join(sorted(files))}: {name}({parameters}) is defined in each; give it distinct "
                  "names, or one place in a header")


if __name__ == "__main__":
    main()
