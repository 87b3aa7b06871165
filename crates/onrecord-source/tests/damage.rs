//! Large archives with damage in known places: every sound page is read, every damaged record is counted once.

mod support;

use std::collections::BTreeSet;

use onrecord_source::{Given, SourceError};
use onrecord_trials::Chance;
use support::*;

const N_PAGES: usize = 10_000;
const N_DAMAGED: usize = 100;

fn members(packed: Packed) -> Vec<Vec<u8>> {
    let mut chance = Chance::new(11);
    let one = |n: usize| {
        let words: String = (0..30 + chance.below(60)).map(|_| format!("w{} ", chance.below(5000))).collect();
        pack(&page(&format!("http://news.example/{n}"), &words), packed)
    };
    (0..N_PAGES).map(one).collect()
}

/// Turns some bytes of a member over, but for those that say only when and on what system it was packed.
fn damage(member: &mut [u8], packed: Packed, chance: &mut Chance) {
    let at = loop {
        let at = chance.below(member.len());
        if packed != Packed::Gzip || !(4..10).contains(&at) {
            break at;
        }
    };
    let n_bytes = 1 + chance.below(4);
    for byte in member.iter_mut().skip(at).take(n_bytes) {
        *byte = !*byte;
    }
}

fn check(packed: Packed, damaged: &BTreeSet<usize>, seed: u64, members: &[Vec<u8>]) {
    let mut chance = Chance::new(seed);
    let (mut bytes, mut offsets) = (Vec::new(), BTreeSet::new());
    for (n, member) in members.iter().enumerate() {
        let start = bytes.len();
        bytes.extend_from_slice(member);
        if damaged.contains(&n) {
            offsets.insert(start as u64);
            damage(&mut bytes[start..], packed, &mut chance);
        }
    }
    let path = file(&format!("damaged_{seed}.{}", ending(packed)), &bytes);
    let (mut read, mut told) = (BTreeSet::new(), Vec::new());
    for item in taken(&path, 0, &Given::default()) {
        match item.page {
            Ok(page) => assert!(read.insert(page.url.unwrap_or_default())),
            Err(SourceError::Damaged { offset, .. }) => told.push(offset),
            Err(error) => panic!("{error}"),
        }
    }
    let sound = (0..members.len()).filter(|n| !damaged.contains(n)).map(|n| format!("http://news.example/{n}"));
    let sound: BTreeSet<String> = sound.collect();
    assert_eq!(read.symmetric_difference(&sound).take(5).collect::<Vec<_>>(), [""; 0], "{packed:?} {seed}");
    let told_once: BTreeSet<u64> = told.iter().copied().collect();
    let differing: Vec<u64> = told_once.symmetric_difference(&offsets).copied().take(5).collect();
    assert_eq!((differing, told.len()), (Vec::new(), damaged.len()), "{packed:?} {seed}");
}

fn some(n: usize, of: usize, chance: &mut Chance) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    while all.len() < n {
        all.insert(chance.below(of));
    }
    all
}

#[test]
fn a_hundred_damaged_members_of_ten_thousand_are_a_hundred_errors() {
    for packed in [Packed::Gzip, Packed::Zstd] {
        let members = members(packed);
        for seed in 0..5 {
            check(packed, &some(N_DAMAGED, N_PAGES, &mut Chance::new(seed)), seed, &members);
        }
    }
}

#[test]
fn damaged_members_side_by_side_are_told_apart() {
    for packed in [Packed::Gzip, Packed::Zstd] {
        let members = &members(packed)[..400];
        for seed in 100..140 {
            check(packed, &some(200, 400, &mut Chance::new(seed)), seed, members);
        }
    }
}

#[test]
fn damage_in_the_first_bytes_of_a_file_costs_one_record() {
    for packed in [Packed::Gzip, Packed::Zstd] {
        let members: Vec<Vec<u8>> = (0..5).map(|n| pack(&page(&format!("http://a/{n}"), "Words."), packed)).collect();
        for at in [0, 1, 2, 3, 12, 20] {
            let mut bytes = members.concat();
            bytes[at] = !bytes[at];
            let path = file(&format!("first_bytes.{}", ending(packed)), &bytes);
            let all = taken(&path, 0, &Given::default());
            assert_eq!(all.iter().filter(|item| item.page.is_ok()).count(), 4, "{packed:?} {at}");
            assert_eq!(all.len(), 5, "{packed:?} {at}");
        }
    }
}

#[test]
fn reading_goes_on_anywhere_in_a_damaged_archive() {
    for packed in ALL_PACKED {
        for seed in 0..4 {
            let mut chance = Chance::new(seed);
            let mut bytes = Vec::new();
            for n in 0..40 {
                let start = bytes.len();
                bytes.extend(pack(&page(&format!("http://a/{n}"), "Words of a page."), packed));
                if chance.below(2) == 0 {
                    damage(&mut bytes[start..], packed, &mut chance);
                }
            }
            let path = file(&format!("go_on_{seed}.{}", ending(packed)), &bytes);
            check_going_on(&path, &Given::default());
        }
    }
}

#[test]
fn any_bytes_at_all_are_read_to_their_end() {
    for packed in ALL_PACKED {
        let members: Vec<u8> = (0..6).flat_map(|n| pack(&page(&format!("http://a/{n}"), "Words."), packed)).collect();
        for seed in 0..60 {
            let mut chance = Chance::new(seed);
            let bytes = onrecord_trials::damage(&members, &members, &mut chance);
            let path = file(&format!("any.{}", ending(packed)), &bytes);
            assert!(taken(&path, 0, &Given::default()).len() < 100, "{packed:?} {seed}");
            check_going_on(&path, &Given::default());
        }
    }
}

/// Bytes that are missing, too many, or zero: what a bad disk or a broken transfer does.
#[test]
fn other_kinds_of_damage_cost_one_record_each() {
    for packed in [Packed::Gzip, Packed::Zstd] {
        let members = &members(packed)[..500];
        for seed in 0..60 {
            let mut chance = Chance::new(seed);
            let mut bytes = Vec::new();
            for (n, member) in members.iter().enumerate() {
                let mut member = member.clone();
                if n % 5 == 2 {
                    let at = 10 + chance.below(member.len() - 10);
                    let n_bytes = (1 + chance.below(20)).min(member.len() - at);
                    match seed % 3 {
                        0 => drop(member.drain(at..at + n_bytes)),
                        1 => drop(member.splice(at..at, (0..n_bytes).map(|_| chance.next_number() as u8))),
                        // Some bytes are zero anyway.
                        _ if member[at..at + n_bytes].iter().all(|&byte| byte == 0) => {
                            member[at..at + n_bytes].fill(0xFF)
                        }
                        _ => member[at..at + n_bytes].fill(0),
                    }
                }
                bytes.extend(member);
            }
            let path = file(&format!("other_{}.{}", seed % 3, ending(packed)), &bytes);
            let all = taken(&path, 0, &Given::default());
            let n_pages = all.iter().filter(|item| item.page.is_ok()).count();
            assert_eq!((n_pages, all.len()), (400, 500), "{packed:?} {seed}");
        }
    }
}

/// Files that are made to waste time are read in a few seconds even in a slow build.
#[test]
fn files_full_of_beginnings_take_no_longer_than_others() {
    let gzip_head = &gzip(b"x")[..10];
    let empty_blocks = [gzip_head, &[0, 0, 0, 0xFF, 0xFF].repeat(20)].concat();
    let zstd_head = &zstd_frame(&page("http://a/0", "Words."), b"")[..5];
    let run = [zstd_head, &[0, 1, 2], &[0x02, 0, 0x10, b'x'].repeat(100)].concat();
    let hostile: [(&str, Vec<u8>); 6] = [
        ("heads.warc.gz", gzip_head.repeat(100_000)),
        ("blocks.warc.gz", empty_blocks.repeat(10_000)),
        ("magic.warc.zst", zstd_head.repeat(200_000)),
        ("near.warc.zst", [0x28, 0xB5].repeat(500_000)),
        ("runs.warc.zst", run.repeat(2_000)),
        ("versions.warc", b"WARC/1.0\r\nContent-Length: 9\r\n\r\n".repeat(30_000)),
    ];
    for (name, bytes) in hostile {
        let packed = ALL_PACKED.into_iter().find(|&packed| name.ends_with(ending(packed))).expect("an ending of ours");
        // From a sound record it is learnt how records of the file begin.
        let bytes = [pack(&page("http://a/0", "Words."), packed), bytes].concat();
        let start = std::time::Instant::now();
        let n_items = taken(&file(name, &bytes), 0, &Given::default()).len();
        assert!(start.elapsed().as_secs() < 10, "{name}: {n_items} items in {:?}", start.elapsed());
    }
}
