#!/usr/bin/env bash
# Counts the instructions that the release program takes for fixed lines of each kind, and compares them
# with the counts in instructions.txt: times wander on shared machines, counts do not.
# Usage: check.sh [--accept]      Status 0 all within 3 %, or not to be compared, which it says; 1 something
#                                 takes more; 2 no result
# --accept writes what is counted now as what is expected, with what it depends on: compiler and libraries.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
program=${PREFLAG:-$root/build/release/cli/preflag}
expected=$here/instructions.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Kind, format and lines of each row: few, because the first tells what the others take before a line is read.
rows='start csv 1
clean csv 10000
listed csv 1000
mixed jsonl 2000
mixed yaml 1000'

# The same code on every x86-64 processor: libraries choose by what they find.
export GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX,-ERMS,-FSRM,-AVX_Fast_Unaligned_Load,-Prefer_No_VZEROUPPER
export OPENSSL_ia32cap=0:0

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

# What counts depend on, besides the program's own sources.
machine() {
    local compiler
    compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$root/build/release/CMakeCache.txt" 2>/dev/null)
    printf '# %s, %s %s, libc %s, ICU %s\n' "$(uname -m)" "$(basename "${compiler:-c++}")" \
        "$("${compiler:-c++}" -dumpfullversion)" "$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)" \
        "$(pkg-config --modversion icu-uc 2>/dev/null || printf unknown)"
}

if ! command -v valgrind >/dev/null; then
    printf 'bench: not counted: valgrind is missing (apt-get install valgrind)\n' >&2
    exit 0
fi
[ -x "$program" ] || fail "$program is missing: run ./dev build"
[ -n "${PREFLAG:-}" ] || "$program" rules compile --output "$root/build/release/rules.image" >/dev/null
machine >"$work/now"
while read -r kind format lines; do
    printf '%s %s %s %s\n' "$kind" "$format" "$lines" "$(count "$kind" "$format" "$lines")"
done <<<"$rows" >>"$work/now"
if [ "${1:-}" = --accept ]; then
    cp "$work/now" "$expected"
    exit 0
fi
[ -f "$expected" ] || fail "there are no counts yet: $here/check.sh --accept writes them"
# A row, what it takes in all, what a line takes of it, and the change against what is expected.
awk 'FNR == 1 { about[NR != FNR] = $0; next }
     NR == FNR { before[$1 " " $2 " " $3] = $4; next }
     {
         row = $1 " " $2 " " $3
         start = $1 == "start" ? $4 : start
         change = row in before ? ($4 / before[row] - 1) * 100 : 100
         printf "%-8s %-6s %6d lines %13d instructions, %7d a line %+6.1f %%\n", $1, $2, $3, $4,
                $1 == "start" ? 0 : ($4 - start) / $3, change
         worst = change > worst ? change : worst
     }
     END {
         if (about[0] == about[1])
             exit worst > 3
         print "bench: not compared: the counts are of " substr(about[0], 3) ", this is " substr(about[1], 3)
     }' "$expected" "$work/now"
