//! What a message looks like, before it is JSON. Only classic rows and text inputs: serenity 0.12 can neither build
//! nor read the newer components. Every text that a person wrote goes through [`quote`] first.

mod form;
mod words;

use serde_json::{Value, json};

use super::button::Button;
use crate::domain::ids::UserId;

pub use form::{Form, Input};
pub use words::{quote, shorten};

/// Blurple, the colour of our embeds.
const COLOUR: u32 = 0x5b_6e_e1;

/// A message: text, embeds and rows of buttons or one menu each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// The text above the embeds, at most 2,000 characters.
    pub content: String,
    /// At most 10.
    pub embeds: Vec<Embed>,
    /// At most 5.
    pub rows: Vec<Row>,
    /// Files, at most 10; an edit leaves those that hang there alone.
    pub files: Vec<FileView>,
}

/// A file of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileView {
    /// Its name: letters, digits, hyphens and dots, which Discord leaves as they are.
    pub name: String,
    /// What it is, for whoever does not see it: at most 1,024 characters.
    pub description: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A framed part of a message.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Embed {
    /// At most 256 characters.
    pub title: String,
    /// At most 4,096 characters.
    pub text: String,
    /// At most 25: name (256) and value (1,024).
    pub fields: Vec<(String, String)>,
    /// At most 2,048 characters.
    pub footer: String,
}

/// A row of up to five buttons, or one menu.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// Buttons.
    Buttons(Vec<ButtonView>),
    /// A menu to choose one from.
    Menu {
        /// What a choice does.
        button: Button,
        /// Shown before anything is chosen, at most 150 characters.
        placeholder: String,
        /// Value and label, at most 25 of at most 100 characters.
        options: Vec<(String, String)>,
    },
    /// A menu to choose several from.
    Pick {
        /// What a choice does.
        button: Button,
        /// Shown before anything is chosen, at most 150 characters.
        placeholder: String,
        /// Value, label and whether it is chosen already; at most 25 of at most 100 characters.
        options: Vec<(String, String, bool)>,
        /// How many can be chosen at most; one at least.
        most: usize,
    },
    /// A menu of the server's people, for whom Discord knows the names.
    People {
        /// What a choice does.
        button: Button,
        /// Shown before anybody is chosen, at most 150 characters.
        placeholder: String,
        /// Who is chosen already.
        chosen: Vec<UserId>,
        /// How many can be chosen at most (Discord: 25); nobody is a choice as well.
        most: usize,
    },
}

/// A button.
#[derive(Debug, Clone, PartialEq)]
pub struct ButtonView {
    /// What a press does, or where a link leads.
    pub target: Target,
    /// At most 80 characters.
    pub label: String,
    /// Its weight.
    pub style: Style,
}

/// What a button leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// To us.
    Press(Button),
    /// To a page.
    Link(String),
}

/// How much weight a button has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// What most people want.
    Primary,
    /// Everything else.
    Secondary,
    /// Confirms something good.
    Success,
    /// Ends something.
    Danger,
}

impl View {
    /// A message of text alone.
    #[must_use]
    pub fn text(content: impl Into<String>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// With one more embed.
    #[must_use]
    pub fn embed(mut self, embed: Embed) -> Self {
        self.embeds.push(embed);
        self
    }

    /// With one more row of buttons.
    #[must_use]
    pub fn buttons(mut self, buttons: Vec<ButtonView>) -> Self {
        self.rows.push(Row::Buttons(buttons));
        self
    }

    /// With one more file.
    #[must_use]
    pub fn file(mut self, file: FileView) -> Self {
        self.files.push(file);
        self
    }

    /// What a body says about its files: their names, and what they show to whoever does not see them.
    #[must_use]
    pub fn attachments(&self) -> Value {
        let about = |(id, file): (usize, &FileView)| json!({ "id": id, "filename": file.name, "description": file.description });
        self.files.iter().enumerate().map(about).collect()
    }

    /// With one more menu.
    #[must_use]
    pub fn menu(
        mut self,
        button: Button,
        placeholder: impl Into<String>,
        options: Vec<(String, String)>,
    ) -> Self {
        self.rows.push(Row::Menu { button, placeholder: placeholder.into(), options });
        self
    }

    /// With one more menu, in which several can be chosen.
    #[must_use]
    pub fn pick(
        mut self,
        button: Button,
        placeholder: impl Into<String>,
        options: Vec<(String, String, bool)>,
        most: usize,
    ) -> Self {
        self.rows.push(Row::Pick { button, placeholder: placeholder.into(), options, most });
        self
    }

    /// With one more menu, of the server's people.
    #[must_use]
    pub fn people(
        mut self,
        button: Button,
        placeholder: impl Into<String>,
        chosen: Vec<UserId>,
        most: usize,
    ) -> Self {
        self.rows.push(Row::People { button, placeholder: placeholder.into(), chosen, most });
        self
    }

    /// The body of a message, without mentions.
    #[must_use]
    pub fn body(&self) -> Value {
        json!({
            "content": self.content,
            "embeds": self.embeds.iter().map(Embed::body).collect::<Vec<_>>(),
            "components": self.rows.iter().map(Row::body).collect::<Vec<_>>(),
            "allowed_mentions": { "parse": [] },
        })
    }

    /// Everything by which a reader could tell this message from another, in one string (C1).
    #[must_use]
    pub fn content_key(&self) -> String {
        let mut key = self.content.trim().to_owned();
        for embed in &self.embeds {
            for part in [&embed.title, &embed.text, &embed.footer] {
                key.push('\u{1}');
                key.push_str(part.trim());
            }
            for (name, value) in &embed.fields {
                key.push('\u{2}');
                key.push_str(name.trim());
                key.push('\u{3}');
                key.push_str(value.trim());
            }
        }
        for row in &self.rows {
            for id in row.custom_ids() {
                key.push('\u{4}');
                key.push_str(&id);
            }
        }
        for file in &self.files {
            key.push('\u{5}');
            key.push_str(&file.name);
        }
        key
    }
}

impl Embed {
    /// A titled text.
    #[must_use]
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), ..Self::default() }
    }

    /// With one more field; an empty value is left out.
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.fields.push((name.into(), value));
        }
        self
    }

    /// With a line at the bottom.
    #[must_use]
    pub fn footer(mut self, footer: impl Into<String>) -> Self {
        self.footer = footer.into();
        self
    }

    fn body(&self) -> Value {
        let mut body = json!({ "color": COLOUR });
        if !self.title.is_empty() {
            body["title"] = json!(self.title);
        }
        if !self.text.is_empty() {
            body["description"] = json!(self.text);
        }
        if !self.fields.is_empty() {
            body["fields"] =
                self.fields.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        }
        if !self.footer.is_empty() {
            body["footer"] = json!({ "text": self.footer });
        }
        body
    }
}

impl Row {
    fn body(&self) -> Value {
        let parts = match self {
            Self::Buttons(buttons) => buttons.iter().map(ButtonView::body).collect(),
            Self::Menu { button, placeholder, options } => vec![json!({
                "type": 3,
                "custom_id": button.to_string(),
                "placeholder": placeholder,
                "options": options.iter().map(|(value, label)| json!({ "value": value, "label": label }))
                    .collect::<Vec<_>>(),
            })],
            Self::Pick { button, placeholder, options, most } => vec![json!({
                "type": 3,
                "custom_id": button.to_string(),
                "placeholder": placeholder,
                "min_values": 1,
                "max_values": options.len().min(*most),
                "options": options
                    .iter()
                    .map(|(value, label, chosen)| json!({ "value": value, "label": label, "default": chosen }))
                    .collect::<Vec<_>>(),
            })],
            Self::People { button, placeholder, chosen, most } => vec![json!({
                "type": 5,
                "custom_id": button.to_string(),
                "placeholder": placeholder,
                "min_values": 0,
                "max_values": most,
                "default_values": chosen
                    .iter()
                    .map(|user| json!({ "id": user.to_string(), "type": "user" }))
                    .collect::<Vec<_>>(),
            })],
        };
        json!({ "type": 1, "components": parts })
    }

    fn custom_ids(&self) -> Vec<String> {
        match self {
            Self::Buttons(buttons) => buttons
                .iter()
                .filter_map(|button| match &button.target {
                    Target::Press(id) => Some(id.to_string()),
                    Target::Link(_) => None,
                })
                .collect(),
            Self::Menu { button, .. } | Self::Pick { button, .. } | Self::People { button, .. } => {
                vec![button.to_string()]
            }
        }
    }
}

impl ButtonView {
    /// A button that comes to us.
    #[must_use]
    pub fn press(button: Button, label: impl Into<String>, style: Style) -> Self {
        Self { target: Target::Press(button), label: label.into(), style }
    }

    /// A button that opens a page.
    #[must_use]
    pub fn link(address: impl Into<String>, label: impl Into<String>) -> Self {
        Self { target: Target::Link(address.into()), label: label.into(), style: Style::Secondary }
    }

    fn body(&self) -> Value {
        match &self.target {
            Target::Link(address) => json!({ "type": 2, "style": 5, "label": self.label, "url": address }),
            Target::Press(button) => {
                let style = match self.style {
                    Style::Primary => 1,
                    Style::Secondary => 2,
                    Style::Success => 3,
                    Style::Danger => 4,
                };
                json!({ "type": 2, "style": style, "label": self.label, "custom_id": button.to_string() })
            }
        }
    }
}
