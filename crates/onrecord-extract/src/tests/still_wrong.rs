//! What is read wrongly today, with today's answer; each name says what is mistaken for what.
