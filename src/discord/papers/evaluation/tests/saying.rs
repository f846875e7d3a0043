//! What the evaluation says about itself: on paper, in words, and where something is hidden.

use super::*;

#[test]
fn paper_shows_every_table_and_heads_stand_over_their_columns() {
    let evaluation = full(28);
    let page = page(&evaluation, &chapters(&evaluation, Language::De), Language::De);
    // What can be folded holds nothing: a table follows it, which screens alone may hide.
    let folds = page.matches("</summary></details><table>").count();
    assert_eq!((folds, page.matches("<svg").count()), (page.matches("<details>").count(), folds));
    let (screen, print) = page.split_once("@media screen{").unwrap().1.split_once("@media print{").unwrap();
    assert!(screen.contains("details:not([open])+table{display:none}"), "{screen}");
    assert!(print.contains("details{display:none}"), "paper needs nothing to press");
    assert_eq!(page.matches("display:none").count(), 2, "nothing else is hidden anywhere");
    assert!(print.contains("thead{display:table-header-group}"), "a long table has its head on each sheet");
    for table in page.split("<table>").skip(1) {
        let table = table.split("</table>").next().unwrap();
        let head = table.matches("<th scope=\"col\" class=\"n\">").count();
        assert_eq!(head > 0, table.contains("<td class=\"n\">"), "{table}");
    }
    assert!(!page.contains("overflow-wrap:anywhere"), "a column is as wide as its longest word");
}

#[test]
fn a_mean_says_what_its_ends_mean_and_a_total_out_of_how_many_periods_it_is() {
    let evaluation = full(28);
    for language in Language::ALL {
        let chapters = chapters(&evaluation, language);
        let steps = say(language, "report-steps").text();
        let (mut means, mut totals) = (0, 0);
        for (drawing, said) in pictures::drawings(&chapters, language) {
            let svg = drawing.svg("");
            let plain = svg.replace("</text>", " ");
            // The words may be broken into lines.
            let first: String = steps.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
            let is_mean = svg.contains("<circle");
            means += usize::from(is_mean);
            assert!(
                !is_mean || (plain.contains(&crate::charts::escape(&first)) && said.contains(&steps)),
                "{said}"
            );
            let of = say(language, "report-of-periods").with("shown", 28).with("all", 28).text();
            totals += svg.matches(&format!(">{of}<")).count();
            assert_eq!(svg.contains(&format!(">{of}<")), said.contains(&of), "{said}");
        }
        assert!(means > 0 && totals >= 5, "{means} {totals}");
        let page = page(&evaluation, &chapters, language);
        for title in page.split("<title>").skip(2).map(|rest| rest.split("</title>").next().unwrap()) {
            let scale = title.contains("; 5: ") || title.contains(&say(language, "report-mean").text());
            assert!(!scale || title.contains(&crate::charts::escape(&steps)), "{title}");
        }
    }
}

#[test]
fn where_yes_is_hidden_the_page_says_why_it_draws_no_conclusion() {
    let text = |yes: Option<u32>| {
        let mut evaluation = full(0);
        for one in evaluation.report.statements.iter_mut().filter(|one| one.item.scale == Scale::Again) {
            one.answered.iter_mut().for_each(|one| one.shown = Shown::Spread(vec![yes, Some(20), None]));
        }
        page(&evaluation, &chapters(&evaluation, Language::De), Language::De)
    };
    let why = crate::charts::escape(&say(Language::De, "report-again-hidden").text());
    assert!(text(None).contains(&why) && !text(Some(25)).contains(&why));
}

#[test]
fn nobody_is_addressed_and_further_questions_are_named_only_where_there_are_others() {
    let mut evaluation = full(3);
    evaluation.report.reactions_hidden = 3;
    let said = |evaluation: &Evaluation, language| {
        let page = page(evaluation, &chapters(evaluation, language), language);
        page.split_once("</style>").unwrap().1.to_owned()
    };
    for language in Language::ALL {
        let page = said(&evaluation, language);
        // Guiding questions and practices are quoted; what the page says itself stands in headings and paragraphs.
        let own = ["<h2>", "<h3>", "<p>"].map(|tag| {
            page.split(tag).skip(1).map(|rest| rest.split_once("</").unwrap().0).collect::<Vec<_>>().join(" ")
        });
        let plain = own.join(" ").replace(|one: char| !one.is_alphanumeric(), " ");
        for word in ["du", "dich", "dir", "würdest", "Würdest", "Würden", "Ihnen", "you", "your"] {
            assert!(!plain.split_whitespace().any(|one| one == word), "{word} in {page}");
        }
    }
    let more = say(Language::De, "report-questions-hidden").with("count", 3).text();
    assert!(said(&evaluation, Language::De).contains(&more));
    evaluation.report.reactions.clear();
    let page = said(&evaluation, Language::De);
    assert!(!page.contains("weiteren Fragen") && page.contains("3 Fragen wurden gestellt"), "{page}");
}

#[test]
fn every_statement_has_a_sentence_for_when_few_agree() {
    for item in crate::domain::survey::catalogue().iter().filter(|item| item.scale == Scale::Agree) {
        for language in Language::ALL {
            assert!(
                crate::locales::has(language, &format!("report-advice-item-{}", item.code)),
                "{}",
                item.code
            );
        }
    }
}
