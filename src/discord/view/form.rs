//! What a form looks like: one to five classic text inputs.

use serde_json::{Value, json};

use crate::discord::button::Button;

/// A form with text inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What sending it does.
    pub button: Button,
    /// At most 45 characters.
    pub title: String,
    /// One to five.
    pub inputs: Vec<Input>,
}

/// A text input of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Its name in what is sent.
    pub id: &'static str,
    /// At most 45 characters.
    pub label: String,
    /// Shown while empty, at most 100 characters.
    pub placeholder: String,
    /// What stands in it at first.
    pub value: String,
    /// Whether it has several lines.
    pub long: bool,
    /// Whether it has to be filled.
    pub required: bool,
    /// The longest text it takes, in characters.
    pub max: usize,
}

impl Form {
    /// The body of the answer that opens it.
    #[must_use]
    pub fn body(&self) -> Value {
        let rows: Vec<Value> = self
            .inputs
            .iter()
            .map(|input| {
                let mut field = json!({
                    "type": 4, "custom_id": input.id, "label": input.label, "required": input.required,
                    "style": if input.long { 2 } else { 1 }, "max_length": input.max,
                });
                if !input.placeholder.is_empty() {
                    field["placeholder"] = json!(input.placeholder);
                }
                if !input.value.is_empty() {
                    field["value"] = json!(input.value);
                }
                json!({ "type": 1, "components": [field] })
            })
            .collect();
        json!({ "custom_id": self.button.to_string(), "title": self.title, "components": rows })
    }
}
