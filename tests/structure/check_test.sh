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
echo '#include <yaml-cpp/yaml.h>' >"$tree/lib/preflag/base/a.h"
expect_fault 'may not include <yaml-cpp/'
yes '//' | head -401 >"$tree/lib/preflag/base/a.h"
expect_fault '401 lines'
echo 'void f() { std::cout << 1; }' >"$tree/lib/preflag/base/a.h"
expect_fault 'std::cout'
rm "$tree/lib/preflag/base/a.h"
touch "$tree/lib/preflag/base/alone.cpp"
expect_fault 'alone.cpp: has no header of its name'
rm "$tree/lib/preflag/base/alone.cpp"
for name in a b; do
    printf 'namespace {\nbool is_same(int %s) {\n}\n} // namespace\n' "$name" >"$tree/cli/$name.cpp"
    touch "$tree/cli/$name.h"
done
expect_fault 'is_same(int) is defined in each'
rm "$tree"/cli/[ab].*
for n in 1 2 3 4 5 6 7 8 9 10; do touch "$tree/cli/a$n.h" "$tree/cli/b$n.h" "$tree/cli/c$n.h"; done
expect_fault 'cli: 30 sources'
rm "$tree"/cli/*.h
echo 'file(GLOB all *.cpp)' >"$tree/cli/CMakeLists.txt"
expect_fault 'list the files'
rm "$tree/cli/CMakeLists.txt"
mkdir -p "$tree/tests/golden/old-case"
touch "$tree/tests/golden/old-case/command"
expect_fault 'a golden case is one file'
rm -r "$tree/tests/golden"
touch "$tree/notes.txt"
expect_fault 'notes.txt: does not belong to the top level'
echo "every fault was found"
