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
mod tests {
    use super::*;
    use crate::app::matching::testing::enrol;
    use crate::app::testing::{LOBBY, MENTEE, MENTOR, World};
    use crate::app::{leaving, rotation, testing};
    use crate::discord::testing::Desk;
    use crate::domain::ids::UserId;
    use crate::domain::programme::Role;
    use crate::store::programmes::enrolment_approve;
    use crate::store::proposals::proposal_add;

    async fn of(world: &mut World, user: UserId, language: Language) -> View {
        let call = world.call(user, LOBBY);
        view(&place::place(&mut world.conn, &call).await.unwrap().unwrap(), language)
    }

    #[tokio::test]
    async fn what_the_other_one_answered_changes_no_word_before_the_deadline() {
        let mut views = Vec::new();
        for answer in [None, Some(true), Some(false)] {
            let mut world = World::empty().await;
            let (mentor, mentee) = (world.person(MENTOR).await.id, world.person(MENTEE).await.id);
            let programme = world.programme.id;
            for (person, role) in [(mentor, Role::Mentor), (mentee, Role::Mentee)] {
                enrolment_approve(&mut world.conn, programme, person, role).await.unwrap();
            }
            let deadline = world.now() + chrono::Duration::days(7);
            let proposal =
                proposal_add(&mut world.conn, programme, mentor, mentee, deadline).await.unwrap().unwrap();
            if let Some(yes) = answer {
                let call = world.call(MENTEE, LOBBY);
                crate::app::proposals::answer(&mut world.conn, &call, proposal, yes).await.unwrap().unwrap();
            }
            views.push(of(&mut world, MENTOR, Language::De).await);
        }
        assert!(views.iter().all(|view| *view == views[0]));
        assert!(views[0].embeds[0].text.contains("<@2002>"));
        assert_eq!(views[0].rows.len(), 2);
    }

    #[tokio::test]
    async fn a_full_place_fits_into_one_message_in_every_language() {
        for language in Language::ALL {
            let mut world = World::new().await;
            let tandem = world.tandem_in(testing::ROOM).await;
            let call = world.call(MENTOR, testing::ROOM);
            leaving::end(&mut world.conn, &call, tandem.id).await.unwrap().unwrap();
            leaving::say_next(&mut world.conn, &call, tandem.id, false).await.unwrap().unwrap();
            for other in 0..3 {
                let person = world.person(UserId(7_000 + other)).await.id;
                let deadline = world.now() + chrono::Duration::days(7);
                proposal_add(&mut world.conn, world.programme.id, tandem.mentor, person, deadline)
                    .await
                    .unwrap();
            }
            let view = of(&mut world, MENTOR, language).await;
            assert_eq!((view.embeds.len(), view.rows.len()), (SHOWN + 1, SHOWN + 2));
            let mut size = 0;
            for embed in &view.embeds {
                size += embed.title.chars().count() + embed.text.chars().count();
                for (name, value) in &embed.fields {
                    assert!(value.chars().count() <= 1_024, "{name}");
                    size += name.chars().count() + value.chars().count();
                }
            }
            assert!(size <= 6_000, "{size}");
        }
    }

    #[tokio::test]
    async fn of_two_proposals_each_has_a_number_and_the_answer_names_whom_it_is_about() {
        let mut desk = Desk::new().await;
        let (lobby, programme, now) = (LOBBY, desk.world.programme.id, desk.world.now());
        let (me, mut asked) = (enrol(&mut desk.world, UserId(8_000), Role::Mentor).await, Vec::new());
        let first = |page: &str| {
            let buttons = page.lines().filter(|line| line.contains("proposal-accept"));
            buttons.map(|line| line.replace(" proposal-", "|")).collect::<Vec<_>>().join("\n")
        };
        for other in [8_001, 8_002] {
            let person = enrol(&mut desk.world, UserId(other), Role::Mentee).await;
            let deadline = now + chrono::Duration::days(7);
            let proposal = proposal_add(&mut desk.world.conn, programme, me, person, deadline).await;
            asked.push(proposal.unwrap().unwrap());
            if other == 8_001 {
                let alone = desk.press(UserId(8_000), lobby, Button::MyPlace, &[], None).await;
                assert!(alone.contains("| A tandem for you in Pilot |"), "{alone}");
                assert_eq!(
                    first(&alone),
                    "[Yes, I agree and take part|accept:1] [No, not this time|decline:1]"
                );
            }
        }
        let both = desk.press(UserId(8_000), lobby, Button::MyPlace, &[], None).await;
        assert_eq!(
            first(&both),
            "[Yes to 1|accept:1] [No to 1|decline:1]\n[Yes to 2|accept:2] [No to 2|decline:2]"
        );
        for title in ["| 1 · A tandem for you in Pilot |", "| 2 · A tandem for you in Pilot |"] {
            assert!(both.contains(title), "{title} in {both}");
        }
        let no = desk.press(UserId(8_000), lobby, Button::ProposalDecline(asked[1]), &[], None).await;
        assert!(no.starts_with("About the tandem with <@8002>: Your no is noted"), "{no}");
        let yes = desk.press(UserId(8_000), lobby, Button::ProposalAccept(asked[0]), &[], None).await;
        assert!(yes.starts_with("About the tandem with <@8001>: Your yes is noted"), "{yes}");
        let both = desk.press(UserId(8_000), lobby, Button::MyPlace, &[], None).await;
        for said in ["About the tandem with <@8001>: Your yes", "\nAbout the tandem with <@8002>: Your no"] {
            assert!(both.contains(said), "{said} in {both}");
        }
        let opened = desk.press(UserId(8_001), lobby, Button::ProposalAccept(asked[0]), &[], None).await;
        assert!(opened.starts_with("About the tandem with <@8000>: Both have said yes."), "{opened}");
    }

    #[tokio::test]
    async fn whoever_has_nothing_waiting_reads_just_that() {
        let mut world = World::new().await;
        let view = of(&mut world, MENTOR, Language::En).await;
        assert_eq!(view.content, "Nothing is waiting for you at the moment.");
        assert_eq!(view.rows.len(), 1, "one's wishes can be changed at any time");
    }

    async fn tick_all(world: &mut World) {
        let now = world.now();
        while crate::scheduler::tick(&mut world.conn, now).await.unwrap() {}
    }

    #[tokio::test]
    async fn after_new_partners_each_reads_how_things_stand_and_no_answer_that_nobody_gave() {
        let mut desk = Desk::new().await;
        let tandem = desk.world.tandem_in(testing::ROOM).await.id;
        desk.world.pass(chrono::Duration::days(30));
        let (programme, now) = (desk.world.programme.clone(), desk.world.now());
        rotation::start(&mut desk.world.conn, &programme, now).await.unwrap();
        tick_all(&mut desk.world).await;
        desk.world.pass(chrono::Duration::days(8));
        tick_all(&mut desk.world).await;
        let free = "You are in for the next round of pairing, and the coordinators see that. If you would like \
                    something else, say so here; only you see this question.";
        assert_eq!(of(&mut desk.world, MENTEE, Language::En).await.embeds[0].text, free);
        let asked = desk.press(MENTEE, testing::ROOM, Button::GoesOn(tandem), &[], None).await;
        assert!(asked.contains(free), "{asked}");
        desk.press(MENTEE, testing::ROOM, Button::NextBreak(tandem), &[], None).await;
        let asked = desk.press(MENTEE, testing::ROOM, Button::GoesOn(tandem), &[], None).await;
        let text = &of(&mut desk.world, MENTEE, Language::En).await.embeds[0].text;
        assert!(
            text.starts_with("As things stand you are not in for the next round") && asked.contains(text)
        );
        assert_eq!(of(&mut desk.world, MENTOR, Language::En).await.embeds[0].text, free, "their own");
    }

    #[tokio::test]
    async fn whoever_chose_a_break_does_not_read_that_they_want_no_tandem_at_all() {
        let mut world = World::new().await;
        let tandem = world.tandem_in(testing::ROOM).await.id;
        let call = world.call(MENTOR, testing::ROOM);
        leaving::end(&mut world.conn, &call, tandem).await.unwrap().unwrap();
        leaving::say_next(&mut world.conn, &call, tandem, false).await.unwrap().unwrap();
        let text = &of(&mut world, MENTOR, Language::En).await.embeds[0].text;
        assert!(
            text.ends_with("or 14 days have passed.\n\nAs things stand: no new tandem for now."),
            "{text}"
        );
    }

    #[tokio::test]
    async fn whoever_had_no_tandem_reads_at_the_end_that_none_came_about() {
        let mut world = World::new().await;
        let (programme, alone) = (world.programme.id, UserId(7));
        let person = world.person(alone).await.id;
        enrolment_approve(&mut world.conn, programme, person, Role::Mentee).await.unwrap();
        world.programme_set("phase", "closing").await;
        assert_eq!(
            of(&mut world, alone, Language::En).await.content,
            "No new tandems are formed in Pilot any more, and none came about for you. Thank you for having \
             been with us; `/privacy export` shows what is stored."
        );
    }
}
