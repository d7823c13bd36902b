# Ends the program and all that it started before its command number $KILL_AT. Read through BASH_ENV.
unset BASH_ENV
set -T
commands=0
trap 'if ((++commands == KILL_AT)); then kill -KILL 0; fi' DEBUG
