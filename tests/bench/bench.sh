#!/usr/bin/env bash
# Measures the release program on a generated manifest, beside DuckDB; README.md says what and why.
# Usage: bench.sh [--long] [--lines N] [FOLDER]
#        bench.sh --check [--accept]: counts instructions instead (check.sh)
# FOLDER keeps manifests and the DuckDB package between runs (default build/bench).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
program=${PREFLAG:-$root/build/release/cli/preflag}
duckdb_package=@duckdb/node-api@1.5.6-r.1
cache=$root/build/bench
lines=1000000
long=0

fail() {
    printf 'bench: %s\n' "$1" >&2
    exit 2
}

note() {
    printf 'bench: %s\n' "$1" >&2
}

read_arguments() {
    while [ "$#" -gt 0 ]; do
        case $1 in
        --long) long=1 ;;
        --lines)
            [ "$#" -gt 1 ] || fail "--lines: give a number"
            lines=$2
            shift
            ;;
        -*) fail "unknown option $1" ;;
        *) cache=$1 ;;
        esac
        shift
    done
    case $lines in
    '' | 0* | *[!0-9]*) fail "--lines: give a number of lines, not \"$lines\"" ;;
    esac
}

# manifest LINES [KIND [FORMAT]]: prints the path of the manifest with that many lines. It is kept in
# the folder and made again when the generator changes.
manifest() {
    local kind=${2:-mixed} format=${3:-csv} file
    file=$cache/$kind-$1.$format
    if [ ! -f "$file" ] || [ "$here/generate.py" -nt "$file" ]; then
        note "generating $1 lines"
        python3 "$here/generate.py" --lines "$1" --seed 1 --kind "$kind" --format "$format" \
            --output "$file.new"
        mv "$file.new" "$file"
    fi
    printf '%s\n' "$file"
}

# measure RUNS COMMAND...: prints "SECONDS KIB", the median wall time and the highest peak memory.
# One run ahead of these warms the file cache. Any status but 0 ends the benchmark, with the
# command's own words. A command that prints {"seconds": S} is timed by that instead.
measure() {
    python3 - "$@" <<'END'
import json, resource, statistics, subprocess, sys, tempfile, time

runs, command, seconds = int(sys.argv[1]), sys.argv[2:], []
for run in range(runs + 1):
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        # Only a short answer is kept; a report of any size goes to /dev/null.
        keep = command[0] == "node"
        output = subprocess.PIPE if keep else subprocess.DEVNULL
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        elapsed = time.perf_counter() - started
        if done.returncode != 0:
            errors.seek(0)
            sys.stderr.write(errors.read().decode(errors="replace"))
            sys.exit(f"bench: status {done.returncode} from: {' '.join(command)}")
    if keep:
        elapsed = json.loads(done.stdout)["seconds"]
    if run > 0:
        seconds.append(elapsed)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f"{statistics.median(seconds):.4f} {peak}")
END
}

# screen RUNS JOBS FILE: measures the default screening. The report goes to standard output because
# --output renames a finished file onto its target, which must never happen to /dev/null.
screen() {
    measure "$1" "$program" screen "$3" --config none --format jsonl --fail-on never --quiet \
        --jobs "$2"
}

# have_duckdb: installs the package into the cache folder when it is not there yet.
have_duckdb() {
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        note "node or npm is missing: DuckDB is left out"
        return 1
    fi
    [ ! -d "$cache/node_modules/@duckdb/node-api" ] || return 0
    note "installing $duckdb_package into $cache"
    if ! npm install --prefix "$cache" --no-save --no-audit --no-fund --loglevel=error \
        "$duckdb_package" >&2; then
        note "the package cannot be installed: DuckDB is left out"
        return 1
    fi
}

# row WHO THREADS LINES BYTES SECONDS KIB [DUCKDB-SECONDS]: one line of the table.
row() {
    awk -v who="$1" -v threads="$2" -v lines="$3" -v bytes="$4" -v seconds="$5" -v kib="$6" \
        -v other="${7:-}" 'BEGIN {
            ratio = other == "" ? "" : sprintf("%.2f x", other / seconds)
            printf "%-22s %7d %10d %9.3f %12.0f %9.1f %9.1f %9s\n", who, threads, lines, seconds,
                lines / seconds, bytes / seconds / 1e6, kib / 1024, ratio
        }'
}

heading() {
    printf '%-22s %7s %10s %9s %12s %9s %9s %9s\n' \
        who threads lines seconds lines/s MB/s "peak MiB" "to DuckDB"
}

# compare FILE: preflag and DuckDB at equal thread counts.
compare() {
    local bytes threads result seconds kib other other_kib with_duckdb=0
    bytes=$(stat -c %s "$1")
    if have_duckdb; then with_duckdb=1; fi
    heading
    for threads in 1 2; do
        other='' other_kib=''
        if [ "$with_duckdb" -eq 1 ]; then
            result=$(measure 3 node "$here/duckdb.mjs" "$cache" "$1" "$threads")
            read -r other other_kib <<<"$result"
            row "DuckDB (simpler job)" "$threads" "$lines" "$bytes" "$other" "$other_kib"
        fi
        result=$(screen 3 "$threads" "$1")
        read -r seconds kib <<<"$result"
        row "preflag screen" "$threads" "$lines" "$bytes" "$seconds" "$kib" "$other"
    done
}

# kind_row WHO KIND FORMAT LINES: screening of lines of one kind, beside wc -l on the same file.
kind_row() {
    local file threads result seconds kib words
    file=$(manifest "$4" "$2" "$3")
    result=$(measure 3 wc -l "$file")
    read -r words kib <<<"$result"
    for threads in 1 2; do
        result=$(screen 3 "$threads" "$file")
        read -r seconds kib <<<"$result"
        awk -v who="$1" -v threads="$threads" -v lines="$4" -v seconds="$seconds" -v kib="$kib" \
            -v words="$words" -v bytes="$(stat -c %s "$file")" 'BEGIN {
                printf "%-22s %7d %10d %9.3f %12.0f %9.1f %9.1f %9.1f x\n", who, threads, lines,
                    seconds, lines / seconds, bytes / seconds / 1e6, kib / 1024, seconds / words
            }'
    done
}

# kinds: what a line costs by what it holds and how it is written.
kinds() {
    printf '\nby kind of line; the last column is the time in that of wc -l\n'
    heading | sed 's/to DuckDB/  to wc -l/'
    kind_row "nothing listed" clean csv 500000
    kind_row "all lines listed" listed csv 20000
    kind_row "JSON Lines" mixed jsonl 100000
    kind_row "YAML" mixed yaml 20000
}

# start_up: one line, so that loading the packs is all there is.
start_up() {
    local file result seconds kib
    file=$(manifest 1)
    result=$(screen 9 1 "$file")
    read -r seconds kib <<<"$result"
    awk -v s="$seconds" -v k="$kib" \
        'BEGIN { printf "\nstart-up, 1 line: %.1f ms, peak %.1f MiB\n", s * 1000, k / 1024 }'
}

# growth: whether memory stays flat from one to five million lines.
growth() {
    local file count result seconds kib first=
    printf '\nmemory as the file grows, 2 threads\n'
    heading
    for count in 1000000 5000000; do
        file=$(manifest "$count")
        result=$(screen 1 2 "$file")
        read -r seconds kib <<<"$result"
        row "preflag screen" 2 "$count" "$(stat -c %s "$file")" "$seconds" "$kib"
        first=${first:-$kib}
    done
    awk -v a="$first" -v b="$kib" 'BEGIN { printf "peak memory, 5M to 1M: %.2f x\n", b / a }'
}

main() {
    local file
    if [ "${1:-}" = --check ]; then exec "$here/check.sh" "${@:2}"; fi
    read_arguments "$@"
    [ -x "$program" ] || fail "$program is missing: run ./dev build"
    mkdir -p "$cache"
    cache=$(cd "$cache" && pwd -P)
    file=$(manifest "$lines")
    compare "$file"
    kinds
    start_up
    if [ "$long" -eq 1 ]; then growth; fi
}

main "$@"
