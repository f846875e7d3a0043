//! The private side of a practice: what each of the two is asked, what they can take back, and what waits for a
//! coordinator, one page each.

use std::collections::BTreeMap;

use crate::app::practices::{self, Answered, Reviewed};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::posts::practices::{kind_text, words_of};
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, FileView, Form, Input, Style, View, shorten};
use crate::discord::words;
use crate::domain::ids::{PageId, PracticeId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::practice::{Consent, Practice, PracticeState, REMARK_MAX};
use crate::domain::programme::Programme;
use crate::locales::{TimeStyle, discord_time, list, say};
use crate::store::{Result, programmes};

/// The name of the only input of the form.
const REMARK: &str = "remark";
/// A menu holds 25 choices of 100 characters (Discord).
const CHOICES_MAX: usize = 25;
const CHOICE_MAX: usize = 100;

/// The question to each of the two: what would be published where, who reads it before, and that no answer shows.
#[must_use]
pub fn question(practice: &Practice, programme: &Programme, language: Language) -> View {
    let channel = words::channel(programme.practice_channel.unwrap_or(programme.card_channel));
    let asked = say(language, "practice-question")
        .with("channel", channel)
        .with("deadline", discord_time(practice.deadline, TimeStyle::Full));
    View::text(asked).embed(words_of(practice, language)).buttons(consents(practice.id, language))
}

/// The three answers.
#[must_use]
pub fn consents(id: PracticeId, language: Language) -> Vec<ButtonView> {
    vec![
        ButtonView::press(
            Button::PracticeNamed(id),
            say(language, "practice-named-button"),
            Style::Secondary,
        ),
        ButtonView::press(
            Button::PracticeUnnamed(id),
            say(language, "practice-unnamed-button"),
            Style::Secondary,
        ),
        ButtonView::press(Button::PracticeNo(id), say(language, "practice-no-button"), Style::Secondary),
    ]
}

/// The button that asks.
#[must_use]
pub fn ask_button(id: PracticeId, language: Language) -> ButtonView {
    ButtonView::press(Button::PracticeAsk(id), say(language, "practice-ask-button"), Style::Primary)
}

/// What was answered so far, in a sentence.
#[must_use]
pub fn noted(said: Consent, language: Language) -> String {
    match said {
        Consent::Named => say(language, "practice-noted-named"),
        Consent::Unnamed => say(language, "practice-noted-unnamed"),
        Consent::No => say(language, "practice-noted-no"),
    }
    .text()
}

/// Asks whoever presses, if they are one of the two.
///
/// # Errors
/// Those of the database.
pub async fn ask(bot: &Bot, request: &Request, id: PracticeId) -> Result<Answer> {
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let (practice, side) = match practices::ask(conn, &call, id).await? {
                    Ok(asked) => asked,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let programme = programmes::programme_get(conn, practice.programme).await?;
                Ok(Ok((practice, side, programme)))
            })
        },
        |(practice, side, programme), language| {
            let mut view = question(&practice, &programme, language);
            if let Some(said) = practice.answer(side) {
                view.content = format!("{}\n\n{}", view.content, noted(said, language));
            }
            Reply::Private(view)
        },
    )
    .await
}

/// Notes an answer.
///
/// # Errors
/// Those of the database.
pub async fn say_so(bot: &Bot, request: &Request, id: PracticeId, said: Consent) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { practices::say(conn, &call, id, said).await }),
        |answered, language| {
            Reply::Update(View::text(match answered {
                Answered::Noted { said, deadline } => {
                    let until = discord_time(deadline, TimeStyle::Full);
                    let until = say(language, "practice-noted-until").with("deadline", until);
                    format!("{} {until}", noted(said, language))
                }
                Answered::Agreed { named: true } => say(language, "practice-agreed-named").text(),
                Answered::Agreed { named: false } => say(language, "practice-agreed-unnamed").text(),
            }))
        },
    )
    .await
}

/// What whoever asks can take back.
///
/// # Errors
/// Those of the database.
pub async fn mine(bot: &Bot, request: &Request) -> Result<Answer> {
    bot.look(
        request,
        |conn, call| Box::pin(async move { practices::mine(conn, &call).await }),
        |mine, language| Reply::Private(shared(&mine, language)),
    )
    .await
}

fn shared(mine: &[Practice], language: Language) -> View {
    if mine.is_empty() {
        return View::text(say(language, "practice-mine-empty"));
    }
    let options = mine.iter().take(CHOICES_MAX).map(|practice| {
        let state = match practice.state {
            PracticeState::Released => say(language, "practice-state-released"),
            PracticeState::Returned => say(language, "practice-state-returned"),
            _ => say(language, "practice-state-ready"),
        };
        let text = practice.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let label = say(language, "practice-mine-option").with("state", state.text()).with("text", text);
        (practice.id.to_string(), shorten(&label.text(), CHOICE_MAX))
    });
    View::text(say(language, "practice-mine")).menu(
        Button::PracticeChoose,
        say(language, "practice-mine-placeholder"),
        options.collect(),
    )
}

/// Shows the one that was chosen, with what a coordinator said to it and the button that takes it back.
///
/// # Errors
/// Those of the database.
pub async fn chosen(bot: &Bot, request: &Request, values: &[String]) -> Result<Answer> {
    let id = PracticeId(values.first().and_then(|value| value.parse().ok()).unwrap_or_default());
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(practices::mine(conn, &call).await?.and_then(|mine| {
                    let found = mine.into_iter().find(|practice| practice.id == id);
                    found.ok_or(crate::domain::refusal::Refusal::NothingWaits)
                }))
            })
        },
        |practice, language| {
            let withdraw = say(language, "practice-withdraw-button");
            let button = ButtonView::press(Button::PracticeWithdraw(practice.id), withdraw, Style::Danger);
            let view = View::text(say(language, "practice-withdraw-ask"));
            Reply::Update(view.embed(words_of(&practice, language)).buttons(vec![button]))
        },
    )
    .await
}

/// Takes it back.
///
/// # Errors
/// Those of the database.
pub async fn withdraw(bot: &Bot, request: &Request, id: PracticeId) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { practices::withdraw(conn, &call, id).await }),
        |(), language| Reply::Update(View::text(say(language, "practice-withdrawn-noted"))),
    )
    .await
}

/// A page of what waits for coordinators; the first one is a reply of its own.
///
/// # Errors
/// Those of the database.
pub async fn review(bot: &Bot, request: &Request, page: PageId, first: bool) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { practices::review(conn, &call, &roles, page.programme()).await })
        },
        move |all, language| {
            let view = reviewed(&all, page, language);
            if first { Reply::Private(view) } else { Reply::Update(view) }
        },
    )
    .await
}

fn reviewed(all: &[Reviewed], page: PageId, language: Language) -> View {
    // What was decided meanwhile has gone from the list, so that a page may lie behind its end.
    let at = page.page().min(all.len().saturating_sub(1));
    let Some(one) = all.get(at) else { return View::text(say(language, "digest-list-empty")) };
    let id = one.practice.id;
    let whose = match &one.authors {
        Some(two) => list(language, &two.map(words::person)),
        None => say(language, "practice-review-unnamed").text(),
    };
    let embed = words_of(&one.practice, language)
        .field(say(language, "practice-review-from-field"), whose)
        .footer(say(language, "practice-review-page").with("page", at + 1).with("pages", all.len()));
    let mut buttons = vec![
        ButtonView::press(
            Button::PracticeRelease(id),
            say(language, "practice-release-button"),
            Style::Success,
        ),
        ButtonView::press(
            Button::PracticeReturn(id),
            say(language, "practice-return-button"),
            Style::Secondary,
        ),
    ];
    if all.len() > 1 {
        let next = PageId::of(page.programme(), (at + 1) % all.len());
        let label = say(language, "practice-next-button");
        buttons.push(ButtonView::press(Button::PracticesNext(next), label, Style::Secondary));
    }
    let mut view = View::text(say(language, "practice-review")).embed(embed).buttons(buttons);
    view.files.extend(one.file.clone().map(|(name, bytes)| FileView {
        name,
        description: kind_text(one.practice.kind, language),
        bytes,
    }));
    view
}

/// Releases one.
///
/// # Errors
/// Those of the database.
pub async fn release(bot: &Bot, request: &Request, id: PracticeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.answer(
        request,
        move |conn, call| Box::pin(async move { practices::release(conn, &call, &roles, id).await }),
        |programme, language| Reply::Update(decided(programme, "practice-released-noted", language)),
    )
    .await
}

fn decided(programme: ProgrammeId, id: &str, language: Language) -> View {
    let next = Button::PracticesNext(PageId::of(programme, 0));
    let label = say(language, "practice-next-button");
    View::text(say(language, id)).buttons(vec![ButtonView::press(next, label, Style::Secondary)])
}

/// Opens the form for the remark with which one is returned.
///
/// # Errors
/// Those of the database.
pub async fn return_form(bot: &Bot, request: &Request, id: PracticeId) -> Result<Answer> {
    let language = bot.language(request).await?;
    Ok(Reply::Modal(Form {
        button: Button::PracticeReturn(id),
        title: say(language, "practice-return-title").text(),
        inputs: vec![Input {
            id: REMARK,
            label: say(language, "practice-return-label").text(),
            placeholder: say(language, "practice-return-placeholder").text(),
            value: String::new(),
            long: true,
            required: true,
            max: REMARK_MAX,
        }],
    })
    .into())
}

/// Returns one with the remark from the form.
///
/// # Errors
/// Those of the database.
pub async fn returned(
    bot: &Bot,
    request: &Request,
    id: PracticeId,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    let remark = fields.get(REMARK).cloned().unwrap_or_default();
    bot.answer(
        request,
        move |conn, call| {
            Box::pin(async move { practices::return_with(conn, &call, &roles, id, &remark).await })
        },
        |programme, language| Reply::Update(decided(programme, "practice-returned-noted", language)),
    )
    .await
}

#[cfg(test)]
#[path = "practices/tests.rs"]
mod tests;
