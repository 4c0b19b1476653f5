#!/bin/sh
# Joins the style sheets into the two files that index.html links. Only the order of the layers matters,
# and layers.css, which gives it, comes first.
#
# The first file is what the start screen and Today are drawn with. The second has all else, and a release
# asks for it together with the parts of the program that draw with it (release/split.mjs, which also
# refuses a release whose first part draws with a sheet that is not named here).
set -eu
cd "$(dirname "$0")"
first="action_bar banner button cap card check_row icon list_row logo page_head save_state section
    shell tab_bar week_line"
mkdir -p ../target/style
{
    cat layers.css tokens.css reset.css base.css layout.css
    for name in $first; do cat "components/$name.css"; done
} > ../target/style/steadyhand.css
{
    for sheet in components/*.css features/*.css pages/*.css print.css; do
        name=$(basename "$sheet" .css)
        case " $(echo $first) " in
            *" $name "*) [ "${sheet%%/*}" = components ] || cat "$sheet" ;;
            *) cat "$sheet" ;;
        esac
    done
} > ../target/style/rest.css
