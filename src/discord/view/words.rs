//! What a person wrote, so that it looks as typed and has no power.

/// A person's words, so that they look as typed: markdown and mentions lose their power, and nothing can begin a
/// heading, a quote or a list.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 8);
    let mut line_start = true;
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '[' | ']' | '(' | ')')
            || (line_start && matches!(c, '#' | '-' | '+'))
        {
            quoted.push('\\');
        }
        quoted.push(c);
        if c == '@' {
            // A zero-width space: the word stays readable and mentions nobody, even where a reader copies it.
            quoted.push('\u{200b}');
        }
        line_start = c == '\n' || (line_start && c == ' ');
    }
    quoted
}

/// A person's words in at most `max` characters, with an ellipsis where something is missing.
#[must_use]
pub fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(max.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_person_lose_their_power_but_not_their_letters() {
        assert_eq!(quote("# Hallo *du*"), "\\# Hallo \\*du\\*");
        assert_eq!(quote("@everyone"), "@\u{200b}everyone");
        assert_eq!(quote("[Klick](https://x.example)"), "\\[Klick\\]\\(https://x.example\\)");
        assert_eq!(quote("a - b\n - c"), "a - b\n \\- c");
    }

    #[test]
    fn a_shortened_text_fits_and_says_so() {
        assert_eq!(shorten("kurz", 10), "kurz");
        assert_eq!(shorten("ein langer Satz", 5), "ein…");
    }
}
