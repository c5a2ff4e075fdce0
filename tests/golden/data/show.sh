#!/bin/sh
# Screens a damaged manifest and shows what is said of it, which lines are flagged, and which are
# rejected and why. The status is that of the program.
preflag screen --regime wco-global-shield --format jsonl --output "$here/report.jsonl" \
    --rejects "$here/rejects.csv" "$@" 2>"$here/said"
status=$?
grep -v -E '^(pack|rules|canaries|input|lines with|lines flagged|lines not) |^[0-9.]+ seconds' "$here/said"
[ ! -f "$here/report.jsonl" ] ||
    echo "flagged on lines:" $(grep -o '"line":[0-9]*' "$here/report.jsonl" | cut -d: -f2)
[ ! -f "$here/rejects.csv" ] || cut -c 1-300 "$here/rejects.csv"
exit "$status"
