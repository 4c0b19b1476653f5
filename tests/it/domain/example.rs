//! The example plan, in every language and from both sides.

use super::*;
use steadyhand::codec::pack;
use steadyhand::i18n::Locale;

#[test]
fn the_example_shows_a_course_in_its_seventh_week() {
    for locale in Locale::ALL {
        for role in [Role::Student, Role::Mentor] {
            let mut side = Side::new(1);
            let draws = &mut side.draws;
            let mut random = move || {
                *draws += 1;
                *draws
            };
            let mut ctx = Context { device: side.device, now: side.now, random: &mut random };
            let words = &locale.messages().example;
            let pack = pack::built_in(locale.tag());
            let added =
                side.workspace.add_example(words, pack, "Ana Morales", role, &mut ctx).unwrap();
            let id = added.subject.unwrap().plan;
            let plan = side.plan(id);
            assert_eq!(plan.card(id).unwrap().week(side.now.date_naive()), Some((7, 16)));
            let me = plan.person_of(side.device).unwrap();
            assert_eq!(plan.person(me).unwrap().role, role);
            assert_eq!(plan.people().len(), 2);
            let count = |kind| plan.live(kind).count();
            assert_eq!(count(Kind::Goal), 8);
            assert_eq!(count(Kind::Meeting), 16);
            let authors: std::collections::BTreeSet<_> = plan
                .feedback_by_age()
                .into_iter()
                .filter_map(|id| plan.feedback(id)?.author)
                .collect();
            assert_eq!(authors.len(), 2, "feedback from both sides");
            assert!(plan.disputes(id).is_empty());
            let undo = Command::Undo(added.undo);
            side.carry_out(undo);
            assert!(side.workspace.plan_cards().is_empty());
        }
    }
}
