//! A plan without its people as a file (`….steadyhand-template.json`). `docs/bundle.md` describes it.

use serde::{Deserialize, Serialize};

use super::gathered::Gathered;
use crate::domain::{LIMITS, PACK_LIMITS, PlanTemplate};

/// The value of `format` by which a template is known.
const FORMAT: &str = "steadyhand-template";
/// The version of the format.
const VERSION: u32 = 1;

/// Why a template could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// It is larger than any template should be.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The most bytes.
        limit: usize,
    },
    /// It is no template, or a broken one.
    #[error("line {line}, column {column}")]
    NotATemplate {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// A newer version wrote it.
    #[error("of format version {found}")]
    NewerVersion {
        /// The version.
        found: u32,
    },
    /// It holds more than a plan may: the place.
    #[error("{0}")]
    TooMuch(String),
}

#[derive(Serialize, Deserialize)]
struct File<T> {
    format: String,
    version: u32,
    template: T,
}

/// What a template's file is called.
pub fn file_name(title: &str) -> String {
    let word =
        |word: &str| word.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let words: Vec<String> = title.split_whitespace().map(word).filter(|w| !w.is_empty()).collect();
    let name: String = words.join("-").chars().take(60).collect();
    let name = if name.is_empty() { "plan" } else { &name };
    format!("{name}.steadyhand-template.json")
}

/// Writes a template.
pub fn write(template: &PlanTemplate) -> String {
    let file = File { format: FORMAT.to_owned(), version: VERSION, template };
    // Texts and numbers under fixed names always have a JSON form.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Whether a file says, before all else, that it is a template.
pub fn is_template(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(400)).unwrap_or_default());
    let mut rest = start.as_ref();
    ["{", "\"format\"", ":", "\"steadyhand-template\""].iter().all(|part| {
        rest = rest.trim_start();
        rest.strip_prefix(part).map(|after| rest = after).is_some()
    })
}

/// Reads a file that came piece by piece, if it says that it is a template.
pub fn read_gathered(file: &Gathered) -> Option<Result<PlanTemplate, TemplateError>> {
    let (text, _) = file.text().ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    is_template(text.as_bytes()).then(|| read(text.as_bytes()))
}

/// Reads a template. Members that this version does not know are passed over.
///
/// # Errors
/// Why it could not be read.
pub fn read(bytes: &[u8]) -> Result<PlanTemplate, TemplateError> {
    let limit = PACK_LIMITS.bytes;
    if bytes.len() > limit {
        return Err(TemplateError::TooLarge { limit });
    }
    let broken = |error: serde_json::Error| TemplateError::NotATemplate {
        line: error.line(),
        column: error.column(),
    };
    let head: File<serde::de::IgnoredAny> = serde_json::from_slice(bytes).map_err(broken)?;
    if head.format != FORMAT {
        return Err(TemplateError::NotATemplate { line: 1, column: 1 });
    }
    if head.version > VERSION {
        return Err(TemplateError::NewerVersion { found: head.version });
    }
    let file: File<PlanTemplate> = serde_json::from_slice(bytes).map_err(broken)?;
    match excess(&file.template) {
        Some(place) => Err(TemplateError::TooMuch(place)),
        None => Ok(file.template),
    }
}

/// The first place where a template holds more than a plan may.
fn excess(template: &PlanTemplate) -> Option<String> {
    let is_long = |text: &str, most: usize| text.chars().count() > most;
    let list = |name: &str, count: usize, most: usize| (count > most).then(|| name.to_owned());
    let sections = || {
        template.agreement.iter().position(|section| {
            is_long(&section.title, LIMITS.title) || is_long(&section.text, LIMITS.clause)
        })
    };
    let goals = || {
        template.goals.iter().position(|goal| {
            let long =
                [&goal.why, &goal.measure].into_iter().any(|text| is_long(text, LIMITS.text));
            let titles = goal.tasks.iter().chain([&goal.title]);
            let mut titles = titles.map(|title| is_long(title, LIMITS.title));
            long || titles.any(|long| long) || goal.tasks.len() > LIMITS.tasks
        })
    };
    let meetings = || {
        template.meetings.iter().position(|meeting| {
            is_long(&meeting.title, LIMITS.title)
                || is_long(&meeting.agenda, LIMITS.text)
                || meeting.times > LIMITS.meetings_at_once
                || meeting.starts >= 24 * 60
        })
    };
    list("agreement", template.agreement.len(), LIMITS.sections)
        .or_else(|| list("goals", template.goals.len(), PACK_LIMITS.list))
        .or_else(|| list("meetings", template.meetings.len(), PACK_LIMITS.list))
        .or_else(|| sections().map(|at| format!("agreement[{at}]")))
        .or_else(|| goals().map(|at| format!("goals[{at}]")))
        .or_else(|| meetings().map(|at| format!("meetings[{at}]")))
}
