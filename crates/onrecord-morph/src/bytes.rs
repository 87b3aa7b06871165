//! Numbers and texts as bytes: small numbers take one byte, sorted keys the distance to the one before.

/// Writes.
#[derive(Default)]
pub(crate) struct Out(pub(crate) Vec<u8>);

impl Out {
    pub(crate) fn number(&mut self, number: usize) {
        let mut rest = number;
        while rest >= 0x80 {
            self.0.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend(text.as_bytes());
    }

    pub(crate) fn weights(&mut self, weights: &[i8]) {
        self.number(weights.len());
        self.0.extend(weights.iter().map(|&weight| weight as u8));
    }

    pub(crate) fn numbers(&mut self, numbers: &[u16]) {
        self.number(numbers.len());
        numbers.iter().for_each(|&number| self.number(usize::from(number)));
    }

    /// Writes a table in the order of its keys.
    pub(crate) fn table<T>(&mut self, table: impl IntoIterator<Item = (u32, T)>, mut each: impl FnMut(&mut Self, T)) {
        let mut entries: Vec<(u32, T)> = table.into_iter().collect();
        entries.sort_by_key(|&(key, _)| key);
        self.number(entries.len());
        let mut last = 0;
        for (key, value) in entries {
            self.number((key - last) as usize);
            last = key;
            each(self, value);
        }
    }
}

/// Reads what [`Out`] wrote; `None` where it ends early.
pub(crate) struct In<'b>(pub(crate) &'b [u8]);

impl<'b> In<'b> {
    pub(crate) fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn bytes(&mut self, n: usize) -> Option<&'b [u8]> {
        let (bytes, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(crate) fn text(&mut self) -> Option<&'b str> {
        let n = self.number()?;
        std::str::from_utf8(self.bytes(n)?).ok()
    }

    pub(crate) fn weights(&mut self) -> Option<Vec<i8>> {
        let n = self.number()?;
        Some(self.bytes(n)?.iter().map(|&byte| byte as i8).collect())
    }

    pub(crate) fn small(&mut self) -> Option<u16> {
        u16::try_from(self.number()?).ok()
    }

    pub(crate) fn numbers(&mut self) -> Option<Vec<u16>> {
        let n = self.number()?;
        (0..n).map(|_| self.small()).collect()
    }

    pub(crate) fn table<T, C: Default + Extend<(u32, T)>>(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<C> {
        let n = self.number()?;
        let (mut table, mut key) = (C::default(), 0u32);
        for _ in 0..n {
            key = key.checked_add(u32::try_from(self.number()?).ok()?)?;
            table.extend([(key, each(self)?)]);
        }
        Some(table)
    }
}
