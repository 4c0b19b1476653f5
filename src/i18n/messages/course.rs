//! The phases of the course.

/// The phases of the course.
#[derive(Clone, Copy, Debug)]
pub struct CourseMessages {
    /// The heading.
    pub title: &'static str,
}

pub(super) const EN: CourseMessages = CourseMessages { title: "Course" };

pub(super) const ES: CourseMessages = CourseMessages { title: "Curso" };
