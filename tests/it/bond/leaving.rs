//! Whatever is made of a plan for somebody, besides the file of the plan itself.

use steadyhand::codec::csv::{self, Table, TableDay, TableWords};
use steadyhand::codec::ics;
use steadyhand::codec::summary::{Sheet, SheetWords};
use steadyhand::codec::template;
use steadyhand::domain::{ForWhom, GoalsTaken, Kind, Plan, PlanId, RecordId, Zone, Zones};

use super::{day, offset};

/// A table of a plan as it goes.
fn rows(plan: &Plan, table: Table) -> String {
    let messages = steadyhand::i18n::EN;
    let words = TableWords {
        field: messages.share.records.field,
        category: messages.common.category,
        status: messages.paper.status,
        mode: messages.meetings.mode,
        held: messages.meetings.status_of,
        yes: messages.share.records.yes,
        no: messages.share.records.no,
    };
    csv::write(plan, table, &words, TableDay { today: day("2026-11-24"), offset: offset() })
}

/// The summary of a plan as a file, with words that no random plan has.
pub fn summary_file(plan: &Plan, id: PlanId, for_whom: ForWhom) -> Option<String> {
    let today = day("2026-11-24");
    let m = steadyhand::i18n::Locale::Spanish.messages();
    let (words, paper) = (&m.closing, &m.paper);
    let words = SheetWords {
        language: "es",
        what: paper.summary,
        day: &|day| day.to_string(),
        days: paper.days,
        made: words.made,
        closed: words.closed,
        role: m.common.role,
        category: m.common.category,
        status: paper.status,
        confidence: words.confidence,
        goals: [paper.goals, paper.no_goals],
        held: [words.held, words.none_held],
        held_count: paper.held_count,
        themes: [words.themes, words.no_themes],
        theme: words.theme,
        items: [paper.items, paper.no_items],
        owner: paper.owner,
        words: [words.words, words.no_words],
        prompts: ["1", "2", "3"],
        somebody: m.shell.somebody,
    };
    let summary = plan.summary(id, for_whom, today, offset())?;
    Some(Sheet::of(&summary, today, &words).html())
}

/// Whatever is made for somebody besides the file of a plan, each under a name: calendars of all meetings and of each
/// one, tables, what is printed, the summary, a template, and what a next plan begins with.
pub fn others(id: PlanId, plan: &Plan, for_whom: ForWhom) -> Vec<(String, String)> {
    let going = plan.outgoing(id, for_whom).plan;
    let mut made = Vec::new();
    let zones = Zones::new(Zone::fixed("UTC", 0), Vec::new());
    let calendar = |is_meant: &dyn Fn(RecordId) -> bool| {
        let (made, zones) = ("2026-11-22T14:20:05Z".parse().unwrap(), &zones);
        let calendar = ics::Calendar { plan: id, made, zones, alarm: Some(15), with_agenda: true };
        ics::write(&calendar, &going.appointments(is_meant))
    };
    made.push(("calendar".to_owned(), calendar(&|_| true)));
    for (meeting, _) in going.all(Kind::Meeting) {
        made.push((format!("calendar of {meeting}"), calendar(&|id| id == meeting)));
    }
    for table in Table::ALL {
        made.push((format!("table of {}", table.kind().name()), rows(&going, table)));
    }
    let today = day("2026-11-24");
    let now = today.and_hms_opt(9, 0, 0).unwrap();
    made.push(("paper".to_owned(), format!("{:?}", plan.paper(id, for_whom, now, offset()))));
    let summary = plan.summary(id, for_whom, today, offset());
    made.push(("summary".to_owned(), format!("{summary:?}")));
    made.push(("sheet".to_owned(), summary_file(plan, id, for_whom).unwrap_or_default()));
    if for_whom == ForWhom::Pair {
        let begun = plan.template(id, "T", GoalsTaken::All).map(|t| template::write(&t));
        made.push(("template".to_owned(), begun.unwrap_or_default()));
        let next = plan.next_plan(id, "T", today, None, true);
        made.push(("next plan".to_owned(), format!("{next:?}")));
    }
    made
}
