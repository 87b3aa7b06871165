//! Texts that try the program, and what must hold of every record; used by tests, the soak and the fuzz target only.
//!
//! Everything is made from a number, so that whatever fails fails again.
//!
//! ```
//! use onrecord_trials::{Chance, news};
//! assert_eq!(news(&mut Chance::new(7)), news(&mut Chance::new(7)));
//! ```

mod archive;
mod chance;
mod damage;
mod news;
mod property;
mod record;
mod shapes;

pub use archive::{Archive, Day, Origin, Plan, Stock, Story};
pub use chance::Chance;
pub use damage::damage;
pub use news::news;
pub use property::{Failure, holds_for_news};
pub use record::check_record;
pub use shapes::{PAGES, SHAPES, Shape};
