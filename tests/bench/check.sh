#!/usr/bin/env bash
# Counts the instructions that the release program takes for fixed lines of each kind, and compares them
# with the counts in instructions.txt: times wander on shared machines, counts do not.
# Usage: check.sh [--accept]      Status 0 all within 3 %, 1 something takes more, 2 no result
# --accept writes what is counted now as what is expected.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
program=${PREFLAG:-$root/build/release/cli/preflag}
expected=$here/instructions.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Kind, format and lines of each row: as many as take cachegrind some ten seconds.
rows='start csv 1
clean csv 20000
listed csv 4000
mixed jsonl 5000
mixed yaml 2000'

fail() {
    printf 'bench: %s\n' "$1" >&2
    exit 2
}

# count KIND FORMAT LINES: prints the instructions of one screening on one thread.
count() {
    local file=$work/$1-$2.$2 kind=$1
    [ "$kind" != start ] || kind=clean
    python3 "$here/generate.py" --lines "$3" --seed 1 --kind "$kind" --format "$2" --output "$file"
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null --log-file="$work/log" \
        "$program" screen "$file" --config none --format jsonl --fail-on never --quiet --jobs 1 >/dev/null ||
        fail "$program cannot screen $file"
    awk '/I +refs:/ { gsub(",", "", $NF); print $NF }' "$work/log"
}

command -v valgrind >/dev/null || fail "valgrind is missing: apt-get install valgrind"
[ -x "$program" ] || fail "$program is missing: run ./dev build"
while read -r kind format lines; do
    printf '%s %s %s %s\n' "$kind" "$format" "$lines" "$(count "$kind" "$format" "$lines")"
done <<<"$rows" >"$work/now"
if [ "${1:-}" = --accept ]; then
    cp "$work/now" "$expected"
    exit 0
fi
[ -f "$expected" ] || fail "there are no counts yet: $here/check.sh --accept writes them"
awk 'NR == FNR { before[$1 " " $2 " " $3] = $4; next }
     {
         row = $1 " " $2 " " $3
         change = row in before ? ($4 / before[row] - 1) * 100 : 100
         printf "%-8s %-6s %6d lines %14d instructions %+6.1f %%\n", $1, $2, $3, $4, change
         worst = change > worst ? change : worst
     }
     END { exit worst > 3 }' "$expected" "$work/now"
