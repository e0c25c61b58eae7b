#!/bin/sh
# Starts Gongkai with its data beside it and opens the browser when it is up.
cd "$(dirname "$0")" || exit 1
(sleep 4; xdg-open http://localhost:5080) >/dev/null 2>&1 &
exec ./gongkai serve --data gongkai-data/house
