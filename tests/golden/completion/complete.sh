#!/bin/bash
# What the bash completion offers behind the given words; the last one may be a beginning.
source <(preflag completion bash)
COMP_WORDS=(preflag "$@")
COMP_CWORD=$#
_preflag
printf '%s:' "$*"
printf ' %s' "${COMPREPLY[@]}"
echo
