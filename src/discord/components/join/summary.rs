//! What somebody said, on one page: before they confirm, and whenever they look later. It is theirs alone, and the only
//! place where those they would rather not be paired with are named.

use crate::app::enrol::Standing;
use crate::discord::button::Button;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::view::{ButtonView, Embed, Style, View, quote, shorten};
use crate::discord::words;
use crate::domain::enrolment::Step;
use crate::domain::ids::ProgrammeId;
use crate::domain::language::Language;
use crate::domain::profile::Profile;
use crate::domain::programme::{Programme, Role};
use crate::domain::tandem::Side;
use crate::domain::wish::sides;
use crate::locales::{date, list, say};

/// So much of a wish is shown here; the whole of it stands in its form.
const WISH_SHOWN: usize = 110;
/// So much of a programme's name stands on a button (Discord: 80 characters in all).
const NAME_SHOWN: usize = 50;

/// The button that begins the dialogue, or goes on with it.
#[must_use]
pub(in crate::discord) fn begin_button(language: Language, programme: &Programme) -> ButtonView {
    let label = say(language, "join-button").with("programme", shorten(&programme.name, NAME_SHOWN)).text();
    ButtonView::press(Button::JoinShow(programme.id), label, Style::Primary)
}

/// The button that leads here.
#[must_use]
pub(in crate::discord) fn mine_button(language: Language, programme: ProgrammeId) -> ButtonView {
    ButtonView::press(Button::JoinShow(programme), say(language, "join-mine-button"), Style::Secondary)
}

/// As what somebody takes part.
#[must_use]
pub(in crate::discord) fn role_name(language: Language, role: Role) -> String {
    say(language, &format!("join-role-{}", role.code())).text()
}

/// What somebody said about the company and the time for it, one line each.
#[must_use]
pub(in crate::discord) fn about_lines(profile: &Profile, mentors: bool, language: Language) -> Vec<String> {
    let mut lines: Vec<String> = [&profile.department, &profile.organisation]
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(|name| quote(name))
        .collect();
    if let Some(since) = profile.since {
        lines.push(say(language, "join-since-line").with("month", since.format("%m/%Y").to_string()).text());
    }
    if let Some(hours) = profile.hours {
        lines.push(say(language, "join-hours-line").with("hours", hours).text());
    }
    if mentors {
        lines.push(say(language, "join-capacity-line").with("tandems", profile.capacity).text());
    }
    lines
}

/// What somebody said, with a menu to change it.
pub(super) fn view(standing: &Standing, language: Language) -> View {
    let programme = &standing.programme;
    let id = match standing.enrolled {
        None => "join-summary",
        Some(enrolled) if enrolled.approved => "join-taking-part",
        Some(_) => "join-waiting",
    };
    let title = say(language, "join-summary-title").with("programme", quote(&programme.name));
    let embed = entries(standing, Embed::new(title, say(language, id)), language);
    let view = View::default().embed(embed).menu(
        Button::JoinEdit(programme.id),
        say(language, "join-edit-placeholder").text(),
        Step::ALL
            .iter()
            .filter(|step| **step != Step::Consent)
            .map(|step| (step.code().to_owned(), step_title(language, *step)))
            .collect(),
    );
    let press = |button, id, style| ButtonView::press(button, say(language, id), style);
    view.buttons(if standing.enrolled.is_none() {
        vec![
            press(Button::JoinConfirm(programme.id), "join-confirm-button", Style::Success),
            press(Button::JoinDiscard(programme.id), "join-discard-button", Style::Secondary),
        ]
    } else {
        vec![
            press(Button::MyPlace, "proposal-my-place-button", Style::Primary),
            press(Button::Notice, "join-notice-button", Style::Secondary),
            press(Button::ProgrammeLeaveAsk(programme.id), "join-leave-button", Style::Secondary),
        ]
    })
}

/// What a step is about.
#[must_use]
pub(in crate::discord) fn step_title(language: Language, step: Step) -> String {
    say(language, &format!("join-{}-title", step.code())).text()
}

fn entries(standing: &Standing, embed: Embed, language: Language) -> Embed {
    let answers = &standing.answers;
    let role = answers.role.map(|role| role_name(language, role)).unwrap_or_default();
    let topics: Vec<String> =
        answers.profile.themes().iter().map(|theme| words::theme_text(language, theme)).collect();
    let wishes: Vec<String> = answers
        .wishes
        .iter()
        .map(|(wish, words)| {
            let label = say(language, &format!("wish-{}-label", wish.code())).text();
            format!("{label} {}", quoted_within(words, WISH_SHOWN))
        })
        .collect();
    let mentors = answers.role.is_some_and(|role| sides(role).contains(&Side::Mentor));
    let about = about_lines(&answers.profile, mentors, language);
    let spoken: Vec<String> = answers
        .profile
        .languages
        .iter()
        .map(|one| say(language, if one.is_german() { "my-language-de" } else { "my-language-en" }).text())
        .collect();
    let rather_not: Vec<String> = answers.rather_not.iter().copied().map(words::person).collect();
    let agreed = answers.agreed.map(|agreed| {
        say(language, "join-agreed-on")
            .with("day", date(language, agreed.on))
            .with("version", agreed.notice)
            .text()
    });
    let title = |step| step_title(language, step);
    embed
        .field(title(Step::Role), role)
        .field(title(Step::Topics), list(language, &topics))
        .field(title(Step::Wishes), wishes.join("\n"))
        .field(title(Step::About), about.join("\n"))
        .field(title(Step::Languages), list(language, &spoken))
        .field(title(Step::RatherNot), list(language, &rather_not))
        .field(title(Step::Consent), agreed.unwrap_or_default())
}

/// Whether somebody wants to leave the programme, and what becomes of what they said.
pub(super) fn leave_question(standing: &Standing, language: Language) -> View {
    let programme = &standing.programme;
    let text = say(language, "join-leave-question").with("programme", quote(&programme.name));
    View::text(text).buttons(vec![
        ButtonView::press(
            Button::ProgrammeLeave(programme.id),
            say(language, "join-leave-confirm-button"),
            Style::Danger,
        ),
        mine_button(language, programme.id),
    ])
}
