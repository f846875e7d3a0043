//! A small bot on an unmodified serenity client, with one of everything that a bot does with interactions.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use serenity::{
    all::*,
    async_trait,
    http::{Http, HttpBuilder},
};
use tandem::sandbox::Sandbox;
use tokio::{sync::mpsc, task::JoinHandle};

/// What the bot has noticed, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noticed {
    Ready,
    Resumed,
    Server { members: usize },
    Reaction { user: u64, emoji: String },
    Unreaction { user: u64 },
    Typed(String),
}

struct Handler {
    notes: mpsc::UnboundedSender<Noticed>,
    readies: Arc<AtomicUsize>,
}

impl Handler {
    fn note(&self, noticed: Noticed) {
        let _ = self.notes.send(noticed);
    }
}

fn private(content: impl Into<String>) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new().content(content).ephemeral(true)
}

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, _: Context, _: Ready) {
        self.readies.fetch_add(1, Ordering::SeqCst);
        self.note(Noticed::Ready);
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        self.note(Noticed::Resumed);
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        self.note(Noticed::Server { members: guild.members.len() });
    }

    async fn reaction_add(&self, _: Context, reaction: Reaction) {
        let user = reaction.user_id.unwrap().get();
        self.note(Noticed::Reaction { user, emoji: reaction.emoji.to_string() });
    }

    async fn reaction_remove(&self, _: Context, reaction: Reaction) {
        self.note(Noticed::Unreaction { user: reaction.user_id.unwrap().get() });
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        match interaction {
            Interaction::Command(command) => self.command(&ctx, &command).await,
            Interaction::Autocomplete(typing) => {
                let typed = typing.data.autocomplete().unwrap();
                self.note(Noticed::Typed(typed.value.to_owned()));
                let choices = CreateAutocompleteResponse::new().add_string_choice("Pair the headset", "7");
                let answer = CreateInteractionResponse::Autocomplete(choices);
                typing.create_response(&ctx.http, answer).await.unwrap();
            }
            Interaction::Component(press) if press.data.custom_id == "form" => {
                let input = CreateInputText::new(InputTextStyle::Short, "What?", "what").max_length(20);
                let form = CreateModal::new("the-form", "A form")
                    .components(vec![CreateActionRow::InputText(input)]);
                press.create_response(&ctx.http, CreateInteractionResponse::Modal(form)).await.unwrap();
            }
            Interaction::Component(press) => {
                let change = CreateInteractionResponseMessage::new().content("pressed").components(vec![]);
                let answer = CreateInteractionResponse::UpdateMessage(change);
                press.create_response(&ctx.http, answer).await.unwrap();
            }
            Interaction::Modal(form) => {
                let ActionRowComponent::InputText(input) = &form.data.components[0].components[0] else {
                    panic!("no input in {form:?}")
                };
                let text = format!("got: {}", input.value.as_deref().unwrap_or_default());
                let answer = CreateInteractionResponse::Message(private(text));
                form.create_response(&ctx.http, answer).await.unwrap();
            }
            _ => {}
        }
    }
}

impl Handler {
    async fn command(&self, ctx: &Context, command: &CommandInteraction) {
        if command.data.name == "slow" {
            command.defer_ephemeral(&ctx.http).await.unwrap();
            let edit = EditInteractionResponse::new().content("at last");
            command.edit_response(&ctx.http, edit).await.unwrap();
            let more = CreateInteractionResponseFollowup::new().content("and more").ephemeral(true);
            command.create_followup(&ctx.http, more).await.unwrap();
            return;
        }
        let member = command.member.as_ref().unwrap();
        assert_eq!(member.user.id, command.user.id);
        let options = command.data.options();
        let ResolvedOption { value: ResolvedValue::SubCommand(inner), .. } = &options[0] else {
            panic!("no subcommand in {options:?}")
        };
        let ResolvedValue::User(partner, Some(_)) = &inner[0].value else { panic!("no user in {inner:?}") };
        let text =
            format!("{} {} {}", command.locale, command.guild_locale.as_deref().unwrap_or(""), partner.name);
        let row = CreateActionRow::Buttons(vec![
            CreateButton::new("press").label("Press"),
            CreateButton::new("form").label("Form"),
            CreateButton::new("grey").label("Grey").disabled(true),
        ]);
        let answer = CreateInteractionResponse::Message(private(text).components(vec![row]));
        command.create_response(&ctx.http, answer).await.unwrap();
    }
}

/// A bot that is logged in.
pub struct Bot {
    pub http: Arc<Http>,
    pub notes: mpsc::UnboundedReceiver<Noticed>,
    pub readies: Arc<AtomicUsize>,
    client: JoinHandle<()>,
}

impl Bot {
    /// Logs in and registers the commands `/who is`, `/slow` and `/admin`.
    pub async fn start(sandbox: &Sandbox) -> Self {
        let (notes, heard) = mpsc::unbounded_channel();
        let readies = Arc::new(AtomicUsize::new(0));
        let http = || {
            let builder = HttpBuilder::new(sandbox.token()).proxy(sandbox.base()).ratelimiter_disabled(true);
            builder.application_id(ApplicationId::new(sandbox.application_id())).build()
        };
        let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGE_REACTIONS;
        let handler = Handler { notes, readies: Arc::clone(&readies) };
        let client = ClientBuilder::new_with_http(http(), intents).event_handler(handler).await;
        let mut client = client.unwrap();
        let client = tokio::spawn(async move { drop(client.start().await) });
        let mut bot = Self { http: Arc::new(http()), notes: heard, readies, client };
        assert_eq!(bot.next().await, Noticed::Ready);
        assert_eq!(bot.next().await, Noticed::Server { members: 1 });
        GuildId::new(sandbox.guild_id()).set_commands(&bot.http, commands()).await.unwrap();
        bot
    }

    /// What the bot notices next.
    pub async fn next(&mut self) -> Noticed {
        let noticed = tokio::time::timeout(super::SOON, self.notes.recv());
        noticed.await.expect("the bot notices nothing").expect("the bot is gone")
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.client.abort();
    }
}

fn commands() -> Vec<CreateCommand> {
    let user = CreateCommandOption::new(CommandOptionType::User, "person", "Who").required(true);
    let count = CreateCommandOption::new(CommandOptionType::Integer, "count", "How many");
    let task = CreateCommandOption::new(CommandOptionType::String, "task", "Which").set_autocomplete(true);
    let is = CreateCommandOption::new(CommandOptionType::SubCommand, "is", "Shows somebody")
        .name_localized("de", "ist")
        .add_sub_option(user)
        .add_sub_option(count.min_int_value(1).max_int_value(5))
        .add_sub_option(task);
    vec![
        CreateCommand::new("who").name_localized("de", "wer").description("Shows people").add_option(is),
        CreateCommand::new("slow").description("Takes its time"),
        CreateCommand::new("admin")
            .description("For few")
            .default_member_permissions(Permissions::MANAGE_GUILD),
    ]
}
