#!/bin/sh
# Screens manifests and shows how their lines were read: goods, substances with strength and
# quantity, consignee, and what was rejected or said of the file. Nothing that changes with the packs.
# The status is that of the program, but for flagged lines.
for file in "$@"; do
    preflag screen --config none --regime wco-global-shield --all-lines --fail-on never \
        --output "jsonl:$here/report.jsonl" --rejects "$here/rejects.csv" "$file" 2>"$here/said"
    status=$?
    echo "status $status"
    grep -E '^preflag: |: (csv|yaml|json|jsonl), |: (note|warning|error): |^lines read|^INCOMPLETE|^  ' "$here/said"
    [ ! -f "$here/report.jsonl" ] || python3 tests/golden/data/lines.py "$here/report.jsonl"
    [ ! -f "$here/rejects.csv" ] || tail -n +2 "$here/rejects.csv" | sed 's/^/rejected: /' | cut -c 1-300
    rm -f "$here/report.jsonl" "$here/rejects.csv"
done
