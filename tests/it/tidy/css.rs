//! Just enough of CSS's grammar to find lengths, colours and classes.

/// A declaration (`color: red`) or what stands before a block (`.card`, `@media …`), with the line
/// it begins on, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub line: usize,
    pub is_declaration: bool,
}

/// The pieces of a style sheet. Comments are gone, quoted text and `url(…)` are empty.
pub fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let (mut line, mut began) = (1, 1);
    for c in blank(source).chars() {
        match c {
            '{' | ';' | '}' => {
                let piece = text.trim().to_owned();
                if !piece.is_empty() {
                    pieces.push(Piece { text: piece, line: began, is_declaration: c != '{' });
                }
                text.clear();
            }
            _ => {
                if text.trim().is_empty() {
                    began = line;
                }
                text.push(c);
            }
        }
        line += usize::from(c == '\n');
    }
    pieces
}

/// The source without comments, quoted text and addresses, every line where it was.
fn blank(source: &str) -> String {
    let mut left = source;
    let mut out = String::new();
    while let Some(first) = left.chars().next() {
        let rest = &left[first.len_utf8()..];
        let skipped = if let Some(comment) = left.strip_prefix("/*") {
            comment.find("*/").map_or(left.len(), |end| end + 4)
        } else if left.starts_with("url(") {
            left.find(')').map_or(left.len(), |end| end + 1)
        } else if first == '"' || first == '\'' {
            rest.find(first).map_or(left.len(), |end| end + 2)
        } else {
            out.push(first);
            left = rest;
            continue;
        };
        out.extend(left[..skipped].chars().filter(|c| *c == '\n'));
        left = &left[skipped..];
    }
    out
}

/// Every length in px and every colour that the piece spells out, with the piece's line.
pub fn literals(piece: &Piece) -> Vec<String> {
    let value = match piece.text.split_once(':') {
        Some((_, value)) if piece.is_declaration => value,
        // An at-rule such as `@media (width > 900px)` is looked at whole, a selector not at all.
        _ if piece.text.starts_with('@') => piece.text.as_str(),
        _ => return Vec::new(),
    };
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '#' | '-' | '_' | '.' | '(' | '%');
    value
        .split(|c: char| !in_word(c))
        .flat_map(|words| words.split_inclusive('('))
        .filter(|word| is_pixels(word) || is_colour(word))
        .map(|word| word.trim_end_matches('(').to_owned())
        .collect()
}

fn is_pixels(word: &str) -> bool {
    let number = word.to_ascii_lowercase();
    let number = number.trim_end_matches('(').strip_suffix("px").unwrap_or_default();
    !number.is_empty() && number.parse::<f64>().is_ok()
}

fn is_colour(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    if let Some(digits) = word.strip_prefix('#') {
        return matches!(digits.len(), 3 | 4 | 6 | 8)
            && digits.chars().all(|c| c.is_ascii_hexdigit());
    }
    match word.strip_suffix('(') {
        Some(function) => COLOUR_FUNCTIONS.contains(&function),
        None => COLOUR_NAMES.split_whitespace().any(|name| name == word),
    }
}

/// Whether the style sheet has a rule for the class `class` or for a part of it, `class__part`.
pub fn has_class(source: &str, class: &str) -> bool {
    let wanted = format!(".{class}");
    pieces(source).iter().filter(|piece| !piece.is_declaration).any(|piece| {
        piece.text.match_indices(&wanted).any(|(at, _)| {
            let rest = &piece.text[at + wanted.len()..];
            let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
            !goes_on || rest.starts_with("__")
        })
    })
}

/// `color-mix` is not among them: mixing two tokens is no literal.
const COLOUR_FUNCTIONS: [&str; 10] =
    ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"];

/// The named colours of CSS Color 4. System colours, `transparent` and `currentcolor` are lawful.
const COLOUR_NAMES: &str = "
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet
    brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan
    darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta
    darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue
    darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey
    dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray
    green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
    lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen
    lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey
    lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
    mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise
    mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
    olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred
    papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue
    saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
    slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white
    whitesmoke yellow yellowgreen";

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<(String, usize)> {
        let spread = |piece: &Piece| {
            let line = piece.line;
            literals(piece).into_iter().map(move |literal| (literal, line)).collect::<Vec<_>>()
        };
        pieces(source).iter().flat_map(spread).collect()
    }

    #[test]
    fn pixels_and_colours_are_found_where_they_are() {
        let source = "a {\n  margin: 0 -1.5px;\n  color: #FFF;\n}\n@media (width > 900px) {\n  b { \
                      border: thin solid rgb(0 0 0); background: linear-gradient(red, White) }\n}";
        let expected =
            [("-1.5px", 2), ("#FFF", 3), ("900px", 5), ("rgb", 6), ("red", 6), ("White", 6)];
        assert_eq!(found(source), expected.map(|(literal, line)| (literal.to_owned(), line)));
    }

    #[test]
    fn tokens_names_and_comments_are_lawful() {
        let source = "/* red 1px */ #face:hover, .red { white-space: nowrap; color: var(--red); \
                      background: url(a#fff.svg) color-mix(in oklab, var(--a), transparent); \
                      content: \"1px red\"; fill: CanvasText; margin: calc(2 * var(--space-1px)) }";
        assert_eq!(found(source), []);
    }

    #[test]
    fn a_class_is_found_whole() {
        let source = "@layer components { a.goal-card:hover { margin: 0 } }";
        assert!(has_class(source, "goal-card"));
        assert!(!has_class(source, "goal"));
        assert!(has_class(".goal__title { margin: 0 }", "goal"));
        assert!(!has_class(".goal_title { margin: 0 }", "goal"));
        assert!(!has_class("/* .goal */", "goal"));
    }
}
