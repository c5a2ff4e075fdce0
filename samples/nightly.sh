#!/bin/sh
# Screens each night what arrived in a drop folder. For cron, as a user who may write these folders:
#
#   15 2 * * *  /usr/local/share/preflag/samples/nightly.sh
#
#   nightly.sh            what arrived, and before it every batch of an earlier night without a result
#   nightly.sh BATCH...   these batches once more, for example 2026-11-25
#
# What is taken from the drop folder is a batch: a folder of TAKEN, named by the date (the second of a
# day 2026-11-25.2), never changed afterwards. Its reports stand in REPORTS under the same name. The
# last of them, BATCH.status, is only there when the batch was screened and everybody was told.
#
# Compliance gets a mail when lines were flagged, and whenever a run was incomplete. Operations get an
# alarm when a result is missing or incomplete (3), and for whatever else goes wrong; when no mail
# can be sent, standard error (cron mails it) and the system's log get it. The exit status is the worst one.
set -eu
umask 077
export LC_ALL=C.UTF-8
PATH=${PATH:-/usr/bin:/bin}:/usr/local/bin:$(dirname "$(readlink -f "$0")")/../../../bin

drop=${DROP:-/srv/preflag/incoming}
taken=${TAKEN:-/srv/preflag/taken}
reports=${REPORTS:-/srv/preflag/reports}
config=${CONFIG:-/etc/preflag/config.yaml}
mail_to=${MAIL_TO:-compliance@example.org}
alarm_to=${ALARM_TO:-operations@example.org}
night=$(date +%F)
worst=0
unsent= # yes: the batch has no result, or somebody could not be told
at_its_end=

# note_status STATUS: 2, no result, outranks 3, incomplete, and that 1, flagged.
note_status() {
    case $worst$1 in
    2? | ?0 | 31) ;;
    *) worst=$1 ;;
    esac
}

# send SUBJECT ADDRESS: the text comes on standard input.
send() {
    mail -s "$1" "$2"
}

# alarm SUBJECT TEXT
alarm() {
    subject="preflag ALARM $night: $1"
    if ! printf '%s\n' "$2" | send "$subject" "$alarm_to"; then
        printf '%s\n%s\n' "$subject" "$2" >&2
        logger -p user.alert -t preflag "$subject" 2>/dev/null || true
        note_status 2
        unsent=yes
    fi
}

# stop TEXT: nothing can be done this night.
stop() {
    at_its_end=yes
    alarm "not run" "$1"
    exit 2
}

on_exit() {
    status=$?
    [ -n "$at_its_end" ] || alarm "stopped" "nightly.sh ended with status $status before its end."
}
trap on_exit EXIT
trap 'exit 2' HUP INT TERM

# take_arrivals: makes a batch of the files of the drop folder and its sub-folders. Files that are still
# being written stay: those changed within five minutes, hidden ones, and those named like a part. A file
# has its name in the batch only when it is whole, and leaves the drop folder only then; what an
# interrupted night has left is continued.
take_arrivals() {
    arriving=$(cd "$taken" && pwd)/.arriving
    mkdir -p "$arriving" && rm -f "$arriving/.copy" || return 1
    (
        cd "$drop" && find . -type f -mmin +5 ! -path './.*' ! -path './*/.*' \
            ! -name '*.part' ! -name '*.filepart' ! -name '*.crdownload' ! -name '*.tmp' \
            -exec sh -c '
                arriving=$1; shift
                for file; do
                    place=$arriving/${file#./}
                    if [ -e "$place" ]; then
                        ! cmp -s "$file" "$place" || rm "$file" || exit 1
                        continue
                    fi
                    mkdir -p "${place%/*}" && cp -p "$file" "$arriving/.copy" && sync "$arriving/.copy" &&
                        mv "$arriving/.copy" "$place" && rm "$file" || exit 1
                done' sh "$arriving" {} +
    ) || return 1
    [ -n "$(ls -A "$arriving")" ] || return 0
    batch=$night
    number=2
    while [ -e "$taken/$batch" ]; do
        batch=$night.$number
        number=$((number + 1))
    done
    mv "$arriving" "$taken/$batch"
}

# count_of KEY: a number of the run's summary.
count_of() {
    sed -n "s/.*\"$1\": *\([0-9][0-9]*\).*/\1/p" "$report.json" 2>/dev/null | head -1
}

# headline: "12 lines to look at: 1 critical, 11 high".
headline() {
    bad=
    for severity in critical high medium low; do
        count=$(count_of "$severity")
        [ "${count:-0}" -eq 0 ] || bad="$bad${bad:+, }$count $severity"
    done
    lines=$(count_of lines_flagged)
    echo "${lines:-0} line$([ "${lines:-0}" -eq 1 ] || echo s) to look at${bad:+: $bad}"
}

# told_of STATUS: the mail to compliance. A run without a result may have a report all the same.
told_of() {
    case $1 in
    0) ;;
    1) send "preflag $batch: $(headline)" "$mail_to" <"$report.txt" ;;
    *) [ ! -s "$report.txt" ] || send "preflag $batch: INCOMPLETE, $(headline)" "$mail_to" <"$report.txt" ;;
    esac
}

# alarm_of STATUS: why there is no result or no whole one, and what the program said.
alarm_of() {
    log=$(head -c 1000000 "$report.log" 2>&1 || true)
    case $1 in
    0 | 1) ;;
    3)
        alarm "$batch is incomplete" "$(printf '%s\n' "$log" | grep '^INCOMPLETE' || true)
When the reason is gone: nightly.sh $batch

$log"
        ;;
    *) alarm "$batch has no result" "It is screened again with the next night (status $1).

$log" ;;
    esac
}

# screen_batch BATCH: it is finished when there is a result and everybody was told.
screen_batch() {
    batch=$1
    report=$reports/$batch
    rm -f "$report.status" "$report.txt" "$report.json"
    status=0
    unsent=
    preflag screen "$taken/$batch" --config "$config" --unread fail \
        --output "table:$report.txt" --output "$report.jsonl" \
        --summary "$report.json" --rejects "$report.rejects.csv" 2>"$report.log" || status=$?
    case $status in
    0 | 1 | 3) note_status "$status" ;;
    *) note_status 2 && unsent=yes ;;
    esac
    if ! told_of "$status"; then
        note_status 2
        unsent=yes
        alarm "compliance could not be told of $batch" "The report is $report.txt"
    fi
    alarm_of "$status"
    [ -n "$unsent" ] || echo "$status" >"$report.status"
}

for folder in "$drop" "$taken" "$reports"; do
    [ -d "$folder" ] || stop "There is no folder $folder; make it with: install -d -m 700 $folder"
done
command -v preflag >/dev/null || stop "The program preflag is not found in $PATH"
touch "$reports/.lock" || stop "$reports/.lock cannot be written."
exec 9>>"$reports/.lock"
flock -n 9 || stop "The run before has not ended: $reports/.lock is held."

if [ "$#" -eq 0 ]; then
    if ! problem=$(take_arrivals 2>&1); then
        note_status 2
        alarm "not everything could be taken from $drop" "$problem
What was not taken stays there; the next night goes on with it."
    fi
    for folder in "$taken"/*/; do
        batch=$(basename "$folder")
        [ ! -d "$folder" ] || [ -e "$reports/$batch.status" ] || set -- "$@" "$batch"
    done
    [ "$#" -gt 0 ] || [ -n "$problem" ] || [ -e "$reports/$night.log" ] ||
        echo "nothing arrived" >"$reports/$night.log"
fi
for batch; do
    [ -d "$taken/$batch" ] || stop "There is no batch $batch in $taken"
    screen_batch "$batch"
done

waiting=$(find "$drop" ! -type d -mmin +1440)
if [ -n "$waiting" ]; then
    note_status 3
    alarm "files stay in the drop folder for more than a day" "$waiting"
fi
at_its_end=yes
exit "$worst"
