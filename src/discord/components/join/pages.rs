//! The pages of the dialogue and its two kinds of forms. Every page says who will see the answer.

use crate::app::enrol::Standing;
use crate::discord::button::Button;
use crate::discord::commands::privacy;
use crate::discord::components::wishes;
use crate::discord::view::{ButtonView, Embed, Form, Input, Style, View, quote};
use crate::domain::enrolment::Step;
use crate::domain::ids::PageId;
use crate::domain::language::Language;
use crate::domain::profile::{CAPACITY_MAX, HOURS_MAX, NAME_MAX, RATHER_NOT_MAX, TOPICS_MAX};
use crate::domain::programme::Role;
use crate::domain::tandem::Side;
use crate::domain::wish::sides;
use crate::locales::say;

/// A month or a length, as typed.
const SINCE_MAX: usize = 40;
/// A small number with a word behind it.
const NUMBER_MAX: usize = 20;

/// The page of a step.
pub(super) fn step(standing: &Standing, step: Step, language: Language) -> View {
    let view = match step {
        Step::Consent => return consent(standing, language),
        Step::Role => role(standing, language),
        Step::Topics => topics(standing, language),
        Step::Wishes => View::default()
            .embed(frame(standing, step, language))
            .buttons(super::wish_buttons(standing, language)),
        Step::About => {
            let open = say(language, "join-about-button");
            let button = ButtonView::press(Button::JoinAbout(standing.programme.id), open, Style::Primary);
            View::default().embed(frame(standing, step, language)).buttons(vec![button])
        }
        Step::Languages => languages(standing, language),
        Step::RatherNot => {
            let chosen = standing.answers.rather_not.iter().copied().collect();
            let placeholder = say(language, "join-rather-not-placeholder").text();
            let button = Button::JoinRatherNot(standing.programme.id);
            View::default().embed(frame(standing, step, language)).people(
                button,
                placeholder,
                chosen,
                RATHER_NOT_MAX,
            )
        }
    };
    let last = last_row(standing, step, language);
    if last.is_empty() { view } else { view.buttons(last) }
}

/// The frame of a step: where it is in the dialogue, the question, who sees the answer, and that a draft is kept.
fn frame(standing: &Standing, step: Step, language: Language) -> Embed {
    let own = |part: &str| format!("join-{}-{part}", step.code());
    let title = if standing.enrolled.is_some() {
        say(language, &own("title")).text()
    } else {
        say(language, "join-step-title")
            .with("programme", quote(&standing.programme.name))
            .with("number", step.index() + 1)
            .with("count", Step::ALL.len())
            .text()
    };
    let id = own("question");
    let question = say(language, &id);
    let question = match step {
        Step::Topics => question.with("max", most_topics(standing)),
        Step::RatherNot => question.with("max", RATHER_NOT_MAX),
        _ => question,
    };
    let readers = say(language, &own("readers")).text();
    let embed = Embed::new(title, question.text()).field(say(language, "join-readers-field"), readers);
    if standing.enrolled.is_some() { embed } else { embed.footer(say(language, "join-draft-kept").text()) }
}

fn consent(standing: &Standing, language: Language) -> View {
    let programme = &standing.programme;
    let title = say(language, "join-step-title")
        .with("programme", quote(&programme.name))
        .with("number", 1)
        .with("count", Step::ALL.len());
    let agreement = Embed::new(
        say(language, "proposal-confidentiality-field"),
        say(language, "proposal-confidentiality"),
    );
    let first = Embed::new(title, say(language, "join-consent-question"));
    View::default().embed(first).embed(privacy::embed(Some(programme), language)).embed(agreement).buttons(
        vec![
            ButtonView::press(
                Button::JoinAgree(programme.id),
                say(language, "join-agree-button"),
                Style::Success,
            ),
            ButtonView::press(
                Button::JoinDiscard(programme.id),
                say(language, "join-discard-button"),
                Style::Secondary,
            ),
        ],
    )
}

fn role(standing: &Standing, language: Language) -> View {
    let options = Role::ALL.iter().map(|role| {
        let chosen = standing.answers.role == Some(*role);
        (role.code().to_owned(), say(language, &format!("join-role-{}", role.code())).text(), chosen)
    });
    View::default().embed(frame(standing, Step::Role, language)).pick(
        Button::JoinRole(standing.programme.id),
        say(language, "join-role-placeholder").text(),
        options.collect(),
        1,
    )
}

fn topics(standing: &Standing, language: Language) -> View {
    let chosen = |topic: &str| standing.answers.profile.topics.contains(topic);
    let catalogue = standing.programme.template.topics().iter().map(|topic| {
        let name = say(language, &format!("topic-name-{}", topic.code())).text();
        (topic.code().to_owned(), name, chosen(topic.code()))
    });
    let own = standing.own_topics.iter().map(|words| (words.clone(), words.clone(), chosen(words)));
    View::default().embed(frame(standing, Step::Topics, language)).pick(
        Button::JoinTopics(standing.programme.id),
        say(language, "join-topics-placeholder").text(),
        catalogue.chain(own).collect(),
        most_topics(standing),
    )
}

/// As many topics as one may choose, and no more than are on offer.
fn most_topics(standing: &Standing) -> usize {
    TOPICS_MAX.min(standing.programme.template.topics().len() + standing.own_topics.len())
}

fn languages(standing: &Standing, language: Language) -> View {
    let options = [Language::De, Language::En].map(|one| {
        let name = say(language, if one.is_german() { "my-language-de" } else { "my-language-en" }).text();
        (one.code().to_owned(), name, standing.answers.profile.languages.contains(&one))
    });
    View::default().embed(frame(standing, Step::Languages, language)).pick(
        Button::JoinLanguages(standing.programme.id),
        say(language, "join-languages-placeholder").text(),
        options.to_vec(),
        options.len(),
    )
}

/// What is under every step: going on where it may be left out, back to the overview, and taking everything back.
fn last_row(standing: &Standing, step: Step, language: Language) -> Vec<ButtonView> {
    let programme = standing.programme.id;
    let mut row = Vec::new();
    if standing.enrolled.is_some() {
        row.push(super::summary::mine_button(language, programme));
        return row;
    }
    if step.may_be_skipped() {
        let button = Button::JoinSkip(PageId::of(programme, step.index()));
        row.push(ButtonView::press(button, say(language, "join-skip-button"), Style::Secondary));
    }
    let button = Button::JoinDiscard(programme);
    row.push(ButtonView::press(button, say(language, "join-discard-button"), Style::Secondary));
    row
}

/// The buttons that open the forms of the sides somebody takes.
pub(super) fn wish_buttons(standing: &Standing, language: Language) -> Vec<ButtonView> {
    let programme = standing.programme.id;
    let role = standing.answers.role.unwrap_or(Role::Both);
    let of = |side: &Side| match side {
        Side::Mentor => (Button::JoinMentor(programme), "wish-mentor-button"),
        Side::Mentee => (Button::JoinMentee(programme), "wish-mentee-button"),
    };
    let buttons = sides(role).iter().map(of);
    buttons.map(|(button, id)| ButtonView::press(button, say(language, id), Style::Primary)).collect()
}

/// The form of one side's wishes.
pub(super) fn wishes_form(standing: &Standing, side: Side, language: Language) -> Form {
    let (button, title) = match side {
        Side::Mentor => (Button::JoinMentor(standing.programme.id), "wish-mentor-modal-title"),
        Side::Mentee => (Button::JoinMentee(standing.programme.id), "wish-mentee-modal-title"),
    };
    let written = |wish| standing.answers.wishes.get(&wish).cloned();
    Form { button, title: say(language, title).text(), inputs: wishes::inputs(language, side, written) }
}

/// The form about the company and the time for it; only mentors are asked how many tandems they take.
pub(super) fn about_form(standing: &Standing, language: Language) -> Form {
    let profile = &standing.answers.profile;
    let input = |id: &'static str, value: String, max: usize| Input {
        id,
        label: say(language, &format!("join-{id}-label")).text(),
        placeholder: say(language, &format!("join-{id}-placeholder")).with("most", most(id)).text(),
        value,
        long: false,
        required: false,
        max,
    };
    let since = profile.since.map(|since| since.format("%m/%Y").to_string()).unwrap_or_default();
    let hours = profile.hours.map(|hours| hours.to_string()).unwrap_or_default();
    let mut inputs = vec![
        input("department", profile.department.clone(), NAME_MAX),
        input("organisation", profile.organisation.clone(), NAME_MAX),
        input("since", since, SINCE_MAX),
        input("hours", hours, NUMBER_MAX),
    ];
    if standing.answers.role.is_some_and(|role| sides(role).contains(&Side::Mentor)) {
        inputs.push(input("capacity", profile.capacity.to_string(), NUMBER_MAX));
    }
    Form {
        button: Button::JoinAbout(standing.programme.id),
        title: say(language, "join-about-title").text(),
        inputs,
    }
}

/// The highest number an input takes; 0 for one that takes none.
fn most(input: &str) -> u32 {
    match input {
        "hours" => HOURS_MAX,
        "capacity" => CAPACITY_MAX,
        _ => 0,
    }
}
