//! The domain as its users meet it: commands in, queries out, and two sides that come together.
