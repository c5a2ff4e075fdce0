# For cases of the nightly kind: samples/nightly.sh in folders of its own, with a `mail` that prints and a
# `date` that says $TODAY. A case may put other programs into $here/bin.
mkdir "$here/incoming" "$here/taken" "$here/reports" "$here/bin"
export TODAY=2026-11-26 DROP=$here/incoming TAKEN=$here/taken REPORTS=$here/reports
export CONFIG=samples/nightly.config
PATH=$here/bin:$PATH

# program NAME: a program of this name, with the text on standard input.
program() {
    { echo '#!/bin/sh' && cat; } >"$here/bin/$1"
    chmod +x "$here/bin/$1"
}
program mail <<'END'
echo "mail to $3: $2"
sed 's/^/    /'
END
program date <<'END'
echo "$TODAY"
END

# arrive FILE...: they came an hour ago.
arrive() {
    for manifest; do
        cp "$manifest" "$here/incoming/"
    done
    find "$here/incoming" -type f -exec touch -d '1 hour ago' {} +
}

# steady: without what changes with the rules.
steady() {
    sed -E -e 's/, edition .*, digest/, digest/' -e 's/catalogue .*/catalogue COUNTS/' \
        -e 's/digest [0-9a-f]{12}/digest DIGEST/' -e 's/[0-9.]+ seconds?, .*/SECONDS/' \
        -e 's/canaries [0-9]+/canaries N/; s/canaries N\/[0-9]+/canaries N\/N/' \
        -e 's/rules active [0-9]+ of [0-9]+/rules active COUNTS/' -e '/^ *(pack|law|not checked: red-flag) /d'
}

# night [BATCH...]: the mails and the status.
night() {
    status=0
    samples/nightly.sh "$@" >"$here/out" 2>&1 || status=$?
    steady <"$here/out"
    echo "status $status"
}

# files: those of the three folders.
files() {
    (cd "$here" && find incoming taken reports -type f ! -name .lock | LC_ALL=C sort)
}
