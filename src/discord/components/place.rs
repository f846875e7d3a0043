//! *My place* and the private answer to a proposed partner. Everything here is a private reply; what is stored about
//! the other one's answer never reaches it.

use crate::app::place::{self, GoesOn, Joining, Place};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::my::direct_text;
use crate::discord::components::briefing;
use crate::discord::components::favourites;
use crate::discord::components::join;
use crate::discord::components::practices::{ask_button as ask_practice, noted as noted_practice};
use crate::discord::components::proposals::{about, answers, noted, proposed};
use crate::discord::components::reach::offer;
use crate::discord::components::rotation as stay;
use crate::discord::components::surveys;
use crate::discord::components::wishes;
use crate::discord::posts::here_button;
use crate::discord::posts::practices::words_of;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::domain::language::Language;
use crate::domain::person::Direct;
use crate::domain::programme::Programme;
use crate::locales::{TimeStyle, discord_time, say};
use crate::store::Result;

/// So many proposals, and so many questions after an ending, are shown at once: five rows fit, and one is for the
/// language.
const SHOWN: usize = 2;
/// So much of a tip or insight is shown here: four of them stay below the 6,000 characters of a message's embeds.
const PRACTICE_MAX: usize = 300;

/// Buttons in a row (Discord).
const BUTTONS: usize = 5;
/// Rows of buttons that a message holds (Discord).
const ROWS: usize = 5;

/// Shows all that waits for whoever presses.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| Box::pin(async move { place::place(conn, &call).await }),
        |place, language| Reply::Private(view(&place, language)),
    )
    .await
}

/// All that waits, as a private reply.
#[must_use]
pub fn view(place: &Place, language: Language) -> View {
    let mut view = View::default();
    let mut lines = Vec::new();
    for (at, proposal) in place.proposals.iter().take(SHOWN).enumerate() {
        let number = (place.proposals.len() > 1).then_some(at + 1);
        let deadline = discord_time(proposal.deadline, TimeStyle::Full);
        let said = proposal.answer.map(|yes| noted(language, yes, proposal.in_round, &deadline));
        lines.extend(said.map(|said| about(language, proposal.partner, said)));
        let buttons = answers(proposal, number, language);
        view = view.embed(proposed(proposal, number, language)).buttons(buttons);
    }
    for (tandem, programme) in place.offers.iter().take(1) {
        let offered = offer(*tandem, language);
        let title = say(language, "my-waiting-reach").with("programme", quote(&programme.name));
        view = view.embed(Embed::new(title, offered.content));
        view.rows.extend(offered.rows);
    }
    for (tandem, programme) in place.missed.iter().take(1) {
        let title = say(language, "my-waiting-missed").with("programme", quote(&programme.name));
        let embed = Embed::new(title, say(language, "reach-waiting"));
        view = view.embed(embed).buttons(vec![here_button(language, *tandem)]);
    }
    for (tandem, programme, answer) in place.stays.iter().take(1) {
        let title = say(language, "my-waiting-stay").with("programme", quote(&programme.name));
        let text =
            answer.map_or_else(|| say(language, "stay-entry").text(), |stays| stay::noted(stays, language));
        view = view.embed(Embed::new(title, text)).buttons(vec![stay::ask_button(*tandem, language)]);
    }
    for asked in place.favourites.iter().take(4_usize.saturating_sub(view.rows.len())) {
        let button = favourites::open_button(asked, language);
        view = view.embed(favourites::entry(asked, language)).buttons(vec![button]);
    }
    for page in place.surveys.iter().take(4_usize.saturating_sub(view.rows.len())) {
        view = view.embed(surveys::entry(page, language)).buttons(vec![surveys::open_button(page, language)]);
    }
    for after in place.goes_on.iter().take(SHOWN.min(4_usize.saturating_sub(view.rows.len()))) {
        view = view.embed(goes_on(after, language)).buttons(next_steps(after, language));
    }
    for (practice, side) in place.practices.iter().take(4_usize.saturating_sub(view.rows.len())) {
        let answered = practice.answer(*side).map(|said| noted_practice(said, language));
        let mut embed = words_of(practice, language);
        embed.text = quoted_within(&practice.text, PRACTICE_MAX);
        embed.text = [Some(embed.text), answered].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
        view = view.embed(embed).buttons(vec![ask_practice(practice.id, language)]);
    }
    lines.extend(place.meetups.iter().map(|invited| favourites::line(invited, language)));
    if !place.opening.is_empty() {
        lines.push(say(language, "proposal-opening").text());
    }
    if !place.no_place.is_empty() {
        lines.push(say(language, "proposal-no-place").text());
    }
    lines.extend(place.without.iter().map(|programme| {
        say(language, "proposal-none-came").with("programme", quote(&programme.name)).text()
    }));
    lines
        .extend(place.joining.iter().map(|(programme, joining)| joining_line(language, programme, *joining)));
    if !place.not_formed.is_empty() {
        lines.push(say(language, "proposal-not-formed").text());
    }
    for programme in &place.came_to_nothing {
        let line = say(language, "proposal-came-to-nothing").with("programme", quote(&programme.name));
        lines.push(line.text());
    }
    if place.direct == Some(Direct::Closed) {
        lines.push(direct_text(Direct::Closed, language));
    }
    if view.embeds.is_empty() && lines.is_empty() {
        lines.push(say(language, "proposal-nothing-waiting").text());
    }
    let wishes = place.programmes.iter().rev().find(|one| !one.phase.is_over());
    let wishes = wishes.map(|programme| wishes::button(language, programme.id));
    let mut last_row = if place.proposals.is_empty() { Vec::new() } else { languages(language) };
    last_row.extend(wishes);
    last_row.extend(briefing_button(place, language));
    last_row.extend(entries(place, language));
    last_row.truncate(BUTTONS);
    if !last_row.is_empty() && view.rows.len() < ROWS {
        view = view.buttons(last_row);
    }
    view.content = lines.join("\n");
    view
}

/// The way to the briefing of the newest programme that is not over.
#[must_use]
pub fn briefing_button(place: &Place, language: Language) -> Option<ButtonView> {
    let (programme, role) = place.roles.iter().rev().find(|(programme, _)| {
        place.programmes.iter().any(|one| one.id == *programme && !one.phase.is_over())
    })?;
    Some(briefing::button(language, *programme, *role))
}

/// What is to be said about how far somebody has come with a programme.
#[must_use]
pub fn joining_line(language: Language, programme: &Programme, joining: Joining) -> String {
    let id = match joining {
        Joining::Draft => "join-place-draft",
        Joining::Invited => "join-place-invited",
        Joining::Waiting => "join-place-waiting",
        Joining::Approved => "join-place-approved",
        Joining::TurnedDown => "join-place-turned-down",
    };
    say(language, id).with("programme", quote(&programme.name)).text()
}

/// The ways to what somebody said for their newest programmes, and to begin or go on where they have not enrolled.
#[must_use]
pub fn entries(place: &Place, language: Language) -> Vec<ButtonView> {
    let open = place.programmes.iter().rev().find(|one| !one.phase.is_over());
    let waiting = place.joining.iter().filter(|(_, joining)| *joining == Joining::Waiting);
    let mine = waiting.map(|(programme, _)| programme).chain(open).take(1);
    let begun = place.joining.iter().filter(|(_, how)| matches!(how, Joining::Draft | Joining::Invited));
    let mine = mine.map(|programme| join::mine_button(language, programme.id));
    mine.chain(begun.take(2).map(|(programme, _)| join::begin_button(language, programme))).collect()
}

fn goes_on(after: &GoesOn, language: Language) -> Embed {
    let title = say(language, "my-waiting-goes-on").with("programme", quote(&after.programme.name));
    let mut text = how_it_goes_on(after, language);
    if let Some(new_tandem) = after.answer.filter(|_| !after.settled) {
        let id = if new_tandem { "leave-answer-new" } else { "leave-answer-no-tandem" };
        text = format!("{text}\n\n{}", say(language, id));
    }
    Embed::new(title, text)
}

/// The question, and what coordinators learn; once both have entered the next round, how things stand. Nobody need have said
/// so then: new partners come for whoever is silent, and after an ending silence is no wish for one.
#[must_use]
pub fn how_it_goes_on(after: &GoesOn, language: Language) -> String {
    let id = match (after.settled, after.answer) {
        (false, _) => "leave-goes-on",
        (true, Some(true)) => "leave-goes-on-free",
        (true, _) => "leave-goes-on-not-free",
    };
    say(language, id).text()
}

/// The three answers to *How shall it go on?*
#[must_use]
pub fn next_steps(after: &GoesOn, language: Language) -> Vec<ButtonView> {
    [
        (Button::NextNew(after.tandem), "leave-new-button"),
        (Button::NextBreak(after.tandem), "leave-break-button"),
        (Button::NextStop(after.tandem), "leave-stop-button"),
    ]
    .into_iter()
    .map(|(button, id)| ButtonView::press(button, say(language, id), Style::Secondary))
    .collect()
}

/// Each language in its own words, so that everybody finds theirs.
fn languages(shown: Language) -> Vec<ButtonView> {
    [(Button::SpeakEnglish, Language::En), (Button::SpeakGerman, Language::De)]
        .into_iter()
        .map(|(button, language)| {
            let style =
                if shown.is_german() == language.is_german() { Style::Primary } else { Style::Secondary };
            ButtonView::press(button, say(language, language_name(language)), style)
        })
        .collect()
}

/// The message that names a language without a form of address.
#[must_use]
pub const fn language_name(language: Language) -> &'static str {
    if language.is_german() { "my-language-de" } else { "my-language-en" }
}

/// Chooses the language of the private replies, and shows the place in it.
///
/// # Errors
/// Those of the database.
pub async fn speak(bot: &Bot, request: &Request, chosen: Language) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move {
                if let Err(refusal) = place::language(conn, &call, Some(chosen)).await? {
                    return Ok(Err(refusal));
                }
                place::place(conn, &call).await
            })
        },
        move |place, before| {
            let formal = before == Language::DeFormal
                || place.programmes.iter().any(|one| one.language == Language::DeFormal);
            Reply::Update(view(&place, chosen.addressed(formal)))
        },
    )
    .await
}

#[cfg(test)]
#[path = "place/tests.rs"]
mod tests;
