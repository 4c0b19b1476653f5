//! Native laws and round trips.

mod oracle;
mod tidy;
