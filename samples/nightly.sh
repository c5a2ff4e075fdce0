#!/bin/sh
# Screens each night what arrived in a drop folder. For cron, as a user who may write these folders:
#
#   15 2 * * *  /usr/local/share/preflag/samples/nightly.sh
#
# The reports of a night stand in REPORTS under its date. Somebody gets a mail only when lines were
# flagged (status 1), and an alarm when the result is missing or not to be trusted (2 or 3). What is
# taken from the drop folder stays in TAKEN under the same date, so that a night can be run again.
set -eu
drop=${DROP:-/srv/preflag/incoming}
taken=${TAKEN:-/srv/preflag/taken}
reports=${REPORTS:-/srv/preflag/reports}
config=${CONFIG:-/etc/preflag/config.yaml}
mail_to=${MAIL_TO:-compliance@example.org}
alarm_to=${ALARM_TO:-operations@example.org}
night=$(date +%F)
report=$reports/$night

alarm() { # subject; the text comes on standard input
    mail -s "preflag ALARM $night: $1" "$alarm_to"
}

exec 9>"$reports/.lock"
if ! flock -n 9; then
    echo "The run before has not ended: $reports/.lock is held." | alarm "not run"
    exit 2
fi

# Files that are still being written are left for the next night.
mkdir -p "$taken/$night"
find "$drop" -maxdepth 1 -type f -mmin +5 -exec mv -n -t "$taken/$night" {} +
if [ -z "$(ls -A "$taken/$night")" ]; then
    echo "nothing arrived" >"$report.log"
    exit 0
fi

status=0
preflag screen "$taken/$night" --config "$config" \
    --output "table:$report.txt" --output "$report.jsonl" \
    --summary "$report.json" --rejects "$report.rejects.csv" 2>"$report.log" || status=$?

case $status in
0) ;;
1) mail -s "preflag $night: lines to look at" "$mail_to" <"$report.txt" ;;
3) cat "$report.log" "$report.txt" | alarm "incomplete, see $report.rejects.csv" ;;
*) alarm "no result" <"$report.log" ;;
esac
exit "$status"
