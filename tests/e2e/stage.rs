//! What one journey plays on: an engine, a host of its own, and any number of people's browsers.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::outside::Outside;
use crate::server::{FOLDER, Server};

/// The stage of one journey in one engine. Its folder and its host are gone when it ends.
pub struct Stage {
    pub engine: Engine,
    journey: &'static str,
    folder: PathBuf,
    server: RefCell<Server>,
    /// The paths at which the app is, or was.
    folders: RefCell<Vec<String>>,
    outside: Outside,
    refusals: RefCell<Vec<String>>,
    has_meant_to_stray: Cell<bool>,
}

impl Stage {
    /// Sets up the host, and a folder for profiles and files.
    pub fn new(engine: Engine, journey: &'static str) -> Self {
        let name = format!("steadyhand-{}-{}-{journey}", std::process::id(), engine.name());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("the temporary folder can be written");
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let server = RefCell::new(Server::start(&dist, &[FOLDER], &folder.join("requests.log")));
        let (outside, refusals) = (Outside::new(), RefCell::default());
        let has_meant_to_stray = Cell::new(false);
        let folders = RefCell::new(vec![FOLDER.to_owned()]);
        let stage = Self {
            engine,
            journey,
            folder,
            server,
            folders,
            outside,
            refusals,
            has_meant_to_stray,
        };
        stage.forget_shots();
        stage
    }

    /// Serves another folder than `dist/`, at another address.
    pub fn serve(&self, folder: &Path) {
        self.serve_under(&[FOLDER], folder);
    }

    /// Serves a folder under some paths of one address, which is another than before.
    pub fn serve_under(&self, paths: &[&str], folder: &Path) {
        self.folders.borrow_mut().extend(paths.iter().map(|path| (*path).to_owned()));
        self.server.replace(Server::start(folder, paths, &self.folder.join("requests.log")));
    }

    /// Opens a browser for a person, with the app in it. The same person has the same profile again,
    /// and so, where the engine keeps profiles, the same data.
    #[track_caller]
    pub fn browser(&self, person: &str, setup: Setup) -> App<'_> {
        let app = self.blank(person, setup);
        app.open();
        app
    }

    /// Opens a browser for a person, on an empty page.
    #[track_caller]
    pub fn blank(&self, person: &str, setup: Setup) -> App<'_> {
        let profile = self.folder.join(person);
        let session = self.engine.open(&profile, setup, &self.outside.address());
        App::new(self, session, person, profile.join("downloads"))
    }

    /// Does to the profile of a person whose browser is closed what a browser does that finds its
    /// database damaged: all databases go, and nothing else.
    pub fn lose_database(&self, person: &str) {
        let lost = lose_folders(&self.folder.join(person), &["IndexedDB", "idb"]);
        assert!(lost > 0, "{person} had no database");
    }

    /// The address of the app.
    pub fn url(&self) -> String {
        self.server.borrow().url()
    }

    /// Takes the host away from everyone.
    pub fn go_offline(&self) {
        self.server.borrow_mut().stop();
    }

    /// Brings the host back.
    pub fn go_online(&self) {
        self.server.borrow_mut().go_on();
    }

    /// What browsers asked the host for, each as its status and path.
    pub fn requests(&self) -> Vec<String> {
        self.server.borrow().requests()
    }

    /// What a browser's own record says its page was refused.
    pub fn note_refusals(&self, refusals: Vec<String>) {
        self.refusals.borrow_mut().extend(refusals);
    }

    /// Everything so far that no page of the app may do: what its policy refused, what it asked of its
    /// own host outside its folder, and what anything in its browser asked of the world.
    pub fn strays(&self) -> Vec<String> {
        let folders = self.folders.borrow();
        let is_within = |line: &String| {
            line.split_once(' ').is_some_and(|(status, path)| {
                let path = percent_decode_str(path).decode_utf8_lossy();
                let is_own = folders.iter().any(|folder| path.starts_with(folder.as_str()));
                status.parse::<u16>().is_ok() && is_own
            })
        };
        let mut strays = self.requests();
        // Browsers look there for the icon of a page that names none. The app's does, but an address below
        // its folder where nothing is has no page at all.
        strays.retain(|line| !is_within(line) && line != "404 /favicon.ico");
        // Debian's Chromium now and then greets its search engine by itself, and where keys are pressed it
        // wants a dictionary to check the spelling with, whatever it is told.
        let own = ["CONNECT start.duckduckgo.com:443 ", "CONNECT redirector.gvt1.com:443 "];
        let is_own = |asked: &String| own.iter().any(|start| asked.starts_with(start));
        strays.extend(self.outside.asked().into_iter().filter(|asked| !is_own(asked)));
        strays.extend(self.refusals.borrow().iter().cloned());
        strays
    }

    /// Says that this journey strays on purpose and looks at the strays itself.
    pub fn means_to_stray(&self) {
        self.has_meant_to_stray.set(true);
    }

    /// Ends a journey that went well, if it did so in this respect too.
    pub fn finish(self) {
        if self.has_meant_to_stray.get() {
            return;
        }
        let strays = self.strays();
        assert!(strays.is_empty(), "refused, or asked for outside the folder: {strays:#?}");
    }

    /// Writes a file that a person may then bring in.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, text).expect("the temporary folder can be written");
        path
    }

    /// Where a picture or a text of this journey goes, in `shots/` and named after it.
    pub fn shot(&self, name: &str) -> PathBuf {
        let shots = shots();
        fs::create_dir_all(&shots).expect("shots/ can be made");
        shots.join(format!("{}{name}", self.shot_prefix()))
    }

    fn shot_prefix(&self) -> String {
        format!("{}-{}-", self.journey, self.engine.name())
    }

    /// Pictures of an earlier run would say what is no longer so.
    fn forget_shots(&self) {
        for shot in fs::read_dir(shots()).into_iter().flatten().flatten() {
            if shot.file_name().to_string_lossy().starts_with(&self.shot_prefix()) {
                let _ = fs::remove_file(shot.path());
            }
        }
    }
}

/// Removes all folders of these names below a folder, and says how many there were.
fn lose_folders(within: &Path, names: &[&str]) -> usize {
    let mut lost = 0;
    for entry in fs::read_dir(within).expect("the profile can be read").flatten() {
        if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        if names.iter().any(|name| entry.file_name() == *name) {
            fs::remove_dir_all(entry.path()).expect("the profile can be written");
            lost += 1;
        } else {
            lost += lose_folders(&entry.path(), names);
        }
    }
    lost
}

fn shots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("shots")
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.server.borrow_mut().stop();
        // What drivers wrote is worth keeping when something went wrong.
        if std::thread::panicking() {
            println!("     profiles and drivers' logs: {}", self.folder.display());
        } else {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
