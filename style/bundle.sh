#!/bin/sh
# Joins the style sheets into the three files that index.html links. Only the order of the layers matters,
# and layers.css, which gives it, comes first.
#
# The first file is what the start screen and the first page of a first visit are drawn with; it is there for them alone,
# for the second has all of it too, and what Today needs besides. The third has all else, and a release asks for it
# together with the parts of the program that draw with it (release/split.mjs, which also refuses a release whose first
# part draws with a sheet that is not named here).
set -eu
cd "$(dirname "$0")"
start="button logo page_head"
today="action_bar banner cap card check_row icon list_row save_state section shell tab_bar week_line"
mkdir -p ../target/style
{
    cat layers.css tokens.css reset.css base.css layout.css
    for name in $start; do cat "components/$name.css"; done
} > ../target/style/start.css
{
    cat ../target/style/start.css
    for name in $today; do cat "components/$name.css"; done
} > ../target/style/steadyhand.css
{
    for sheet in components/*.css features/*.css pages/*.css print.css; do
        name=$(basename "$sheet" .css)
        case " $start $today " in
            *" $name "*) [ "${sheet%%/*}" = components ] || cat "$sheet" ;;
            *) cat "$sheet" ;;
        esac
    done
} > ../target/style/rest.css
