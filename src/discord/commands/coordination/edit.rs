//! `/coordination programme edit`: what a programme is set to, and menus that lead to one private step each. What a step
//! says is stored at once, so that none of it is lost when the next one is refused (D11).

use std::collections::BTreeMap;

use crate::app::programme::edit::{self, Change, Switch};
use crate::app::programme::next_dates;
use crate::app::programme::settings::{Setting, TEXT_MAX, written};
use crate::app::{guard, occasions, rotation, surveys};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::coordination::create;
use crate::discord::commands::setup::chosen;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{Embed, Form, Input, View, quote, shorten};
use crate::discord::words;
use crate::domain::ids::{PageId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::programme::{OccasionKind, Programme, Step, codes};
use crate::locales::{TimeStyle, discord_time, list, say};
use crate::store::{Conn, Result, programmes, topics};

codes! {
    /// A step: settings that are written in one form.
    Group {
        /// Name, aim, sponsor, contact, invitation address.
        Words = "words",
        /// Days, meetings, hours, zone.
        Time = "time",
        /// Schedules and quiet hours.
        Rhythm = "rhythm",
        /// *k* and the deletion period.
        Figures = "figures",
        /// Who is admitted, how many tandems, when partners change.
        People = "people",
        /// The topics beside the catalogue.
        Topics = "topics",
        /// When and where the kick-off is.
        Kickoff = "kickoff",
        /// When and where the closing event is.
        ClosingEvent = "closing-event",
    }
}

/// The inputs of the forms of kick-off and closing event, and of that for topics.
const WHEN: &str = "when";
const PLACE: &str = "place";
const TOPICS: &str = "topics";

impl Group {
    const fn settings(self) -> &'static [Setting] {
        match self {
            Self::Words => {
                &[Setting::Name, Setting::Aim, Setting::Sponsor, Setting::Contact, Setting::Invite]
            }
            Self::Time => &[Setting::Start, Setting::End, Setting::Meetings, Setting::Hours, Setting::Zone],
            Self::Rhythm => &[Setting::Questions, Setting::Digest, Setting::Quiet],
            Self::Figures => &[Setting::K, Setting::Deletion],
            Self::People => {
                &[Setting::LeastMonths, Setting::MostMonths, Setting::MostTandems, Setting::Rotation]
            }
            Self::Topics | Self::Kickoff | Self::ClosingEvent => &[],
        }
    }

    const fn occasion(self) -> Option<OccasionKind> {
        match self {
            Self::Kickoff => Some(OccasionKind::Kickoff),
            Self::ClosingEvent => Some(OccasionKind::ClosingEvent),
            _ => None,
        }
    }
}

/// What the page shows, read from what is stored.
struct Page {
    programme: Programme,
    topics: Vec<String>,
}

async fn page(conn: &mut Conn, programme: Programme) -> Result<Page> {
    Ok(Page { topics: topics::programme_topics(conn, programme.id).await?, programme })
}

pub(super) async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let name = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    let (card, practices) = (options.channel("card"), options.channel("practices"));
    let digests = options.channel("digests").map(|id| chosen(bot, &request.call, id));
    let role = options.role("role");
    let now = request.call.now;
    if card.is_none() && practices.is_none() && digests.is_none() && role.is_none() {
        return bot
            .look(
                request,
                move |conn, call| Box::pin(async move { looked(conn, call, &roles, name.as_deref()).await }),
                move |page, language| Reply::Private(view(&page, None, language, now)),
            )
            .await;
    }
    let change = Change::Chosen { card, digests, practices, role };
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move {
                match guard::coordinated_for(conn, &call, &roles, name.as_deref(), Step::Edit).await? {
                    Ok(found) => edit::edit(conn, &call, &roles, found.id, change).await,
                    Err(refusal) => Ok(Err(refusal)),
                }
            })
        },
        move |conn, id, language| {
            Box::pin(async move { Ok(Reply::Private(saved(conn, id, language, now).await?)) })
        },
    )
    .await
}

async fn looked(
    conn: &mut Conn,
    call: crate::app::Call,
    roles: &[crate::domain::ids::RoleId],
    name: Option<&str>,
) -> Result<crate::app::Decision<Page>> {
    Ok(match guard::coordinated_for(conn, &call, roles, name, Step::Edit).await? {
        Ok(programme) => Ok(page(conn, programme).await?),
        Err(refusal) => Err(refusal),
    })
}

async fn saved(
    conn: &mut Conn,
    id: ProgrammeId,
    language: Language,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<View> {
    let programme = programmes::programme_get(conn, id).await?;
    let page = page(conn, programme).await?;
    Ok(view(&page, Some("edit-saved"), language, now))
}

fn view(page: &Page, note: Option<&str>, language: Language, now: chrono::DateTime<chrono::Utc>) -> View {
    let programme = &page.programme;
    let [questions, digests] = next_dates(programme, now);
    let title = say(language, "edit-title").with("programme", quote(&programme.name));
    let note = note.map(|id| say(language, id).text()).unwrap_or_default();
    let embed = create::settings(Embed::new(title, note), programme, language)
        .field(say(language, "programme-questions-field"), create::next_dates(language, &questions))
        .field(say(language, "programme-digest-field"), create::next_dates(language, &digests));
    let embed = more(embed, page, language);
    let groups = Group::ALL.iter().map(|group| {
        (group.code().to_owned(), say(language, &format!("edit-group-{}", group.code())).text())
    });
    let switches = Switch::ALL
        .iter()
        .filter(|switch| chosen_language(**switch) != Some(programme.language) && switch.can_turn(programme))
        .map(|switch| {
            let label = match (chosen_language(*switch), switch.is_on(programme)) {
                (Some(chosen), _) => say(language, "edit-switch-language")
                    .with("language", words::language(language, chosen))
                    .text(),
                (None, true) => say(language, &format!("edit-switch-{}-off", switch.code())).text(),
                (None, false) => say(language, &format!("edit-switch-{}-on", switch.code())).text(),
            };
            (switch.code().to_owned(), label)
        });
    View::default()
        .embed(embed)
        .menu(Button::EditChoose(programme.id), say(language, "edit-choose"), groups.collect())
        .menu(Button::EditSwitch(programme.id), say(language, "edit-switch"), switches.collect())
}

const fn chosen_language(switch: Switch) -> Option<Language> {
    match switch {
        Switch::English => Some(Language::En),
        Switch::German => Some(Language::De),
        Switch::GermanFormal => Some(Language::DeFormal),
        _ => None,
    }
}

/// What the overview of a new programme does not show yet.
fn more(embed: Embed, page: &Page, language: Language) -> Embed {
    let programme = &page.programme;
    let admission = &programme.admission;
    let months =
        |id: &str, months: Option<u32>| months.map(|months| say(language, id).with("months", months).text());
    let rules = [
        months("edit-least-months", admission.least_months),
        months("edit-most-months", admission.most_months),
        admission.role.map(|role| say(language, "edit-role").with("role", words::role(role)).text()),
        Some(
            say(
                language,
                if admission.approval || !admission.has_rules() { "edit-approval" } else { "edit-at-once" },
            )
            .text(),
        ),
    ];
    let limits = [
        programme.most_tandems.map(|max| say(language, "edit-most-tandems").with("max", max).text()),
        programme.rotation_weeks.map(|weeks| say(language, "edit-rotation").with("weeks", weeks).text()),
        rotation::asks_too_late(programme)
            .map(|days| say(language, "edit-rotation-too-late").with("days", days).text()),
        match surveys::left_out(programme) {
            0 => None,
            1 => Some(say(language, "edit-deletion-one-later").text()),
            _ => Some(say(language, "edit-deletion-none-later").text()),
        },
        programme.briefing_required.then(|| say(language, "edit-briefing").text()),
        programme.mentor_favourites.then(|| say(language, "edit-favourites").text()),
        programme.lounge.then(|| say(language, "edit-lounge").text()),
    ];
    let lines = |lines: &[Option<String>]| lines.iter().flatten().cloned().collect::<Vec<_>>().join("\n");
    let occasion = |which| {
        let set = programme.occasion(which).filter(|set| !set.cancelled);
        let shown = set.map(|set| {
            let at = discord_time(set.at, TimeStyle::Full);
            if set.place.is_empty() { at } else { format!("{at}, {}", quote(&set.place)) }
        });
        shown.unwrap_or_default()
    };
    let own: Vec<String> = page.topics.iter().map(|topic| quote(topic)).collect();
    embed
        .field(say(language, "edit-aim-field"), shorten(&quote(&programme.aim), 1_000))
        .field(say(language, "edit-admission-field"), lines(&rules))
        .field(say(language, "edit-limits-field"), lines(&limits))
        .field(say(language, "edit-kickoff-field"), occasion(OccasionKind::Kickoff))
        .field(say(language, "edit-closing-event-field"), occasion(OccasionKind::ClosingEvent))
        .field(say(language, "edit-topics-field"), shorten(&list(language, &own), 1_000))
}

/// A step was chosen: its form opens, filled with what is stored.
///
/// # Errors
/// Those of the database.
pub async fn form(bot: &Bot, request: &Request, programme: ProgrammeId, values: &[String]) -> Result<Answer> {
    let group = values.first().and_then(|value| Group::of(value)).unwrap_or(Group::Words);
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match guard::coordinated_for(conn, &call, &roles, programme, Step::Edit).await? {
                    Ok(programme) => Ok(page(conn, programme).await?),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        move |page, language| Reply::Modal(form_of(&page, group, language)),
    )
    .await
}

fn form_of(page: &Page, group: Group, language: Language) -> Form {
    let programme = &page.programme;
    let input = |id: &'static str, value: String, required: bool, max: usize| Input {
        id,
        label: say(language, &format!("edit-{id}-label")).text(),
        placeholder: say(language, &format!("edit-{id}-placeholder")).text(),
        value,
        long: max > 200,
        required,
        max,
    };
    let mut inputs: Vec<Input> = group
        .settings()
        .iter()
        .map(|setting| {
            let long = matches!(setting, Setting::Aim | Setting::Sponsor | Setting::Contact);
            let max = if long { TEXT_MAX } else { 100 };
            let max = if *setting == Setting::Invite { 200 } else { max };
            input(setting.code(), written(programme, *setting), !setting.may_be_empty(), max)
        })
        .collect();
    if group == Group::Topics {
        inputs.push(input(TOPICS, page.topics.join("; "), false, 1_300));
    }
    if let Some(which) = group.occasion() {
        let set = programme.occasion(which).filter(|set| !set.cancelled);
        let when = set.map(|set| occasions::written(programme, set)).unwrap_or_default();
        inputs.push(input(WHEN, when, false, 100));
        let place = set.map(|set| set.place.clone()).unwrap_or_default();
        inputs.push(input(PLACE, place, false, occasions::PLACE_MAX));
    }
    let index = Group::ALL.iter().position(|one| *one == group).unwrap_or_default();
    Form {
        button: Button::EditForm(PageId::of(programme.id, index)),
        title: say(language, &format!("edit-group-{}", group.code())).text(),
        inputs,
    }
}

/// A step's form was sent.
///
/// # Errors
/// Those of the database.
pub async fn form_sent(
    bot: &Bot,
    request: &Request,
    page: PageId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let group = Group::ALL.get(page.page()).copied().unwrap_or(Group::Words);
    let (programme, fields) = (page.programme(), fields.clone());
    let (roles, now) = (request.invoker.roles.clone(), request.call.now);
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(async move {
                let field = |id: &str| fields.get(id).cloned().unwrap_or_default();
                if let Some(which) = group.occasion() {
                    let typed = (&*field(WHEN), &*field(PLACE));
                    return occasions::set(conn, &call, &roles, (programme, which), typed).await;
                }
                let change = match group {
                    Group::Topics => Change::Topics(field(TOPICS)),
                    _ => Change::Written(
                        group.settings().iter().map(|one| (*one, field(one.code()))).collect(),
                    ),
                };
                edit::edit(conn, &call, &roles, programme, change).await
            })
        },
        move |conn, id, language| {
            Box::pin(async move { Ok(Reply::Update(saved(conn, id, language, now).await?)) })
        },
    )
    .await
}

/// A switch was chosen.
///
/// # Errors
/// Those of the database.
pub async fn switched(
    bot: &Bot,
    request: &Request,
    programme: ProgrammeId,
    values: &[String],
) -> Result<Answer> {
    let Some(switch) = values.first().and_then(|value| Switch::of(value)) else {
        return crate::discord::commands::outdated(bot, request).await;
    };
    let (roles, now) = (request.invoker.roles.clone(), request.call.now);
    bot.answer_with(
        request,
        move |conn, call| {
            Box::pin(
                async move { edit::edit(conn, &call, &roles, programme, Change::Switched(switch)).await },
            )
        },
        move |conn, id, language| {
            Box::pin(async move { Ok(Reply::Update(saved(conn, id, language, now).await?)) })
        },
    )
    .await
}

#[cfg(test)]
#[path = "edit/tests.rs"]
mod tests;
