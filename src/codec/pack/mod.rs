//! Packs: the templates of a program, read from JSON. The built-in pack is two files beside this one, one for each
//! language, with the same keys.

use std::sync::OnceLock;

use crate::domain::{PACK_LIMITS, Pack, PackFault};

/// The built-in pack in English.
pub const ENGLISH: &str = include_str!("built_in.en.json");
/// The built-in pack in Spanish.
pub const SPANISH: &str = include_str!("built_in.es.json");

/// Why a pack could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It is larger than any pack should be.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The most bytes.
        limit: usize,
    },
    /// It is not JSON of the form of a pack.
    #[error("line {line}, column {column}: {what}")]
    NotAPack {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What is wrong, for developers.
        what: String,
    },
    /// It has the form of a pack, and says something that cannot be used.
    #[error("{0:?}")]
    Faulty(Vec<PackFault>),
}

/// Reads a pack. Members that this version does not know are passed over.
///
/// # Errors
/// What is wrong with it, all of it where it has the right form.
pub fn read(text: &str) -> Result<Pack, PackError> {
    let limit = PACK_LIMITS.bytes;
    if text.len() > limit {
        return Err(PackError::TooLarge { limit });
    }
    let pack: Pack = serde_json::from_str(text).map_err(|error| PackError::NotAPack {
        line: error.line(),
        column: error.column(),
        what: error.to_string(),
    })?;
    let faults = pack.faults();
    if faults.is_empty() { Ok(pack) } else { Err(PackError::Faulty(faults)) }
}

/// The built-in pack in the language of this tag, or else in English. It is read once. A test makes sure that both can
/// be read; a pack that could not be would offer nothing.
pub fn built_in(language: &str) -> &'static Pack {
    static READ: [OnceLock<Pack>; 2] = [OnceLock::new(), OnceLock::new()];
    let [english, spanish] = &READ;
    let (held, text) =
        if language.starts_with("es") { (spanish, SPANISH) } else { (english, ENGLISH) };
    held.get_or_init(|| read(text).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Form, Phase, Situation};

    #[test]
    fn the_built_in_pack_is_right_in_both_languages() {
        let (en, es) = (built_in("en-US"), built_in("es"));
        assert_eq!(read(ENGLISH).as_ref(), Ok(en));
        assert_eq!(read(SPANISH).as_ref(), Ok(es));
        assert_eq!((en.language.as_str(), es.language.as_str()), ("en", "es"));
        let keys = |pack: &Pack| {
            let mut keys: Vec<String> = Vec::new();
            keys.extend(pack.agreement.iter().map(|one| format!("section {}", one.key)));
            for phase in &pack.phases {
                keys.extend(phase.prompts.iter().map(|one| format!("{} {}", phase.phase, one.key)));
            }
            keys.extend(pack.agendas.iter().map(|it| format!("{} {}", it.phase, it.items.len())));
            for goal in &pack.goals {
                let (key, phase, category) = (&goal.key, &goal.phase, &goal.category);
                keys.push(format!(
                    "{key} {phase} {category} {} {}",
                    goal.due_percent,
                    goal.tasks.len()
                ));
            }
            for one in &pack.feedback {
                let steps: Vec<_> = one.steps.iter().map(|step| step.field.as_str()).collect();
                keys.push(format!("{} {:?} {}", one.form, one.situations, steps.join(" ")));
            }
            let prompts = pack.check_in.iter().chain(&pack.closing);
            keys.extend(prompts.map(|prompt| prompt.key.clone()));
            keys.extend(pack.evaluation.iter().map(|one| format!("{} {}", one.key, one.is_scale)));
            keys.extend(
                pack.facts.iter().map(|f| format!("{} {} {}", f.key, f.standing, f.checked)),
            );
            keys
        };
        assert_eq!(keys(en), keys(es));
        assert_eq!(en.cadence, es.cadence);
        assert_eq!(en.agreement.len(), 8);
        assert!((8..=10).contains(&en.evaluation.len()));
        assert_eq!((en.check_in.len(), en.closing.len()), (5, 3));
        for phase in Phase::ALL {
            assert!(
                en.phases.iter().any(|one| one.phase == phase.name() && !one.prompts.is_empty())
            );
            assert!(!en.agenda_for(phase).is_empty(), "{phase:?}");
        }
        for situation in Situation::ALL {
            assert!(!en.feedback_for(situation).is_empty(), "{situation:?}");
        }
        let suggested = |situation| en.feedback_for(situation)[0].form.as_str();
        let expected =
            ["one_minute", "pendleton", "ask_tell_ask", "situation_behavior_impact", "to_program"];
        assert_eq!(Situation::ALL.map(suggested), expected);
        let others: Vec<_> = en.feedback_for(Situation::WatchedDraw).into_iter().skip(1).collect();
        assert_eq!(
            others.iter().map(|one| one.form.as_str()).collect::<Vec<_>>(),
            ["situation_behavior_impact", "pendleton"]
        );
        for form in Form::ALL {
            let template = en.feedback_form(form.name()).unwrap();
            let steps: Vec<_> = template.steps.iter().map(|step| step.field.as_str()).collect();
            assert_eq!(steps, form.steps(), "{form:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let place = |from: &str, to: &str| match read(&ENGLISH.replacen(from, to, 1)) {
            Err(PackError::Faulty(faults)) => {
                faults.iter().map(|fault| fault.place.clone()).collect()
            }
            other => vec![format!("{other:?}").chars().take(40).collect::<String>()],
        };
        assert_eq!(place("\"key\": \"cadence\"", "\"key\": \"roles\""), ["agreement[1].key"]);
        assert_eq!(place("\"key\": \"roles\"", "\"key\": \"Roles!\""), ["agreement[0].key"]);
        assert_eq!(place("\"version\": 1", "\"version\": 2"), ["version"]);
        assert_eq!(
            place("\"category\": \"technique\"", "\"category\": \"magic\""),
            ["goals[0].category"]
        );
        let agenda = "What each of us hopes for";
        assert_eq!(place(agenda, " "), ["agendas[0].items[0]"]);
        let without = ENGLISH.replacen("\"agendas\"", "\"other\"", 1);
        assert!(read(&without).unwrap().agenda_for(Phase::Working).is_empty());
        assert_eq!(place("\"due_percent\": ", "\"due_percent\": 9"), ["goals[0].due_percent"]);
        assert_eq!(place("\"fact\": \"", "\"fact\": \"no_"), ["cadence.fact"]);
        assert!(matches!(read("{"), Err(PackError::NotAPack { line: 1, .. })));
        assert!(matches!(read(&" ".repeat(2 << 20)), Err(PackError::TooLarge { .. })));
        let later = ENGLISH.replacen('{', "{\"of_later\": [1, {}],", 1);
        assert_eq!(read(&later), read(ENGLISH));
    }
}
