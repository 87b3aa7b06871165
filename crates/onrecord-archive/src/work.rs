//! Many workers, one order: results come out as the items went in.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many items may wait before a worker.
const N_WAITING: usize = 4;

/// Works on items with several threads and takes the results in the items' order; at most a few items wait anywhere.
///
/// Items are dealt to the workers in turn and taken back in turn, so order needs no numbers and memory is bounded.
/// When `take` fails, everything stops.
///
/// # Errors
/// What `take` failed with.
pub fn in_order<T: Send, R: Send, E>(
    items: impl Iterator<Item = T> + Send,
    n_workers: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if n_workers <= 1 {
        return items.map(work).try_for_each(take);
    }
    thread::scope(|scope| {
        let (mut inboxes, mut outboxes) = (Vec::new(), Vec::new());
        for _ in 0..n_workers {
            let (inbox, jobs) = sync_channel(N_WAITING);
            let (done, outbox) = sync_channel(N_WAITING);
            inboxes.push(inbox);
            outboxes.push(outbox);
            let work = &work;
            scope.spawn(move || work_off(&jobs, &done, work));
        }
        scope.spawn(move || deal(items, &inboxes));
        take_in_turn(outboxes, &mut take)
    })
}

fn work_off<T, R>(jobs: &Receiver<T>, done: &SyncSender<R>, work: impl Fn(T) -> R) {
    // Sending fails when nobody takes results any more.
    for job in jobs {
        if done.send(work(job)).is_err() {
            return;
        }
    }
}

fn deal<T>(items: impl Iterator<Item = T>, inboxes: &[SyncSender<T>]) {
    for (item, inbox) in items.zip(inboxes.iter().cycle()) {
        if inbox.send(item).is_err() {
            return;
        }
    }
}

/// Takes one result from each worker in turn, up to the first that has no more: then no later one has either.
fn take_in_turn<R, E>(outboxes: Vec<Receiver<R>>, take: &mut impl FnMut(R) -> Result<(), E>) -> Result<(), E> {
    for outbox in outboxes.iter().cycle() {
        match outbox.recv() {
            Ok(result) => take(result)?,
            Err(_) => return Ok(()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn results_keep_the_order_of_the_items() {
        for n_workers in [1, 2, 7] {
            let slow_at_times = |n: u64| {
                thread::sleep(Duration::from_micros(if n.is_multiple_of(10) { 2000 } else { 10 }));
                n
            };
            let mut taken = Vec::new();
            let outcome: Result<(), ()> = in_order(0..200, n_workers, slow_at_times, |n| {
                taken.push(n);
                Ok(())
            });
            assert!(outcome.is_ok());
            assert_eq!(taken, (0..200).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_endless_source_stops_when_nobody_takes() {
        let outcome = in_order(0.., 3, |n| n, |n: u64| if n < 50 { Ok(()) } else { Err("enough") });
        assert_eq!(outcome, Err("enough"));
    }
}
