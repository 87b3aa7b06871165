//! Whole articles, small ones.
