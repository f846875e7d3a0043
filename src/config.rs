//! Environment, file and arguments become one validated value, once. The token is taken from the environment or from a
//! file of its own, never from an argument, where every user of the machine could read it.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::discord::connect::{Address, Token};

/// What can be wrong with it, in one line each.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{0}: cannot be read ({1})")]
    Unreadable(PathBuf, std::io::Error),
    /// The file is not TOML of the expected form; it may have been written half.
    #[error("{0}: {1}")]
    Malformed(PathBuf, String),
    /// No token.
    #[error("no token: set DISCORD_TOKEN, or give --token-file FILE")]
    NoToken,
    /// The token has spaces in it, or is empty.
    #[error("the token in {0} is not a token; copy it again from the developer portal")]
    BadToken(&'static str),
    /// The API's address.
    #[error("TANDEM_DISCORD_API: {0:?} is not an address like http://127.0.0.1:8080/api/v10")]
    BadAddress(String),
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the keys as people write them")]
struct File {
    database: Option<PathBuf>,
    api: Option<String>,
    token_file: Option<PathBuf>,
}

/// What was said on the command line.
#[derive(Debug, Default, Clone)]
pub struct Given {
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--database`.
    pub database: Option<PathBuf>,
    /// `--token-file`.
    pub token_file: Option<PathBuf>,
}

/// What was said in the environment.
#[derive(Default, Clone)]
pub struct Environment {
    /// `DISCORD_TOKEN`.
    pub token: Option<String>,
    /// `TANDEM_DISCORD_API`.
    pub api: Option<String>,
    /// `TANDEM_CLOCK`: the address of a local Discord's clock to follow.
    pub clock: Option<String>,
}

impl Environment {
    /// The environment of this process.
    #[must_use]
    pub fn read() -> Self {
        let value = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        Self { token: value("DISCORD_TOKEN"), api: value("TANDEM_DISCORD_API"), clock: value("TANDEM_CLOCK") }
    }
}

/// Where things are: what commands need that do not speak to Discord, and thus have no token.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The one file.
    pub database: PathBuf,
    /// Where Discord is.
    pub address: Address,
}

impl Standing {
    /// Puts together what was said: arguments before environment before file before defaults.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn load(given: &Given, environment: &Environment) -> Result<Self, ConfigError> {
        let file = match &given.config {
            Some(path) => parse(path)?,
            None => File::default(),
        };
        let address = match environment.api.as_ref().or(file.api.as_ref()) {
            Some(api) => address(api)?,
            None => Address::default(),
        };
        let database = given.database.clone().or(file.database).unwrap_or_else(|| PathBuf::from("tandem.db"));
        Ok(Self { database, address })
    }
}

/// Everything that is needed to run.
#[derive(Debug, Clone)]
pub struct Config {
    /// The one file.
    pub database: PathBuf,
    /// By which Discord knows the bot.
    pub token: Token,
    /// Where Discord is.
    pub address: Address,
    /// The clock to follow instead of the wall's, for trying out against a local Discord.
    pub clock: Option<String>,
}

impl Config {
    /// Puts together what was said: arguments before environment before file before defaults.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn load(given: &Given, environment: Environment) -> Result<Self, ConfigError> {
        let Standing { database, address } = Standing::load(given, &environment)?;
        let file = match &given.config {
            Some(path) => parse(path)?,
            None => File::default(),
        };
        let token = match (given.token_file.as_ref().or(file.token_file.as_ref()), environment.token) {
            (Some(path), _) => token(&read(path)?, "the token file")?,
            (None, Some(text)) => token(&text, "DISCORD_TOKEN")?,
            (None, None) => return Err(ConfigError::NoToken),
        };
        Ok(Self { database, token, address, clock: environment.clock })
    }
}

fn read(path: &Path) -> Result<String, ConfigError> {
    std::fs::read_to_string(path).map_err(|error| ConfigError::Unreadable(path.to_owned(), error))
}

fn parse(path: &Path) -> Result<File, ConfigError> {
    toml::from_str(&read(path)?)
        .map_err(|error| ConfigError::Malformed(path.to_owned(), error.message().to_owned()))
}

fn token(text: &str, place: &'static str) -> Result<Token, ConfigError> {
    let text = text.trim();
    let plain = text.strip_prefix("Bot ").unwrap_or(text);
    let good = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_graphic());
    if good { Ok(Token::new(plain)) } else { Err(ConfigError::BadToken(place)) }
}

fn address(api: &str) -> Result<Address, ConfigError> {
    let good =
        reqwest::Url::parse(api).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if good { Ok(Address::named(api)) } else { Err(ConfigError::BadAddress(api.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(folder: &Path, config: &str) -> Given {
        let path = folder.join("tandem.toml");
        std::fs::write(&path, config).unwrap();
        Given { config: Some(path), ..Given::default() }
    }

    #[test]
    fn arguments_come_before_the_environment_and_the_environment_before_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let given = given(folder.path(), "database = \"a.db\"\napi = \"http://127.0.0.1:1/api/v10\"");
        let environment = Environment {
            token: Some(" abc.def \n".to_owned()),
            api: Some("http://127.0.0.1:2".to_owned()),
            clock: None,
        };
        let config = Config::load(&given, environment).unwrap();
        assert_eq!(config.database, Path::new("a.db"));
        assert_eq!(config.address.api.as_deref(), Some("http://127.0.0.1:2"));
        assert!(!format!("{config:?}").contains("abc"), "a token shows itself nowhere");
    }

    #[test]
    fn whatever_is_wrong_is_said_in_one_line() {
        let folder = tempfile::tempdir().unwrap();
        let with = |config: &str| {
            let environment = Environment { token: Some("abc".to_owned()), ..Environment::default() };
            Config::load(&given(folder.path(), config), environment).unwrap_err().to_string()
        };
        assert!(with("database = \"half").contains("tandem.toml: "));
        assert!(with("databse = \"a.db\"").contains("unknown field `databse`"));
        assert!(with("api = \"discord\"").contains("not an address"));
        let missing = Given { config: Some(folder.path().join("none.toml")), ..Given::default() };
        assert!(
            Config::load(&missing, Environment::default())
                .unwrap_err()
                .to_string()
                .contains("cannot be read")
        );
        let none = Config::load(&Given::default(), Environment::default()).unwrap_err();
        assert!(matches!(none, ConfigError::NoToken));
        for lines in [with("database = \"half"), with("databse = 1"), none.to_string()] {
            assert_eq!(lines.lines().count(), 1, "{lines}");
        }
        let spaces = Environment { token: Some("two words".to_owned()), ..Environment::default() };
        assert!(matches!(Config::load(&Given::default(), spaces), Err(ConfigError::BadToken(_))));
    }
}
