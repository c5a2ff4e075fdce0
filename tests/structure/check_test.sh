#!/bin/sh
# The structure check must fail on a tree with a fault, and name it.
set -eu
check=$1
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/lib/preflag/base" "$tree/cli" "$tree/tests"

expect_fault() {
    if output=$("$check" "$tree"); then
        echo "a tree with a fault passed: $1"
        exit 1
    fi
    case $output in
    *"$1"*) ;;
    *) echo "expected \"$1\" in: $output" && exit 1 ;;
    esac
}

"$check" "$tree" >/dev/null
echo '#include <preflag/goods/substance.h>' >"$tree/lib/preflag/base/a.h"
expect_fault 'base must not know goods'
echo '#include <yaml.h>' >"$tree/lib/preflag/base/a.h"
expect_fault 'may not include <yaml.h'
yes '//' | head -501 >"$tree/lib/preflag/base/a.h"
expect_fault '501 lines'
echo 'void f() { std::cout << 1; }' >"$tree/lib/preflag/base/a.h"
expect_fault 'std::cout'
rm "$tree/lib/preflag/base/a.h"
touch "$tree/notes.txt"
expect_fault 'notes.txt: does not belong to the top level'
echo "every fault was found"
