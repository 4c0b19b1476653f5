//! A first visit, as somebody goes through it: who is here, a name, and then a way to begin.

use crate::app::App;
use crate::engine::Engine;

/// Who is here, and the words of the two pages in a language.
#[derive(Clone, Copy)]
pub struct Who {
    pub role: &'static str,
    /// The field of the name.
    pub name: &'static str,
    /// The button that shows an example.
    pub example: &'static str,
}

pub const STUDENT: Who =
    Who { role: "I am a student", name: "Your name", example: "Look at an example" };
pub const MENTOR: Who = Who { role: "I am a mentor", ..STUDENT };
pub const ESTUDIANTE: Who =
    Who { role: "Soy estudiante", name: "Tu nombre", example: "Ver un ejemplo" };
pub const MENTORA: Who = Who { role: "Soy mentor o mentora", ..ESTUDIANTE };

/// What the addresses of the second page begin with.
const BEGINNING: &str = "#/begin/";

impl App<'_> {
    /// Comes to the first page in the language of the words.
    #[track_caller]
    pub fn is_greeted(&self, who: Who) {
        self.see("Steadyhand");
        // WebKit's browser here speaks English whatever it is told.
        let is_spanish = who.name == ESTUDIANTE.name;
        if is_spanish && self.engine() == Engine::WebKit && !self.text().contains(who.role) {
            self.click("En español");
        }
        self.see(who.role);
    }

    /// Goes through the first page.
    #[track_caller]
    pub fn says_who(&self, who: Who) {
        self.is_greeted(who);
        self.click(who.role);
        self.see(who.name);
    }

    /// Goes through the first page, and says a name on the second.
    #[track_caller]
    pub fn is_introduced(&self, who: Who, name: &str) {
        self.says_who(who);
        self.type_into(who.name, name);
    }

    /// Begins with the example, as Ana, from either page.
    #[track_caller]
    pub fn begins_with_example(&self, who: Who) {
        if !self.route().starts_with(BEGINNING) {
            self.says_who(who);
        }
        self.type_into(who.name, "Ana Morales");
        self.click(who.example);
        self.see("Dana Ruiz");
    }
}
