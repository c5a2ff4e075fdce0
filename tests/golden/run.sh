#!/bin/sh
# Golden tests: runs the command of each case and compares standard output, standard error and exit
# status, byte for byte. Cases named screen-* run with one and with four threads.
#
#   run.sh PREFLAG SOURCE_FOLDER            compare; prints a line for each case that differs
#   run.sh PREFLAG SOURCE_FOLDER --update   write what comes out now as what is expected
#
# CASES, a shell pattern such as "identify*", chooses cases by name.
#
# Each case has a fresh folder, $here, for what it prepares and writes. The threads are appended to
# the command as an option, or stand where it says $jobs (then for cases of any name).
#
# What differs from run to run or with every edit of a pack (seconds, digests) is masked.
set -u
preflag=$1
source=$2
update=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$source" || exit 2
mkdir "$work/bin" && ln -s "$preflag" "$work/bin/preflag"
PATH="$work/bin:$PATH"
export PATH work
unset XDG_CONFIG_HOME
HOME=$work
export HOME

mask() {
    sed -E -e 's/digest [0-9a-f]{12}/digest DIGEST/g' \
        -e 's/("digest": ?")[0-9a-f]{64}/\1DIGEST/g' \
        -e 's/^[0-9.]+ seconds?, .*/SECONDS/' \
        -e 's/catalogue [0-9]+ substances, [0-9]+ names/catalogue COUNTS/' \
        -e "s|$work/here|HERE|g" -e "s|$work|WORK|g" -e "s|$PWD/||g"
}

run_case() { # case, option
    command=$(cat "$1/command")
    here=$work/here
    chmod -R u+rwx "$here" 2>/dev/null
    rm -rf "$here"
    mkdir "$here"
    jobs=$2
    export here jobs
    case $command in
    *'$jobs'*) ;;
    *) command="$command $2" ;;
    esac
    sh -c "$command" >"$work/stdout.raw" 2>"$work/stderr.raw" </dev/null
    echo $? >"$work/status"
    mask <"$work/stdout.raw" >"$work/stdout"
    mask <"$work/stderr.raw" >"$work/stderr"
}

compare() { # case, extra options
    for part in stdout stderr status; do
        if ! diff -u "$1/$part" "$work/$part" >"$work/diff"; then
            echo "DIFFERS: $1/$part ($2)"
            head -40 "$work/diff"
            failed=1
        fi
    done
}

failed=0
count=0
for case in tests/golden/${CASES:-*}/command; do
    case=${case%/command}
    count=$((count + 1))
    variants=" "
    if grep -q '\$jobs' "$case/command" || [ "$case" != "${case#tests/golden/screen-}" ]; then
        variants="--jobs=1 --jobs=4"
    fi
    for variant in $variants; do
        run_case "$case" "$variant"
        if [ "$update" = --update ]; then
            cp "$work/stdout" "$work/stderr" "$work/status" "$case/"
        else
            compare "$case" "$variant"
        fi
    done
    if [ "$variants" = " " ]; then
        run_case "$case" ""
        if [ "$update" = --update ]; then
            cp "$work/stdout" "$work/stderr" "$work/status" "$case/"
        else
            compare "$case" ""
        fi
    fi
done
[ "$failed" = 0 ] && echo "$count golden cases are as expected"
exit "$failed"
