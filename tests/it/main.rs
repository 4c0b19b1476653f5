//! Native laws and round trips.
mod bundle;
