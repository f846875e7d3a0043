//! Cuts Rust source into words, signs and texts, so that a rule looks at code alone: a comment may well say "serenity".

/// What a piece of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name, keyword or number.
    Word,
    /// A string literal, without its quotes.
    Text,
    /// Punctuation, one letter each, but `::` as one.
    Sign,
}

/// One piece of code.
#[derive(Debug, Clone)]
pub struct Token {
    /// The line it begins in, from 1.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
    /// How it reads.
    pub text: String,
}

impl Token {
    /// Whether this is code (no string literal) that reads so.
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

struct Cutter<'a> {
    rest: &'a str,
    line: usize,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    fn take(&mut self, length: usize) -> &str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn push(&mut self, kind: Kind, length: usize, strip: (usize, usize)) {
        let line = self.line;
        let taken = self.take(length);
        let text = taken[strip.0..taken.len() - strip.1].to_owned();
        self.tokens.push(Token { line, kind, text });
    }
}

/// The length of a block comment, which may hold others.
fn block_comment(code: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < code.len() {
        if code[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if code[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += code[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    code.len()
}

/// The length of what is quoted, quotes included; `code` begins with the quote.
fn quoted(code: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in code.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    code.len()
}

/// The prefix of a string literal (`b`, `r##`), its number of hashes, and whether it is raw; `None` if none begins here.
fn prefix(code: &str) -> Option<(usize, usize, bool)> {
    let letters = code.len() - code.trim_start_matches(['b', 'c', 'r']).len();
    let raw = code[..letters].contains('r');
    let hashes = if raw { code[letters..].len() - code[letters..].trim_start_matches('#').len() } else { 0 };
    (letters <= 2 && code[letters + hashes..].starts_with('"')).then_some((letters + hashes, hashes, raw))
}

/// Cuts code into its pieces; comments and character literals are left out.
pub fn cut(code: &str) -> Vec<Token> {
    let mut cutter = Cutter { rest: code, line: 1, tokens: Vec::new() };
    while let Some(first) = cutter.rest.chars().next() {
        let rest = cutter.rest;
        if rest.starts_with("//") {
            cutter.take(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            cutter.take(block_comment(rest));
        } else if let Some((before, hashes, raw)) = prefix(rest) {
            let end = format!("\"{}", "#".repeat(hashes));
            let length = if raw {
                rest[before + 1..].find(&end).map_or(rest.len(), |at| before + 1 + at + end.len())
            } else {
                before + quoted(&rest[before..], '"')
            };
            cutter.push(Kind::Text, length, (before + 1, 1 + hashes));
        } else if first == '\'' {
            let mut letters = rest.chars().skip(1);
            let (one, two) = (letters.next(), letters.next());
            let lifetime = one != Some('\\') && two != Some('\'');
            let length = if lifetime { 1 } else { quoted(rest, '\'') };
            cutter.take(length);
        } else if first.is_alphanumeric() || first == '_' {
            let length =
                rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
            cutter.push(Kind::Word, length, (0, 0));
        } else if first.is_whitespace() {
            cutter.take(first.len_utf8());
        } else {
            let length = if rest.starts_with("::") { 2 } else { first.len_utf8() };
            cutter.push(Kind::Sign, length, (0, 0));
        }
    }
    cutter.tokens
}

/// The index behind the bracket that closes the one at `open`.
pub fn closed(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is("(") || token.is("[") || token.is("{") {
            depth += 1;
        } else if token.is(")") || token.is("]") || token.is("}") {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        }
    }
    tokens.len()
}

/// Whether the code at `at` reads like `pattern`, whose words stand apart by blanks.
pub fn reads(tokens: &[Token], at: usize, pattern: &str) -> bool {
    pattern
        .split(' ')
        .enumerate()
        .all(|(index, word)| tokens.get(at + index).is_some_and(|token| token.is(word)))
}

/// Takes out what is compiled for tests alone, and names the modules that stand in files of their own.
pub fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    let (mut kept, mut files) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if !reads(tokens, at, "# [ cfg ( test ) ]") {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let begun = at;
        // The item ends with its block, or with a semicolon outside of brackets.
        while at < tokens.len() && !tokens[at].is(";") && !tokens[at].is("{") {
            at = if tokens[at].is("(") || tokens[at].is("[") { closed(tokens, at) } else { at + 1 };
        }
        if tokens.get(at).is_some_and(|token| token.is("{")) {
            at = closed(tokens, at);
        } else {
            let module = (begun..at).find(|index| reads(tokens, *index, "mod"));
            files.extend(module.map(|index| tokens[index + 1].text.clone()));
            at += 1;
        }
    }
    (kept, files)
}
