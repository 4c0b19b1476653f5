//! What matters now, and what is new.

use super::check_ins::{check_in, meeting};
use super::evaluations::evaluate;
use super::*;
use steadyhand::domain::{
    ForWhom, Form, Matter, Moment, PlanChange, Risk, SmallestStep, Step, Surroundings, Turn, Unseen,
};

fn matters(side: &Side, plan: PlanId, on: &str, unseen: usize, risk: Risk) -> Vec<Matter> {
    let cadence = built_in().cadence;
    let now = format!("{on}T09:00:00").parse().unwrap();
    let around = Surroundings { now, offset: offset(), cadence: &cadence, unseen, risk };
    let (plan_of, me) = (side.plan(plan), Some(side.me(plan)));
    let outlook = plan_of.outlook(plan, me, around.now.date()).unwrap();
    outlook
        .at(now)
        .first
        .into_iter()
        .map(|row| row.matter)
        .chain(plan_of.later_matters(plan, me, around))
        .collect()
}

#[test]
fn what_matters_comes_in_the_order_of_the_rule() {
    let (mut ana, mut dana, plan) = pair();
    let begin = [Matter::FirstGoal, Matter::NextMeeting, Matter::Agreement(Turn::Begin)];
    assert_eq!(matters(&ana, plan, "2026-10-06", 0, Risk::Calm), begin);
    dana.agree(plan, AgreementDeed::Begin { sections: built_in().agreement });
    let form = Form::Request;
    let steps = vec![Step { field: form.steps()[0], words: "How was I?".to_owned() }];
    let ask = Command::GiveFeedback { plan, form, steps, to: None, about: None };
    let asked = dana.carry_out(ask).id;
    let waits = check_in(&mut dana, plan, "Busy.");
    evaluate(&mut dana, plan, Moment::Mid, 4, "").unwrap();
    ana.import_from(&dana);
    let item = |side: &mut Side, title: &str, due: &str| {
        let due = Some(day(due));
        let owner = Some(side.me(plan));
        side.carry_out(Command::AddActionItem {
            plan,
            title: title.to_owned(),
            meeting: None,
            owner,
            due,
        })
        .id
    };
    let today = item(&mut ana, "today", "2026-10-20");
    let late = item(&mut ana, "late", "2026-10-10");
    let later = item(&mut ana, "later", "2026-10-21");
    let goal = ana.add_goal(plan, "Hand veins");
    let add = Command::AddTask { plan, goal, title: "Watch three".to_owned() };
    let task = ana.carry_out(add).id;
    let of_his = Command::AddActionItem {
        plan,
        title: "his".to_owned(),
        meeting: None,
        owner: Some(dana.me(plan)),
        due: Some(day("2026-10-01")),
    };
    ana.carry_out(of_his);
    let found = matters(&ana, plan, "2026-10-20", 3, Risk::Urge);
    let Matter::Stalled(quiet) = &found[9] else { panic!("{found:?}") };
    assert_eq!((quiet.days, quiet.step), (15, SmallestStep::AnswerRequest(asked)));
    let expected = [
        Matter::Due { item: late, days_late: 10 },
        Matter::Due { item: today, days_late: 0 },
        Matter::Answer { feedback: asked },
        Matter::CheckIn { check_in: waits },
        Matter::Evaluation { moment: Moment::Mid },
        Matter::ActionItem { item: later },
        Matter::Task { task, goal },
        Matter::Agreement(Turn::Answer),
        Matter::New { count: 3 },
        Matter::Stalled(*quiet),
        Matter::Backup(Risk::Urge),
        Matter::NextMeeting,
    ];
    assert_eq!(found, expected);
    // With a meeting within a week nothing is quiet.
    meeting(&mut ana, plan, "2026-10-22");
    let found = matters(&ana, plan, "2026-10-21", 0, Risk::Calm);
    assert!(found.iter().all(|one| !matches!(one, Matter::Stalled(_) | Matter::NextMeeting)));
    // Whoever has said yes waits, and that stands last.
    ana.say_yes(plan);
    let found = matters(&ana, plan, "2026-10-21", 0, Risk::Calm);
    assert_eq!(found.last(), Some(&Matter::Agreement(Turn::Wait)));
    // In the last two weeks the end is prepared, and after them nothing more is begun.
    let found = matters(&ana, plan, "2027-01-20", 0, Risk::Calm);
    assert!(found.contains(&Matter::Close) && found.contains(&Matter::NextMeeting));
    let found = matters(&ana, plan, "2027-02-20", 0, Risk::Calm);
    assert!(found.contains(&Matter::Close) && !found.contains(&Matter::NextMeeting));
    let closed = PlanChange::Closed(Some(day("2027-02-01")));
    ana.carry_out(Command::RevisePlan { plan, changes: vec![closed] });
    assert!(!matters(&ana, plan, "2027-02-20", 0, Risk::Calm).contains(&Matter::Close));
}

#[test]
fn what_came_in_is_new_until_it_is_looked_at() {
    let (ana, mut dana, plan) = pair();
    let mut ana = ana;
    let goal = ana.add_goal(plan, "Hand veins");
    ana.bond(plan, Bond::Rate { goal, moment: Moment::Start, rating: 2 });
    let arrived = vec![(plan, ana.plan(plan).outgoing(plan, ForWhom::Pair).plan)];
    let arrival = dana.workspace.look_at(arrived.clone(), dana.device, DeviceId::from_random(9));
    let mut unseen = Unseen::default();
    dana.import(arrived);
    unseen.note(&arrival.plans, &dana.workspace, |plan| Some(ana.me(plan)));
    assert_eq!(unseen, Unseen::default(), "one's own words are not new to oneself");
    unseen.note(&arrival.plans, &dana.workspace, |plan| Some(dana.me(plan)));
    let found = unseen.of(plan, &dana.workspace);
    assert_eq!(found.iter().map(|key| key.kind).collect::<Vec<_>>(), [Kind::Goal, Kind::Rating]);
    let mut again = Unseen::default();
    again.read(plan, &(unseen.print(plan) + "nonsense\ngoals nonsense\n"));
    assert_eq!(again, unseen);
    let goal = key(plan, Kind::Goal, goal);
    assert!(unseen.see(goal) && !unseen.see(goal) && !unseen.has(goal));
    assert_eq!(unseen.of(plan, &dana.workspace).len(), 1);
    let rating = found[1];
    ana.carry_out(Command::Delete(rating));
    dana.import_from(&ana);
    assert_eq!(unseen.of(plan, &dana.workspace), [], "what was taken back is no news");
    unseen.see_all(plan);
    assert_eq!(unseen, Unseen::default());
    let whole: Vec<_> = ana.workspace.plans().map(|(id, plan)| (id, plan.clone())).collect();
    let mut eva = Side::new(5);
    let arrival = eva.workspace.look_at(whole.clone(), eva.device, DeviceId::from_random(8));
    eva.import(whole);
    unseen.note(&arrival.plans, &eva.workspace, |_| None);
    assert_eq!(unseen, Unseen::default(), "a plan that was not here is new as a whole");
}
