#!/bin/sh
# install.sh BUILD SOURCE CXX GENERATOR: installs into a folder of its own, builds samples/library against
# what is installed there, as anybody else would, and looks at what the sample says.
set -eu
build=$1 source=$2 compiler=$3 generator=$4
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

cmake --install "$build" --prefix "$here/prefix" >"$here/log" 2>&1 || { cat "$here/log"; exit 1; }
{
    cmake -S "$source/samples/library" -B "$here/sample" -G "$generator" -DCMAKE_PREFIX_PATH="$here/prefix" \
        -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_FIND_PACKAGE_NO_PACKAGE_REGISTRY=ON
    cmake --build "$here/sample"
} >"$here/log" 2>&1 || { cat "$here/log"; exit 1; }

cat >"$here/orders.csv" <<END
Goods,Consignee,Destination
"Nitric acid 65 %",Herr Max Muster,DE
Cotton shirts,Example Textile GmbH,DE
END
status=0
"$here/sample/findings" "$here/orders.csv" >"$here/said" || status=$?
cat "$here/said"
[ $status -eq 1 ] || { echo "status $status, expected 1: something was flagged" >&2; exit 1; }
grep -q '^2: eu-2019-1148/annex-i/nitric-acid (restricted): nitric acid 65 % ' "$here/said"
grep -q '^2 lines read, 1 flagged$' "$here/said"
if grep -q '^3: ' "$here/said"; then
    echo "a clear line has findings" >&2
    exit 1
fi
