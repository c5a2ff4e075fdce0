"""Shows the lines of a JSON Lines report as lines.sh wants them."""
import json
import sys


def span(value, low, high, unit):
    if value is None:
        return "?"
    ends = [value.get(low), value.get(high)]
    return "{} {}".format("-".join(format(end, "g") if end is not None else ".."
                                   for end in (ends[:1] if ends[0] == ends[1] else ends)), unit)


for text in open(sys.argv[1], encoding="utf-8"):
    line = json.loads(text)
    if "line" not in line:
        continue
    goods = ["{} {} {}".format(found["id"], span(found["strength"], "low", "high", (found["strength"] or {}).get("unit")),
                               span(found["quantity"], "low_kg", "high_kg", "kg")) for found in line["substances"]]
    consignee = line.get("consignee") or {}
    to = " ".join(filter(None, (consignee.get("name"), consignee.get("country"))))
    print(f'{line["line"]} [{line.get("shipment", "")}] "{line["goods"]}": {"; ".join(goods) or "none"} -> {to}')
