#!/bin/sh
# Runs samples/nightly.sh over the given manifests in the folder $here, with a `mail` that prints.
# Shows the mails, the status and the files of the night; the date is masked.
mkdir "$here/incoming" "$here/taken" "$here/reports" "$here/bin"
cat >"$here/bin/mail" <<'END'
#!/bin/sh
echo "mail to $3: $2"
sed 's/^/    /'
END
chmod +x "$here/bin/mail"
for manifest in "$@"; do
    cp "$manifest" "$here/incoming/"
done
find "$here/incoming" -type f -exec touch -d '1 hour ago' {} +
[ -z "${STILL_WRITTEN:-}" ] || cp "$STILL_WRITTEN" "$here/incoming/"
[ -z "${HELD:-}" ] || { exec 8>"$here/reports/.lock" && flock 8; }
DROP=$here/incoming TAKEN=$here/taken REPORTS=$here/reports CONFIG=samples/nightly.config \
    PATH=$here/bin:$PATH samples/nightly.sh >"$here/out" 2>&1
status=$?
{
    cat "$here/out"
    echo "status $status"
    cd "$here" && find incoming taken reports -type f | LC_ALL=C sort
} | sed -E -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}(:|\.|\/| )/NIGHT\1/g' -e 's/digest [0-9a-f]{12}/digest DIGEST/' \
    -e 's/[0-9.]+ seconds, .*/SECONDS/' -e 's/, edition .*, digest/, digest/' -e 's/catalogue .*/catalogue COUNTS/' -e 's/canaries [0-9]+/canaries N/; s/canaries N\/[0-9]+/canaries N\/N/' -e 's/rules active [0-9]+ of [0-9]+/rules active COUNTS/' -e '/^ *pack /d'
