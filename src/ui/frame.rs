//! The frame around every page: tabs, banners, the notice, and the page that the route names.

use std::pin::Pin;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;

use crate::domain::Role;
use crate::route::{Route, Tab as Place};
use crate::store::{Arrival, Part, SaveState as Saved, Store, Trouble, part};
use crate::ui::components::redrawn::{either, follow, keyword, redrawn, remembered, shown};
use crate::ui::components::{Banner, Glyph, Logo, News, SaveState, Saving, Shell, Tab, TabBar};
use crate::ui::features::closing::closed_banner::ClosedBanner;
use crate::ui::features::news::new_pages::provide_new_pages;
use crate::ui::features::search::looked_for::LookedFor;
use crate::ui::features::shell::notice::NoticeToast;
use crate::ui::features::shell::storage_banner::StorageBanner;
use crate::ui::features::shell::update_bar::UpdateBar;
use crate::ui::navigation::use_navigation;
use crate::ui::pages;
use crate::ui::side_by_side::SideBySide;
use crate::ui::words::{say, say_by, use_store};

/// What a part of the program draws, as soon as its first use has been prepared.
type Drawing = Pin<Box<dyn Future<Output = AnyView>>>;

/// What there is to be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    /// The frame, with the page in it.
    Inside,
    /// The first page of a first visit, which is no part of the program.
    Greeting,
    /// The second page of a first visit.
    Beginning(Role),
}

/// The frame, with the page in it; or what comes before the reader has been welcomed.
#[component]
pub fn Frame() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let is_welcomed = remembered(move || store.chosen(|p| p.is_welcomed));
    let is_held = remembered(move || store.is_held());
    let sight = Memo::new(move |_| match navigation.route.get() {
        _ if is_welcomed.get() || is_held.get() => Sight::Inside,
        Some(Route::Import) => Sight::Inside,
        Some(Route::Begin(role)) => Sight::Beginning(role),
        _ => Sight::Greeting,
    });
    follow(move || navigation.greet.run(sight.get() == Sight::Greeting));
    let is_out_of_sight = remembered(move || store.is_out_of_sight());
    let mut before: Option<Option<Route>> = None;
    follow(move || {
        let route = navigation.route.get();
        if before.as_ref().is_some_and(|before| *before != route) {
            navigation.focus_title.run(());
        }
        before = Some(route);
    });
    let page = move || view! { <Page /> }.into_any();
    let inside = move || {
        view! {
            <Shell
                skip_label=say(store, |m| m.shell.skip)
                tabs=|| view! { <Places /> }
                floating=|| by_rest(use_store(), notice)
            >
                <Banners />
                {either(move || !is_out_of_sight.get(), page, move || by_rest(store, out_of_sight))}
            </Shell>
        }
        .into_any()
    };
    redrawn(move || match sight.get() {
        Sight::Inside => inside(),
        Sight::Greeting => ().into_any(),
        Sight::Beginning(role) => view! { <Beginning role /> }.into_any(),
    })
}

/// The five tabs, and how saving stands.
#[component]
fn Places() -> impl IntoView {
    let store = use_store();
    let heading = use_navigation().heading;
    let tab = move |place: Place,
                    href: &'static str,
                    glyph,
                    choose: fn(&crate::i18n::Shell) -> &'static str| Tab {
        href,
        glyph,
        label: say_by(store, move |m| choose(&m.shell)),
        is_current: remembered(move || {
            heading.with(|route| route.as_ref().map(Route::tab)) == Some(place)
        })
        .into(),
    };
    let tabs = vec![
        tab(Place::Today, "#/today", Glyph::Today, |m| m.today),
        tab(Place::Goals, "#/goals", Glyph::Goals, |m| m.goals),
        tab(Place::Meetings, "#/meetings", Glyph::Meetings, |m| m.meetings),
        tab(Place::Feedback, "#/feedback", Glyph::Feedback, |m| m.feedback),
        tab(Place::More, "#/more", Glyph::More, |m| m.more),
    ];
    view! {
        <TabBar label=say(store, |m| m.shell.navigation) tabs>
            <Logo />
            <span>{say(store, |m| m.shell.name)}</span>
            <SavingLine />
        </TabBar>
    }
}

/// How saving stands, in a few words.
#[component]
pub fn SavingLine() -> impl IntoView {
    let store = use_store();
    let saving = move || match store.saving_now() {
        Saved::Saved => Saving::Saved,
        Saved::Saving => Saving::Running,
        Saved::Trouble(_) => Saving::Failed,
    };
    let words = say_by(store, move |m| match store.saving_now() {
        Saved::Saved => m.shell.saved,
        Saved::Saving => m.shell.saving,
        Saved::Trouble(Trouble::Newer) => m.shell.only_shown,
        Saved::Trouble(_) => m.shell.not_saved,
    });
    view! { <SaveState state=keyword(move || Some(saving().word())) words /> }
}

/// The page that the route names. Today is drawn at once; the others are in the rest of the program.
#[component]
fn Page() -> impl IntoView {
    let store = use_store();
    let route = use_navigation().route;
    let is_today = remembered(move || route.get() == Some(Route::Today));
    redrawn(move || match is_today.get() {
        true => view! { <pages::today::TodayPage /> }.into_any(),
        false => page_by_rest(store, other_pages),
    })
}

/// The second page of a first visit.
#[component]
fn Beginning(role: Role) -> impl IntoView {
    let store = use_store();
    store.fetch(Part::Beginning);
    view! {
        <main class="welcome">
            <Banners />
            {once_come(
                store,
                Part::Beginning,
                Box::new(move || Box::pin(beginning_page(role))),
                coming,
            )}
        </main>
    }
}

/// What stands in for a page until a part is there.
fn coming(store: Store, part: Part, arrival: Arrival) -> AnyView {
    let fetch = Callback::new(move |()| store.fetch(part));
    view! { <pages::coming::ComingPage arrival fetch /> }.into_any()
}

/// What a part that is there draws: now, or at once after its first use has been prepared.
fn drawn_by(draw: Drawing) -> AnyView {
    let mut draw = Box::pin(ScopedFuture::new(draw));
    if let Some(view) = draw.as_mut().now_or_never() {
        return view;
    }
    let slot = RwSignal::new_local(None);
    spawn_local(async move {
        let view = draw.await;
        // The reader may have gone elsewhere.
        let _gone = slot.try_set(Some(view));
    });
    redrawn(move || {
        slot.track();
        slot.try_update_untracked(Option::take).flatten().unwrap_or_else(|| ().into_any())
    })
}

/// What the rest of the program draws, as soon as that is there.
pub fn by_rest<F>(store: Store, draw: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = AnyView> + 'static,
{
    once_come(store, Part::Rest, Box::new(move || Box::pin(draw())), |_, _, _| ().into_any())
}

/// A page that the rest of the program draws, or what stands in for it.
pub fn page_by_rest<F>(store: Store, draw: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = AnyView> + 'static,
{
    once_come(store, Part::Rest, Box::new(move || Box::pin(draw())), coming)
}

/// What a part of the program draws, and until it is there something else.
fn once_come(
    store: Store,
    part: Part,
    draw: Box<dyn Fn() -> Drawing + Send>,
    until_then: fn(Store, Part, Arrival) -> AnyView,
) -> AnyView {
    redrawn(move || match store.has_come(part) {
        Arrival::Here => drawn_by(draw()),
        arrival => until_then(store, part, arrival),
    })
}

/// The banners. Without the rest of the program there is one thing to say: that something cannot be kept.
#[component]
pub fn Banners() -> impl IntoView {
    let store = use_store();
    let is_unkept = move || {
        store.has_come(Part::Rest) == Arrival::Failed
            && matches!(store.saving_now(), Saved::Trouble(_))
    };
    let unkept = move || {
        view! { <Banner news=News::Danger text=say(store, |m| m.shell.unkept) /> }.into_any()
    };
    view! {
        {by_rest(store, banners)}
        {shown(is_unkept, unkept)}
    }
}

part! { beginning:
    /// The second page of a first visit, for who is here.
    fn beginning_page(role: Role) -> AnyView {
        view! { <pages::beginning::BeginningPage role /> }.into_any()
    }
}

part! { rest:
    /// What has just happened.
    fn notice() -> AnyView {
        view! {
            <UpdateBar />
            <NoticeToast />
        }
        .into_any()
    }

    /// In place of every page where nothing of the plan can be shown.
    fn out_of_sight() -> AnyView {
        view! { <pages::out_of_sight::OutOfSightPage /> }.into_any()
    }

    /// The banners about storage.
    fn banners() -> AnyView {
        view! {
            <StorageBanner />
            <ClosedBanner />
        }
        .into_any()
    }

    /// The page that the route names, if it is not Today, with its list beside it where there is room.
    fn other_pages() -> AnyView {
        provide_new_pages();
        LookedFor::provide();
        view! { <SideBySide page=other_page /> }.into_any()
    }
}

/// The page of a route, if that is not Today.
fn other_page(route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Today) => ().into_any(),
        // Nobody begins twice.
        Some(Route::Begin(_) | Route::Plans) => view! { <pages::plans::PlansPage /> }.into_any(),
        Some(Route::Goals) => view! { <pages::goals::GoalsPage /> }.into_any(),
        Some(Route::NewGoal) => view! { <pages::new_goal::NewGoalPage /> }.into_any(),
        Some(Route::Goal(id)) => view! { <pages::goal::GoalPage id /> }.into_any(),
        Some(Route::Meetings) => view! { <pages::meetings::MeetingsPage /> }.into_any(),
        Some(Route::Month(day)) => view! { <pages::month::MonthPage day /> }.into_any(),
        Some(Route::NewMeeting) => view! { <pages::new_meeting::NewMeetingPage /> }.into_any(),
        Some(Route::NextMeeting) => view! { <pages::next_meeting::NextMeetingPage /> }.into_any(),
        Some(Route::Meeting(id)) => view! { <pages::meeting::MeetingPage id /> }.into_any(),
        Some(Route::Agenda(id)) => {
            view! { <pages::meeting::MeetingPage id has_agenda_first=true /> }.into_any()
        }
        Some(Route::MeetingAfter(id)) => {
            view! { <pages::new_meeting::MeetingAfterPage id /> }.into_any()
        }
        Some(Route::Calendar(of)) => view! { <pages::calendar::CalendarPage of /> }.into_any(),
        Some(Route::ChangeSeries(id)) => {
            view! { <pages::change_series::ChangeSeriesPage id /> }.into_any()
        }
        Some(Route::Feedback) => view! { <pages::feedback::FeedbackPage /> }.into_any(),
        Some(Route::ProgramFeedback) => {
            view! { <pages::program_feedback::ProgramFeedbackPage /> }.into_any()
        }
        Some(Route::FeedbackFor { situation, about }) => {
            view! { <pages::feedback_for::FeedbackForPage situation about /> }.into_any()
        }
        Some(Route::NewFeedback { form, about }) => {
            view! { <pages::new_feedback::NewFeedbackPage form about /> }.into_any()
        }
        Some(Route::OneFeedback(id)) => {
            view! { <pages::one_feedback::OneFeedbackPage id /> }.into_any()
        }
        Some(Route::More) => view! { <pages::more::MorePage /> }.into_any(),
        Some(Route::Share) => view! { <pages::share::SharePage /> }.into_any(),
        Some(Route::PaperPlan) => view! { <pages::paper_plan::PaperPlanPage /> }.into_any(),
        Some(Route::PaperReport) => view! { <pages::paper_report::PaperReportPage /> }.into_any(),
        Some(Route::Backup) => view! { <pages::backup::BackupPage /> }.into_any(),
        Some(Route::Import) => view! { <pages::import::ImportPage /> }.into_any(),
        Some(Route::Disputes) => view! { <pages::disputes::DisputesPage /> }.into_any(),
        Some(Route::Apart) => view! { <pages::apart::ApartPage /> }.into_any(),
        Some(Route::People) => view! { <pages::people::PeoplePage /> }.into_any(),
        Some(Route::Activity(of)) => view! { <pages::activity::ActivityPage of /> }.into_any(),
        Some(Route::Install) => view! { <pages::install::InstallPage /> }.into_any(),
        Some(Route::Settings) => view! { <pages::settings::SettingsPage /> }.into_any(),
        Some(Route::Series(id)) => view! { <pages::series::SeriesPage id /> }.into_any(),
        Some(Route::Shifts) => view! { <pages::shifts::ShiftsPage /> }.into_any(),
        Some(Route::NewShifts) => view! { <pages::new_shifts::NewShiftsPage /> }.into_any(),
        Some(Route::Shift(id)) => view! { <pages::shift::ShiftPage id /> }.into_any(),
        Some(Route::FindTime) => view! { <pages::find_time::FindTimePage /> }.into_any(),
        Some(Route::NewCheckIn) => view! { <pages::new_check_in::NewCheckInPage /> }.into_any(),
        Some(Route::CheckIn(id)) => view! { <pages::check_in::CheckInPage id /> }.into_any(),
        Some(Route::Evaluation(moment)) => {
            view! { <pages::evaluation::EvaluationPage moment /> }.into_any()
        }
        Some(Route::Agreement) => view! { <pages::agreement::AgreementPage /> }.into_any(),
        Some(Route::Course) => view! { <pages::course::CoursePage /> }.into_any(),
        Some(Route::Closing) => view! { <pages::closing::ClosingPage /> }.into_any(),
        Some(Route::Search) => view! { <pages::search::SearchPage /> }.into_any(),
        Some(Route::News) => view! { <pages::news::NewsPage /> }.into_any(),
        Some(Route::Notes) => view! { <pages::notes::NotesPage /> }.into_any(),
        Some(Route::PaperAgreement) => {
            view! { <pages::paper_agreement::PaperAgreementPage /> }.into_any()
        }
        Some(Route::PaperSummary) => {
            view! { <pages::paper_summary::PaperSummaryPage /> }.into_any()
        }
        Some(Route::Template) => view! { <pages::template::TemplatePage /> }.into_any(),
        None => view! { <pages::missing::MissingPage /> }.into_any(),
    }
}
