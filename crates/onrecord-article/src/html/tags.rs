//! The names of HTML elements, and how each behaves while a page is parsed.

macro_rules! tags {
    ($($variant:ident $name:literal)*) => {
        /// The name of an element, as far as anything depends on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Tag {
            /// Not an element: a run of text.
            Text,
            /// Not an element: the page itself.
            Root,
            /// An element that nothing depends on.
            Other,
            $(#[doc = $name] $variant,)*
        }

        /// The tag of a lower-cased name.
        fn known(name: &[u8]) -> Tag {
            $(const $variant: &[u8] = $name.as_bytes();)*
            #[allow(non_upper_case_globals)]
            match name {
                $($variant => Tag::$variant,)*
                _ => Tag::Other,
            }
        }

        /// How many tags there are.
        pub(crate) const N_TAGS: usize = 3 $(+ { let _ = $name; 1 })*;
    };
}

tags! {
    A "a" Abbr "abbr" Address "address" Amp "amp-img" Area "area" Article "article" Aside "aside" Audio "audio" B "b" Base "base"
    Big "big" Blockquote "blockquote" Body "body" Br "br" Button "button" Canvas "canvas" Caption "caption" Center "center" Cite "cite"
    Code "code" Col "col" Colgroup "colgroup" Datalist "datalist" Dd "dd" Del "del" Details "details" Dialog "dialog" Dir "dir"
    Div "div" Dl "dl" Dt "dt" Em "em" Embed "embed" Fieldset "fieldset" Figcaption "figcaption" Figure "figure" Font "font"
    Footer "footer" ForeignObject "foreignobject" Form "form" Frame "frame" Frameset "frameset" H1 "h1" H2 "h2" H3 "h3" H4 "h4"
    H5 "h5" H6 "h6" Head "head" Header "header" Hgroup "hgroup" Hr "hr" Html "html" I "i" Iframe "iframe" Img "img" Input "input"
    Ins "ins" Label "label" Legend "legend" Li "li" Link "link" Listing "listing" Main "main" Mark "mark" Math "math" Menu "menu"
    Meta "meta" Nav "nav" Nobr "nobr" Noembed "noembed" Noframes "noframes" Noscript "noscript" Object "object" Ol "ol"
    Optgroup "optgroup" Option "option" P "p" Param "param" Picture "picture" Pre "pre" Q "q" Rp "rp" Rt "rt" Ruby "ruby" S "s"
    Script "script" Section "section" Select "select" Small "small" Source "source" Span "span" Strike "strike" Strong "strong"
    Style "style" Sub "sub" Summary "summary" Sup "sup" Svg "svg" Table "table" Tbody "tbody" Td "td" Template "template"
    Textarea "textarea" Tfoot "tfoot" Th "th" Thead "thead" Time "time" Title "title" Tr "tr" Track "track" Tt "tt" U "u" Ul "ul"
    Video "video" Wbr "wbr" Xmp "xmp"
}

impl Tag {
    /// The tag of a name in any case.
    pub(crate) fn of(name: &[u8]) -> Self {
        let mut lower = [0u8; 13];
        let Some(lower) = lower.get_mut(..name.len()) else { return Self::Other };
        for (to, from) in lower.iter_mut().zip(name) {
            *to = from.to_ascii_lowercase();
        }
        known(lower)
    }

    /// Whether it never has content.
    pub(crate) fn is_void(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Area | Base | Br | Col | Embed | Frame | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr
        )
    }

    /// Whether its content is text up to its own end tag, whatever stands there.
    pub(crate) fn is_raw(self) -> bool {
        use Tag::*;
        matches!(self, Script | Style | Title | Textarea | Noscript | Iframe | Noembed | Noframes | Xmp)
    }

    /// Whether nothing in it is shown as text where it stands.
    pub(crate) fn is_unseen(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Head | Script
                | Style
                | Title
                | Textarea
                | Noscript
                | Iframe
                | Noembed
                | Noframes
                | Template
                | Svg
                | Math
                | Audio
                | Video
                | Canvas
                | Object
                | Select
                | Datalist
        )
    }

    /// Whether it begins and ends lines of its own.
    pub(crate) fn is_block(self) -> bool {
        use Tag::*;
        self.closes_paragraph()
            || self.is_table_part()
            || matches!(self, Body | Html | Root | Legend | Option | Frameset | Optgroup)
    }

    /// Whether its start tag ends an open paragraph.
    pub(crate) fn closes_paragraph(self) -> bool {
        use Tag::*;
        self.is_heading()
            || matches!(
                self,
                Address | Article | Aside | Blockquote | Center | Dd | Details | Dialog | Dir | Div | Dl | Dt | Fieldset
            )
            || matches!(
                self,
                Figcaption | Figure | Footer | Form | Header | Hgroup | Hr | Li | Listing | Main | Menu | Nav | Ol | P
            )
            || matches!(self, Pre | Section | Summary | Table | Ul | Xmp)
    }

    /// Whether it belongs inside a table.
    pub(crate) fn is_table_part(self) -> bool {
        use Tag::*;
        self.is_row_group() || matches!(self, Caption | Col | Colgroup | Td | Th | Tr)
    }

    /// Whether it holds rows.
    pub(crate) fn is_row_group(self) -> bool {
        matches!(self, Self::Tbody | Self::Thead | Self::Tfoot)
    }

    /// Whether it is a table's cell.
    pub(crate) fn is_cell(self) -> bool {
        matches!(self, Self::Td | Self::Th)
    }

    /// Whether it is `h1` to `h6`.
    pub(crate) fn is_heading(self) -> bool {
        use Tag::*;
        matches!(self, H1 | H2 | H3 | H4 | H5 | H6)
    }

    /// Whether it is a list.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::Ul | Self::Ol | Self::Dl | Self::Menu | Self::Dir)
    }

    /// Whether the end tags of what stands around it do not reach through it.
    pub(crate) fn is_barrier(self) -> bool {
        use Tag::*;
        matches!(self, Root | Html | Body | Table | Td | Th | Caption | Template)
    }

    /// Whether it may stand in a page's head.
    pub(crate) fn is_head_part(self) -> bool {
        use Tag::*;
        matches!(self, Base | Link | Meta | Noscript | Noframes | Script | Style | Template | Title | Head | Html)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_case() {
        assert_eq!(Tag::of(b"DiV"), Tag::Div);
        assert_eq!(Tag::of(b"blockquote"), Tag::Blockquote);
        assert_eq!(Tag::of(b"foreignObject"), Tag::ForeignObject);
        assert_eq!(Tag::of(b"my-very-own-element"), Tag::Other);
        assert_eq!(Tag::of(b""), Tag::Other);
    }
}
