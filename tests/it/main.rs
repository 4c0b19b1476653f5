//! Native laws and round trips.
