#!/bin/sh
# Checks what no compiler checks: the direction of includes, which module may know which library,
# and the size of files. Prints one line a fault; exit status 1 when there is any.
set -eu
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
names goods manifest
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

only_in '^lib/preflag/base/[a-z_/]+\.cpp$' 'yaml.h'
only_in '^lib/preflag/base/[a-z_/]+\.cpp$' 'openssl/'
only_in '^lib/preflag/manifest/[a-z_/]+\.cpp$' 'archive'
only_in '^lib/preflag/rules/[a-z_/]+\.cpp$' 're2/'
only_in '^lib/preflag/watchlists/[a-z_/]+\.cpp$' 'expat'
only_in '^(lib/preflag/(base|manifest|report)|cli)/[a-z_/]+\.cpp$' 'nlohmann/'
only_in '^cli/options/command_line\.cpp$' 'CLI/'

# The library never prints and never exits.
grep -rnE '\b(std::cout|std::cerr|printf\(|fprintf\(|std::exit\(|abort\(\))|fmt::print\((stderr|stdout|")' lib >>"$faults" || true

find lib cli tests \( -name '*.h' -o -name '*.cpp' \) -exec wc -l {} + |
    awk '$2 != "total" && $1 > 500 { print $2 ": " $1 " lines, at most 500" }' >>"$faults"

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
echo "layers, libraries, sizes and top level are as agreed"
