//! Starting nginx, Apache and Python's server with what `docs/hosting.md` shows for them. Each runs on the
//! loopback, from a folder of its own, and changes nothing of the machine.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::process::{Process, free_port};

/// A program that serves files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Server {
    Nginx,
    Apache,
    Python,
}

/// A running host with the app on it.
pub struct Host {
    pub server: Server,
    /// The address of the app, which ends in a slash.
    pub url: String,
    /// Whether it sends the siblings that are compressed with gzip, and those with brotli.
    pub sends: [bool; 2],
    _process: Process,
}

impl Server {
    /// As reports and the documentation call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::Python => "python",
        }
    }
}

/// Serves `folder/www`, in which the app lies at `path`. Why not, if the machine has no such server.
pub fn start(server: Server, folder: &Path, path: &str) -> Result<Host, String> {
    let port = free_port();
    let (mut command, sends) = match server {
        Server::Nginx => nginx(folder, path, port)?,
        Server::Apache => apache(folder, path, port)?,
        Server::Python => python(folder, port)?,
    };
    let log = folder.join("server.log");
    let sink = || File::options().create(true).append(true).open(&log).expect("the log opens");
    let mut process = Process::start(command.stdin(Stdio::null()).stdout(sink()).stderr(sink()));
    if !process.answers_on(port) {
        panic!("{}: {}", server.name(), fs::read_to_string(&log).unwrap_or_default());
    }
    Ok(Host { server, url: format!("http://127.0.0.1:{port}{path}"), sends, _process: process })
}

fn nginx(folder: &Path, path: &str, port: u16) -> Result<(Command, [bool; 2]), String> {
    let program = program("nginx")?;
    let brotli = unpacked("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let mut shown = shown("nginx");
    replace_one(&mut shown, "listen 80;", &format!("listen 127.0.0.1:{port};"));
    replace_one(&mut shown, "root /srv/www;", &format!("root {}/www;", folder.display()));
    replace_one(&mut shown, "location /phlebotomy/ {", &format!("location {path} {{"));
    if !brotli.exists() {
        println!("      Not tested: brotli with nginx, which lacks the module here");
        replace_one(&mut shown, "        brotli_static on;\n", "");
    }
    let module = brotli.exists().then(|| format!("load_module {};\n", brotli.display()));
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {}/{name};\n", folder.display()))
        .concat();
    // It would serve as nobody, who may not be let into the folder.
    let user = if is_root() { "user root;\n" } else { "" };
    let config = format!(
        "{}{user}daemon off;\nworker_processes 1;\npid {folder}/nginx.pid;\nerror_log stderr;\n\
         events {{}}\nhttp {{\naccess_log off;\n{temporary}{shown}}}\n",
        module.unwrap_or_default(),
        folder = folder.display(),
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, config).expect("the temporary folder can be written");
    let mut command = Command::new(program);
    command.arg("-p").arg(folder).arg("-e").arg("stderr").arg("-c").arg(file);
    Ok((command, [true, brotli.exists()]))
}

fn apache(folder: &Path, path: &str, port: u16) -> Result<(Command, [bool; 2]), String> {
    let program = program("apache2")?;
    let modules = [unpacked("usr/lib/apache2/modules"), "/usr/lib/apache2/modules".into()];
    let modules = modules.iter().find(|found| found.exists()).ok_or("its modules are not here")?;
    let loaded: String = ["mpm_event", "authz_core", "mime", "dir", "headers", "rewrite"]
        .map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display()))
        .concat();
    let types = ["/etc/mime.types", "/dev/null"].into_iter().find(|file| Path::new(file).exists());
    let user = if is_root() { "User www-data\nGroup www-data\n" } else { "" };
    let config = format!(
        "{loaded}{user}ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/apache.pid\n\
         ErrorLog {folder}/server.log\nDefaultRuntimeDir {folder}\nTypesConfig {}\n\
         DocumentRoot {folder}/www\nDirectoryIndex index.html\n\
         <Directory {folder}/www>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n",
        types.unwrap_or_default(),
        folder = folder.display(),
    );
    let file = folder.join("apache.conf");
    let beside = folder.join("www").join(path.trim_matches('/')).join(".htaccess");
    fs::write(&file, config).expect("the temporary folder can be written");
    fs::write(beside, shown("apache")).expect("the temporary folder can be written");
    let mut command = Command::new(program);
    command.arg("-X").arg("-d").arg(folder).arg("-f").arg(file);
    command.env("LD_LIBRARY_PATH", unpacked("usr/lib/x86_64-linux-gnu"));
    Ok((command, [true, true]))
}

fn python(folder: &Path, port: u16) -> Result<(Command, [bool; 2]), String> {
    let mut shown = shown("python");
    replace_one(&mut shown, "--directory dist", &format!("--directory {}/www", folder.display()));
    replace_one(&mut shown, "8080", &port.to_string());
    let mut words = shown.split_whitespace();
    let program = program(words.next().ok_or("nothing is shown")?)?;
    let mut command = Command::new(program);
    command.args(words);
    Ok((command, [false, false]))
}

/// The block of the documentation that is marked with a name.
pub fn shown(name: &str) -> String {
    let page = include_str!("../../../../docs/hosting.md");
    let marked = page.split_once(&format!("<!-- tested: {name} -->\n```"));
    let block = marked.and_then(|(_, rest)| rest.split_once('\n')?.1.split_once("```\n"));
    block.unwrap_or_else(|| panic!("docs/hosting.md shows nothing for {name}")).0.to_owned()
}

/// Changes what a reader of the documentation is told to change; it stands there once.
fn replace_one(text: &mut String, from: &str, to: &str) {
    assert_eq!(text.matches(from).count(), 1, "docs/hosting.md: {from:?} in\n{text}");
    *text = text.replace(from, to);
}

/// What `./dev` has unpacked for these tests.
fn unpacked(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/hosts").join(path)
}

/// A program, from what `./dev` has unpacked or from the machine.
fn program(name: &str) -> Result<PathBuf, String> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let places = [unpacked("usr/sbin"), "/usr/sbin".into()];
    let mut places = places.into_iter().chain(std::env::split_paths(&folders));
    let found = places.find_map(|place| Some(place.join(name)).filter(|file| file.is_file()));
    found.ok_or_else(|| format!("{name} is not here and could not be had"))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}
