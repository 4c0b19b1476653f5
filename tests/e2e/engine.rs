//! The three browser engines, each through its own driver, with a profile folder we choose.
//!
//! Every session gets a driver of its own: WebKit's allows no more, and a driver that fails then takes
//! nothing else with it. Nothing here knows the app.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::process::{Process, free_port, kill_users_of};
use crate::wait::{DriverFailed, wait_for};

const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const PHONE: (u32, u32) = (360, 640);
const NARROW: (u32, u32) = (320, 640);
const DESKTOP: (u32, u32) = (1200, 800);

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    Chromium,
    Firefox,
    /// Stands in for Safari. It keeps nothing between two runs, and saves no downloads.
    WebKit,
}

/// How a browser is set up before it opens.
#[derive(Clone, Copy)]
pub struct Setup {
    phone: bool,
    dark: bool,
    language: &'static str,
    cramped: bool,
    narrow: bool,
    large: bool,
}

impl Setup {
    /// A phone of 360 × 640, light, in American English.
    pub const PHONE: Self = Self {
        phone: true,
        dark: false,
        language: "en-US",
        cramped: false,
        narrow: false,
        large: false,
    };
    /// A window of 1200 × 800, light, in American English.
    pub const DESKTOP: Self = Self { phone: false, ..Self::PHONE };

    /// The same, for a person who prefers dark pages.
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The window's size in CSS pixels.
    fn size(self) -> (u32, u32) {
        match (self.phone, self.narrow) {
            (true, false) => PHONE,
            (true, true) => NARROW,
            (false, _) => DESKTOP,
        }
    }

    /// The same, with little room for what pages store, in the engine that takes this as a setting.
    pub fn cramped(self) -> Self {
        Self { cramped: true, ..self }
    }

    /// The same on a phone that is 320 wide only, where windows can be as narrow as that.
    pub fn narrow(self) -> Self {
        Self { narrow: true, ..self }
    }

    /// The same, for a person who has set text to twice its size, in the engines that take this as a setting.
    pub fn large(self) -> Self {
        Self { large: true, ..self }
    }

    /// The same, for a person who prefers another language, such as `es-US`.
    pub fn speaking(self, language: &'static str) -> Self {
        Self { language, ..self }
    }
}

/// An open browser with its driver. Both are gone when this is dropped.
pub struct Session {
    pub driver: WebDriver,
    profile: PathBuf,
    _driver_process: Process,
    _display: Option<Process>,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As it is written on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether a second run with the same profile finds what the first one stored.
    pub fn keeps_profiles(self) -> bool {
        self != Self::WebKit
    }

    /// Whether a download ends up as a file.
    pub fn saves_downloads(self) -> bool {
        self != Self::WebKit
    }

    /// Starts a driver and a browser on `profile`; downloads go to its folder `downloads`, and what is
    /// asked beyond the loopback to `proxy`, a host and port.
    #[track_caller]
    pub fn open(self, profile: &Path, setup: Setup, proxy: &str) -> Session {
        fs::create_dir_all(profile.join("downloads")).expect("the profile folder can be made");
        let log = profile.join("driver.log");
        let port = free_port();
        let (display, screen) = match self {
            Self::WebKit => start_display(),
            Self::Chromium | Self::Firefox => (None, String::new()),
        };
        let mut command = self.driver(port, profile, setup);
        command.env("TZ", "America/Chicago").stdin(Stdio::null()).stdout(append(&log));
        command.stderr(append(&log)).env("DISPLAY", screen);
        let mut process = Process::start(&mut command);
        if !process.answers_on(port) {
            DriverFailed::raise(format!("{}'s driver did not start, see {log:?}", self.name()));
        }
        let Value::Object(wanted) = self.capabilities(profile, setup, proxy) else {
            unreachable!("capabilities are an object")
        };
        let connecting =
            WebDriver::builder(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted))
                .request_timeout(Duration::from_secs(60))
                .connect();
        let driver = match wait_for(connecting) {
            Ok(driver) => driver,
            Err(error) => DriverFailed::sort(self.name(), &error),
        };
        let session = Session {
            driver,
            profile: profile.into(),
            _driver_process: process,
            _display: display,
        };
        session.size(setup.size());
        session
    }

    fn driver(self, port: u16, profile: &Path, setup: Setup) -> Command {
        let mut command = Command::new(match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        });
        command.arg(format!("--port={port}"));
        match self {
            Self::Chromium => {}
            // Without a port of its own for Marionette, two drivers at once would meet.
            Self::Firefox => {
                command.arg(format!("--marionette-port={}", free_port()));
                // Its record of errors lies in its privileged scope.
                command.arg("--allow-system-access");
                // Without this it takes no other server for its own lists, see the settings below.
                command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
            }
            Self::WebKit => {
                let config = profile.join("config");
                let gtk = config.join("gtk-3.0");
                fs::create_dir_all(&gtk).expect("the profile folder can be written");
                let settings = "[Settings]\ngtk-enable-animations=0\n";
                fs::write(gtk.join("settings.ini"), settings).expect("the profile can be written");
                let language = setup.language.replace('-', "_");
                command.env("XDG_CONFIG_HOME", config).env("HOME", profile);
                command.env("LANGUAGE", language).env("LANG", "C.UTF-8");
                command.env("GTK_THEME", if setup.dark { "Adwaita:dark" } else { "Adwaita" });
            }
        }
        command
    }

    fn capabilities(self, profile: &Path, setup: Setup, proxy: &str) -> Value {
        let manual = json!({ "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy });
        let downloads = profile.join("downloads");
        match self {
            Self::Chromium => {
                let (width, height) = setup.size();
                // Each of these asks something of the world by itself, whatever page is open.
                let mut features = "NetworkTimeServiceQuerying,PreconnectToSearch,\
                    AutofillServerCommunication,OptimizationHints"
                    .to_owned();
                if setup.cramped {
                    // Otherwise it tells pages of ten gigabytes more than they use, whatever there is.
                    features.push_str(",StaticStorageQuota");
                }
                let mut options = json!({
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                        "--no-first-run", "--disable-background-networking", "--disable-sync",
                        "--disable-component-update", "--force-prefers-reduced-motion",
                        "--gaia-url=http://127.0.0.1:9/",
                        "--component-updater=url-source=http://127.0.0.1:9/",
                        format!("--disable-features={features}"),
                        // Nothing beyond the loopback may answer.
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        format!(
                            "--blink-settings=preferredColorScheme={},defaultFontSize={}",
                            u8::from(!setup.dark),
                            if setup.large { 32 } else { 16 },
                        ),
                        format!("--accept-lang={}", setup.language),
                        format!("--window-size={width},{height}"),
                        format!("--user-data-dir={}", profile.join("browser").display()),
                    ],
                    "prefs": {
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                        // Otherwise it warms up the search engine and the home page.
                        "net.network_prediction_options": 2,
                        "homepage": "about:blank",
                        "homepage_is_newtabpage": false,
                        "session.restore_on_startup": 4,
                        "session.startup_urls": ["about:blank"],
                        "intl.accept_languages": setup.language,
                    },
                });
                if setup.phone {
                    options["mobileEmulation"] = json!({ "deviceMetrics": {
                        "width": width, "height": height, "pixelRatio": 2, "touch": true, "mobile": true,
                    }});
                }
                json!({
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "proxy": manual,
                })
            }
            Self::Firefox => {
                let browser = profile.join("browser");
                fs::create_dir_all(&browser).expect("the profile folder can be made");
                let mut options = json!({
                    "args": ["-headless", "--profile", browser],
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.download.always_ask_before_handling_new_types": false,
                        "browser.helperApps.neverAsk.saveToDisk":
                            "application/json,text/plain,text/csv,text/calendar,application/octet-stream",
                        "intl.accept_languages": setup.language,
                        "intl.locale.requested": setup.language,
                        "layout.css.prefers-color-scheme.content-override": i32::from(!setup.dark),
                        "ui.prefersReducedMotion": 1,
                        "font.size.variable.x-western": if setup.large { 32 } else { 16 },
                        // Otherwise it asks for lists of its own, whatever page is open.
                        "services.settings.server": "http://127.0.0.1:9/v1",
                    },
                });
                if setup.cramped {
                    // In kilobytes, for all origins; one of them is given a fifth.
                    options["prefs"]["dom.quotaManager.temporaryStorage.fixedLimit"] =
                        json!(100_000);
                }
                json!({ "moz:firefoxOptions": options, "proxy": manual })
            }
            Self::WebKit => json!({ "webkitgtk:browserOptions": {
                "binary": MINI_BROWSER,
                // Its driver crashes on a proxy that is not for every host.
                "args": [
                    "--automation",
                    format!("--proxy=http://{proxy}"),
                    "--ignore-host=127.0.0.1",
                ],
            }}),
        }
    }
}

impl Session {
    /// Kills the browser without a word, as a phone does to save memory.
    pub fn kill(self) {
        self.forget();
        kill_users_of(&self.profile);
    }

    /// Leaves the session as it is: its browser is gone, or goes with the driver's process.
    fn forget(&self) {
        // The one error there can be says that it had ended already.
        let _ = self.driver.clone().leak();
    }

    /// Gives the page inside the window its size, as near as the engine allows.
    fn size(&self, (width, height): (u32, u32)) {
        let script = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        for _ in 0..2 {
            let frame = wait_for(self.driver.execute(script, Vec::new()));
            let frame = frame.ok().and_then(|found| found.convert::<(i64, i64)>().ok());
            let (across, down) = frame.unwrap_or((0, 0));
            let wide = u32::try_from(i64::from(width) + across).unwrap_or(width);
            let high = u32::try_from(i64::from(height) + down).unwrap_or(height);
            if let Err(error) = wait_for(self.driver.set_window_rect(0, 0, wide, high)) {
                DriverFailed::raise(format!("the window cannot be sized: {error}"));
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let quitting = self.driver.clone().quit();
        let quitting = async { tokio::time::timeout(Duration::from_secs(5), quitting).await };
        if !matches!(wait_for(quitting), Ok(Ok(()))) {
            self.forget();
        }
    }
}

/// An X display for WebKit, which has no headless mode: the process, and the display's name.
fn start_display() -> (Option<Process>, String) {
    let (mut read, write) = std::io::pipe().expect("a pipe can be made");
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    command.stdin(Stdio::null()).stdout(write).stderr(Stdio::null());
    let process = Process::start(&mut command);
    drop(command);
    let mut name = Vec::new();
    let mut byte = [0];
    while read.read(&mut byte).is_ok_and(|count| count == 1) && byte != *b"\n" {
        name.push(byte[0]);
    }
    if name.is_empty() {
        DriverFailed::raise("Xvfb did not start".to_owned());
    }
    (Some(process), format!(":{}", String::from_utf8_lossy(&name)))
}

fn append(log: &Path) -> File {
    File::options().create(true).append(true).open(log).expect("the log can be written")
}
