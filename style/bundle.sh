#!/bin/sh
# Joins the style sheets into the one file that index.html links, so that a phone makes one request.
# Only the order of the layers matters, and layers.css, which gives it, comes first.
set -eu
cd "$(dirname "$0")"
mkdir -p ../target/style
for sheet in layers.css tokens.css reset.css base.css layout.css components/*.css features/*.css \
    pages/*.css print.css; do
    if [ -f "$sheet" ]; then
        cat "$sheet"
    fi
done > ../target/style/steadyhand.css
