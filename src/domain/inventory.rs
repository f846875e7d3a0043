//! The inventory of everything that is stored: each column of the database, what kind of data it is, who sees it and how
//! long it is kept. The privacy report prints it, `/privacy export` follows it, and erasing a person works through it, so
//! that a column nobody declared (or declared and dropped) fails a test instead of a promise. Texts are in the
//! catalogues: `inventory-<kind>`, `inventory-<kind>-why`, `inventory-who-<who>`, `inventory-long-<long>`.

mod kinds;
mod tables;

pub use kinds::{KINDS, Kind, Long, Who};
pub use tables::TABLES;

/// A table of the database.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Whose its rows are.
    pub rows: Rows,
    /// Whether its rows stay when their programme is erased: anonymous totals, and what belongs to no programme.
    pub stays: bool,
    /// Its columns, in the order of the schema.
    pub columns: &'static [Column],
}

/// Whose a table's rows are. This decides what an export looks at and what an erasure takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Nobody's: settings, totals, the bot's own bookkeeping.
    Nobody,
    /// The table of people itself.
    Person,
    /// One person's, named by this column. They go with the person.
    Of(&'static str),
    /// About two people: an export shows them to the first alone, and they go with either.
    OfTwo(&'static str, &'static str),
    /// About two people who both know of it: an export shows them to both, and they go with either.
    Pair(&'static str, &'static str),
    /// A tandem's, named by this column. They stay for the partner, without the words of whoever goes.
    Tandem(&'static str),
    /// They hang on a row of another table, named by this column, and share its fate.
    Under(&'static str, &'static str),
    /// The same, and by a third column they name somebody else's account: they go with either.
    Naming(&'static str, &'static str, &'static str),
    /// An account's, named by this column, which need not be a person of ours yet. They go with the account.
    Account(&'static str),
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What kind of data it holds.
    pub kind: &'static Kind,
    /// Whether the person's export has it.
    pub share: Share,
    /// What becomes of it in a row that stays when a person is erased.
    pub words: Words,
}

/// Whether a column stands in the export of the person whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// It does.
    Shown,
    /// It names a person, and the export says whether it is they themselves or their partner.
    Person,
    /// It does for the tandem's mentor: the mentee's counterpart is another column.
    Mentor,
    /// It does for the tandem's mentee.
    Mentee,
    /// It does not, and the export says why.
    Left(Left),
}

/// Why a column is left out of an export; texts are `export-left-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// A number that ties rows together and says nothing by itself.
    Number,
    /// A hash or file that cannot be read back, or is there as it is.
    Sealed,
    /// Bookkeeping of the bot about its own posts and rooms.
    Bookkeeping,
}

impl Left {
    /// Its part of the texts' ids.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Sealed => "sealed",
            Self::Bookkeeping => "bookkeeping",
        }
    }
}

/// What becomes of a column's content when a person is erased and the row stays for the partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// It stays: not the person's words.
    Stay,
    /// It is emptied where this column names the person.
    By(&'static str),
    /// It is emptied: nobody knows which of the two wrote it, or both did.
    Either,
    /// It is emptied where the person was the tandem's mentor.
    Mentor,
    /// It is emptied where the person was the tandem's mentee.
    Mentee,
    /// The whole row goes where this column names the person.
    RowBy(&'static str),
    /// The whole row goes where this column holds something: nobody knows whose it is.
    Row,
}

impl Table {
    /// A table whose rows go with their programme.
    #[must_use]
    pub const fn new(name: &'static str, rows: Rows, columns: &'static [Column]) -> Self {
        Self { name, rows, stays: false, columns }
    }

    /// A table whose rows outlive their programme.
    #[must_use]
    pub const fn kept(name: &'static str, rows: Rows, columns: &'static [Column]) -> Self {
        Self { name, rows, stays: true, columns }
    }
}

impl Column {
    /// A column that the person's export shows and an erasure leaves alone.
    #[must_use]
    pub const fn new(name: &'static str, kind: &'static Kind) -> Self {
        Self { name, kind, share: Share::Shown, words: Words::Stay }
    }

    /// A number that ties rows together.
    #[must_use]
    pub const fn number(name: &'static str) -> Self {
        Self { share: Share::Left(Left::Number), ..Self::new(name, &kinds::NUMBER) }
    }

    /// Left out of the export.
    #[must_use]
    pub const fn left(self, why: Left) -> Self {
        Self { share: Share::Left(why), ..self }
    }

    /// The words of whom another column of the row names: emptied when that person is erased.
    #[must_use]
    pub const fn by(self, author: &'static str) -> Self {
        Self { words: Words::By(author), ..self }
    }

    /// Words of the two, nobody knows whose: emptied when either is erased.
    #[must_use]
    pub const fn either(self) -> Self {
        Self { words: Words::Either, ..self }
    }

    /// The row holds the words of whom another column names, and nothing else: it goes with that person.
    #[must_use]
    pub const fn row_by(self, author: &'static str) -> Self {
        Self { words: Words::RowBy(author), ..self }
    }

    /// The row holds words of the two, if this column does: it goes with either.
    #[must_use]
    pub const fn row(self) -> Self {
        Self { words: Words::Row, ..self }
    }

    /// Names a person: the export says whether it is they themselves or their partner.
    #[must_use]
    pub const fn person(name: &'static str, kind: &'static Kind) -> Self {
        Self { share: Share::Person, ..Self::new(name, kind) }
    }

    /// What the mentor said for themselves.
    #[must_use]
    pub const fn mentors(self) -> Self {
        Self { share: Share::Mentor, words: Words::Mentor, ..self }
    }

    /// What the mentee said for themselves.
    #[must_use]
    pub const fn mentees(self) -> Self {
        Self { share: Share::Mentee, words: Words::Mentee, ..self }
    }
}

/// The table of that name.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_table_and_kind_stands_once_and_every_kind_is_used() {
        let names: BTreeSet<_> = TABLES.iter().map(|table| table.name).collect();
        assert_eq!(names.len(), TABLES.len());
        let codes: BTreeSet<_> = KINDS.iter().map(|kind| kind.code).collect();
        assert_eq!(codes.len(), KINDS.len());
        let used: BTreeSet<_> =
            TABLES.iter().flat_map(|table| table.columns).map(|column| column.kind.code).collect();
        assert_eq!(used, codes, "a kind that no column has, or a column's kind that KINDS does not list");
    }

    #[test]
    fn what_an_entry_names_is_a_column_or_a_table_of_the_inventory() {
        for entry in TABLES {
            let has = |column: &str| entry.columns.iter().any(|one| one.name == column);
            let named: &[&str] = match &entry.rows {
                Rows::Nobody => &[],
                Rows::Person => &["id"],
                Rows::Of(column) | Rows::Tandem(column) | Rows::Account(column) => &[*column],
                Rows::OfTwo(first, second) | Rows::Pair(first, second) => &[*first, *second],
                Rows::Under(column, above) => {
                    assert!(table(above).is_some(), "{}: no table {above}", entry.name);
                    &[*column]
                }
                Rows::Naming(column, above, account) => {
                    assert!(table(above).is_some(), "{}: no table {above}", entry.name);
                    &[*column, *account]
                }
            };
            assert!(named.iter().all(|column| has(column)), "{}", entry.name);
            for column in entry.columns {
                if let Words::By(author) | Words::RowBy(author) = column.words {
                    assert!(has(author), "{}.{}", entry.name, column.name);
                }
            }
        }
    }
}
