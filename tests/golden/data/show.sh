#!/bin/sh
# Screens a damaged manifest and shows what is said of it, which lines are flagged, and which are
# rejected and why; nothing that changes with the packs. The status is that of the program.
preflag screen --regime wco-global-shield --format jsonl --output "$here/report.jsonl" \
    --rejects "$here/rejects.csv" "$@" 2>"$here/said"
status=$?
grep -E '^preflag: |: (csv|yaml|json|jsonl|xlsx|ods), |: (note|warning|error): |^lines read|^INCOMPLETE|^  ' "$here/said"
[ ! -f "$here/report.jsonl" ] ||
    echo "flagged on lines:" $(grep -o '"line":[0-9]*' "$here/report.jsonl" | cut -d: -f2)
[ ! -f "$here/rejects.csv" ] || cut -c 1-300 "$here/rejects.csv"
exit "$status"
