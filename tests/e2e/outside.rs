//! The world beyond the loopback, as a journey's browsers meet it: a proxy that writes down what it is asked
//! for and lets nothing through. Browsers ask a host of the loopback directly.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What lies outside. It is there as long as its journey.
pub struct Outside {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    is_over: Arc<AtomicBool>,
}

impl Outside {
    /// Begins to listen.
    pub fn new() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let is_over = Arc::new(AtomicBool::new(false));
        let (taken, is_last) = (Arc::clone(&asked), Arc::clone(&is_over));
        thread::spawn(move || {
            while let Ok((visitor, _)) = listener.accept() {
                if is_last.load(Ordering::SeqCst) {
                    break;
                }
                let taken = Arc::clone(&taken);
                // Some connect and say nothing for a while, which must not keep others waiting.
                thread::spawn(move || {
                    if let Some(request) = refuse(visitor) {
                        taken.lock().expect("no one panics here").push(request);
                    }
                });
            }
        });
        Self { port, asked, is_over }
    }

    /// What was asked for so far, such as `CONNECT example.org:443 HTTP/1.1`.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no one panics here").clone()
    }

    /// The host and port of the proxy.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes the thread, which then ends.
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)));
    }
}

/// Reads the request's first line and answers that there is nothing; `None` if there was no line.
fn refuse(mut visitor: TcpStream) -> Option<String> {
    visitor.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let mut line = String::new();
    BufReader::new(&visitor).read_line(&mut line).ok().filter(|read| *read > 0)?;
    // A browser that hangs up first has asked all the same.
    let _ = visitor.write_all(b"HTTP/1.1 502 Nothing outside\r\nContent-Length: 0\r\n\r\n");
    Some(line.trim().to_owned())
}
