//! People and plans.

/// People and plans.
#[derive(Clone, Copy, Debug)]
pub struct PeopleMessages {
    /// The heading of the people.
    pub title: &'static str,
    /// Marks the reader.
    pub this_is_you: &'static str,
    /// The question who the reader is.
    pub who_are_you: &'static str,
    /// Why that is asked.
    pub who_hint: &'static str,
    /// Says that the reader is somebody new in the plan.
    pub join_new: &'static str,
    /// Adds the reader.
    pub join: &'static str,
    /// The heading of adding somebody.
    pub add_title: &'static str,
    /// Why somebody may be added.
    pub add_hint: &'static str,
    /// The field for a name.
    pub name: &'static str,
    /// The choice of a role.
    pub role: &'static str,
    /// Adds somebody.
    pub add: &'static str,
    /// The heading of the plans.
    pub plans_title: &'static str,
    /// Marks the plan that is open.
    pub open: &'static str,
    /// The heading of the plan's own details.
    pub plan_details: &'static str,
    /// The field for a plan's title.
    pub plan_title: &'static str,
    /// The field for the program.
    pub program: &'static str,
    /// The field for a plan's first day.
    pub starts: &'static str,
    /// The field for a plan's length.
    pub weeks: &'static str,
    /// The heading of beginning another plan.
    pub new_plan: &'static str,
    /// Begins it.
    pub start_plan: &'static str,
    /// Loads the example.
    pub example: &'static str,
    /// Deletes a plan.
    pub delete_plan: &'static str,
    /// The heading of making room.
    pub room: &'static str,
    /// What taking a plan off this device does.
    pub room_why: &'static str,
    /// Leads to the export.
    pub export_first: &'static str,
    /// Takes the plan off this device.
    pub remove_plan: &'static str,
    /// A page has no plan to show.
    pub no_plan: &'static str,
    /// What to do about it.
    pub no_plan_why: &'static str,
}

pub(super) const EN: PeopleMessages = PeopleMessages {
    title: "People",
    this_is_you: "This is you",
    who_are_you: "Who are you in this plan?",
    who_hint: "So that the other side sees who wrote what.",
    join_new: "Somebody who is not listed",
    join: "Join this plan",
    add_title: "Add somebody",
    add_hint: "Nothing is sent to them. They join when they open your file.",
    name: "Name",
    role: "Role",
    add: "Add person",
    plans_title: "Plans",
    open: "Open now",
    plan_details: "This plan",
    plan_title: "Plan title",
    program: "Program",
    starts: "First day",
    weeks: "Weeks",
    new_plan: "Another plan",
    start_plan: "Start a plan",
    example: "Look at an example",
    delete_plan: "Delete this plan",
    room: "Make room",
    room_why: "Deleting a plan frees no room, because it can come back. Removing it from this device \
               does, and nobody else loses anything. Export it first: that file brings it back.",
    export_first: "Export first",
    remove_plan: "Remove from this device",
    no_plan: "No plan yet",
    no_plan_why: "A plan holds your goals, meetings and feedback. Start one, open a file that you \
                  were sent, or look at an example first.",
};

pub(super) const ES: PeopleMessages = PeopleMessages {
    title: "Personas",
    this_is_you: "Eres tú",
    who_are_you: "¿Quién eres en este plan?",
    who_hint: "Para que la otra persona vea quién escribió qué.",
    join_new: "Alguien que no está en la lista",
    join: "Unirme a este plan",
    add_title: "Agregar a alguien",
    add_hint: "No se le envía nada. Se une cuando abre tu archivo.",
    name: "Nombre",
    role: "Rol",
    add: "Agregar persona",
    plans_title: "Planes",
    open: "Abierto",
    plan_details: "Este plan",
    plan_title: "Título del plan",
    program: "Programa",
    starts: "Primer día",
    weeks: "Semanas",
    new_plan: "Otro plan",
    start_plan: "Empezar un plan",
    example: "Ver un ejemplo",
    delete_plan: "Borrar este plan",
    room: "Hacer espacio",
    room_why: "Borrar un plan no libera espacio, porque puede volver. Quitarlo de este dispositivo sí, y \
               nadie más pierde nada. Expórtalo antes: con ese archivo vuelve.",
    export_first: "Exportar antes",
    remove_plan: "Quitar de este dispositivo",
    no_plan: "Todavía no hay ningún plan",
    no_plan_why: "Un plan guarda tus metas, reuniones y comentarios. Empieza uno, abre un archivo que \
                  te enviaron o mira primero un ejemplo.",
};
