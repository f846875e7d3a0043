//! The database as it is, to be held against the inventory of `domain::inventory`: tables, columns, and which of them
//! point at which table.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::{Conn, Result};

/// A column that points at a row of another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The column.
    pub column: String,
    /// The table it points at.
    pub table: String,
}

/// What the schema says of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub name: String,
    /// Whether it may hold nothing.
    pub nullable: bool,
    /// Whether it holds text.
    pub text: bool,
}

/// What the schema says of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schema {
    /// Its columns in their order.
    pub columns: Vec<Found>,
    /// Its references.
    pub references: Vec<Reference>,
}

/// The schema of the database, by the names of its tables; SQLite's own and the migrations' are left out.
pub async fn schema(conn: &mut Conn) -> Result<BTreeMap<String, Schema>> {
    let rows = sqlx::query(
        "SELECT t.name AS name, c.name AS col, c.\"notnull\" AS strict, c.pk AS pk, c.type AS type FROM sqlite_schema AS t
         JOIN pragma_table_info(t.name) AS c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name <> '_sqlx_migrations'
         ORDER BY t.name, c.cid",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut all: BTreeMap<String, Schema> = BTreeMap::new();
    for row in rows {
        let nullable = row.get::<i64, _>("strict") == 0 && row.get::<i64, _>("pk") == 0;
        let column = Found { name: row.get("col"), nullable, text: row.get::<&str, _>("type") == "TEXT" };
        all.entry(row.get("name")).or_default().columns.push(column);
    }
    for (name, table) in &mut all {
        let rows = sqlx::query(
            "SELECT \"from\" AS col, \"table\" AS target FROM pragma_foreign_key_list(?) ORDER BY id, seq",
        )
        .bind(name)
        .fetch_all(&mut *conn)
        .await?;
        table.references =
            rows.iter().map(|row| Reference { column: row.get("col"), table: row.get("target") }).collect();
    }
    Ok(all)
}

/// The newest migration the database has.
pub async fn schema_version(conn: &mut Conn) -> Result<i64> {
    Ok(sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations").fetch_one(conn).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;
    use crate::domain::inventory::{Rows, TABLES, table};

    #[tokio::test]
    async fn the_inventory_and_the_schema_name_the_same_columns() {
        let mut world = World::empty().await;
        let schema = schema(&mut world.conn).await.unwrap();
        let mut wrong = Vec::new();
        for (name, found) in &schema {
            let Some(entry) = table(name) else {
                wrong.push(format!("the table {name} has no entry"));
                continue;
            };
            let known = |column: &str| entry.columns.iter().any(|one| one.name == column);
            let missing = found.columns.iter().filter(|column| !known(&column.name));
            wrong.extend(missing.map(|column| format!("{name}.{} has no entry", column.name)));
            let gone = entry
                .columns
                .iter()
                .filter(|one| !found.columns.iter().any(|column| column.name == one.name));
            wrong.extend(gone.map(|one| format!("{name}.{} is an entry without a column", one.name)));
        }
        let gone = TABLES.iter().filter(|entry| !schema.contains_key(entry.name));
        wrong.extend(gone.map(|entry| format!("{} is an entry without a table", entry.name)));
        assert!(wrong.is_empty(), "src/domain/inventory/tables.rs:\n{}", wrong.join("\n"));
    }

    #[tokio::test]
    async fn every_column_that_points_at_a_person_is_known_as_one() {
        let mut world = World::empty().await;
        for (name, found) in schema(&mut world.conn).await.unwrap() {
            let entry = table(&name).unwrap();
            let mut points =
                found.references.iter().filter(|one| one.table == "person").map(|one| one.column.as_str());
            let known = |column: &str| match entry.rows {
                Rows::Of(person) => column == person,
                Rows::OfTwo(one, other) | Rows::Pair(one, other) => column == one || column == other,
                // Rows that stay for the partner: the erasure puts nobody in place of whoever goes.
                Rows::Tandem(_) => true,
                Rows::Nobody | Rows::Person | Rows::Under(..) | Rows::Naming(..) | Rows::Account(_) => false,
            };
            assert!(points.all(known), "{name}: whose rows are these? (src/domain/inventory/tables.rs)");
        }
    }
}
