#!/bin/sh
# Checks what no compiler checks: the direction of includes, which module may know which library, the
# size of files and folders, and that each source file has its header. Prints one line a fault; exit status 1 when there is any.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
listed=$here/shared_headers.txt
cd "$1"
faults=$(mktemp)
trap 'rm -f "$faults"' EXIT

# may_not FOLDER LAYER...: no file of FOLDER includes a header of these layers.
may_not() {
    folder=$1
    shift
    for layer in "$@"; do
        grep -rnE "#include [<\"]preflag/$layer/" "lib/preflag/$folder" 2>/dev/null |
            sed "s|\$|    ($folder must not know $layer)|" >>"$faults" || true
    done
}

# The folders from the lowest to the highest; those of one row do not know each other.
rows='base
names goods manifest places
watchlists consignees rules
knowledge
screening
clearance history
run
report'
above=$(printf '%s\n' "$rows" | tr '\n' ' ')
printf '%s\n' "$rows" | while read -r row; do
    above=${above#"$row "}
    for folder in $row; do
        beside=$(printf '%s\n' $row | grep -vx "$folder" || true)
        may_not "$folder" $beside $above
    done
done
may_not rules names
may_not manifest goods
if grep -rnE '#include "(\.\./)*cli/' lib >>"$faults"; then :; fi

# only_in PATTERN HEADER: files that include HEADER all match PATTERN.
only_in() {
    grep -rlE "#include <$2" lib cli --include='*.h' --include='*.cpp' 2>/dev/null |
        grep -vE "$1" | sed "s|\$|: may not include <$2...>|" >>"$faults" || true
}

only_in '^lib/preflag/base/[a-z_/]+\.cpp$' 'yaml-cpp/'
only_in '^lib/preflag/base/[a-z_/]+\.cpp$' 'openssl/'
only_in '^lib/preflag/manifest/[a-z_/]+\.cpp$' 'archive'
only_in '^lib/preflag/rules/[a-z_/]+\.cpp$' 're2/'
only_in '^lib/preflag/(manifest|watchlists)/[a-z_/]+\.cpp$' 'expat'
only_in '^(lib/preflag/(base|manifest|report)|cli)/[a-z_/]+\.cpp$' 'nlohmann/'
only_in '^lib/preflag/report/[a-z_/]+\.cpp$' 'xlsxwriter'
only_in '^cli/command_line/command_line\.cpp$' 'CLI/'

# The library never prints and never exits.
grep -rnE '\b(std::cout|std::cerr|printf\(|fprintf\(|std::exit\(|abort\(\))|fmt::print\((stderr|stdout|")' lib >>"$faults" || true

find lib cli tests \( -name '*.h' -o -name '*.cpp' \) -exec wc -l {} + |
    awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines, at most 400" }' >>"$faults"

# A source file has a header of its name. Those that define what a header declares together for their
# kind are listed in shared_headers.txt; a line there that is not needed any more is a fault, too.
sources=$(find lib cli -name '*.cpp' ! -path cli/main.cpp ! -name 'write_*.cpp')
for source in $sources; do
    if [ ! -e "${source%.cpp}.h" ]; then
        grep -qxF "$source" "$listed" || echo "$source: has no header of its name" >>"$faults"
    elif grep -qxF "$source" "$listed"; then
        echo "$source: has a header now; remove it from $(basename "$listed")" >>"$faults"
    fi
done

"$here/clashes.py" . >>"$faults"
"$here/serialised.py" . >>"$faults"

# A folder has at most 28 sources.
find lib cli \( -name '*.h' -o -name '*.cpp' \) | sed 's|/[^/]*$||' | sort | uniq -c |
    awk '$1 > 28 { print $2 ": " $1 " sources, at most 28; sort them into folders" }' >>"$faults"

# What is built is listed; only golden cases, which are data, are looked for.
grep -rn --include=CMakeLists.txt 'file(GLOB' lib cli tests 2>/dev/null | grep -v '^tests/golden/CMakeLists.txt:' |
    sed 's|$|    (list the files)|' >>"$faults" || true

for old in tests/golden/*/command; do
    [ ! -e "$old" ] || echo "$old: a golden case is one file, TOPIC/CASE.txt" >>"$faults"
done

for name in *; do
    case $name in
    ARCHITECTURE.md | CHANGELOG.md | CMakeLists.txt | CMakePresets.json | LICENSE | README.md) ;;
    build | cli | dev | docs | lib | rules | samples | tests) ;;
    *) echo "$name: does not belong to the top level" >>"$faults" ;;
    esac
done

if [ -s "$faults" ]; then
    cat "$faults"
    exit 1
fi
echo "layers, libraries, headers, sizes and top level are as agreed"
