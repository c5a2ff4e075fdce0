#!/bin/sh
# Runs golden cases by a copy of the program that has no image of the rules, so that it reads their YAML:
# both ways to start say the same. The copy stands beside the build, where it finds the rules of the sources.
#
#   without_image.sh PREFLAG CASE...
set -eu
program=$1
shift
build=$(cd "$(dirname "$program")/.." && pwd -P)
copy=$(mktemp -d "$build.yaml.XXXXXX")
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/cli"
cp "$program" "$copy/cli/preflag"
touch "$copy/CMakeCache.txt"
"$(dirname "$0")/run" --program "$copy/cli/preflag" "$@"
