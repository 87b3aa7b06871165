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
            /// An element with a name of the page's own making, such as `story-body`, that stands where blocks do.
            Custom,
            $($variant,)*
        }

        /// The tag of a lower-cased name.
        fn known(name: &[u8]) -> Tag {
            match name {
                $($name => Tag::$variant,)*
                _ if name.contains(&b'-') => Tag::Custom,
                _ => Tag::Other,
            }
        }

        /// How many tags there are.
        pub(crate) const N_TAGS: usize = 4 + [$(Tag::$variant),*].len();
    };
}

tags! {
    A b"a" Abbr b"abbr" Address b"address" Amp b"amp-img" Area b"area" Article b"article" Aside b"aside" Audio b"audio" B b"b" Base b"base"
    Big b"big" Blockquote b"blockquote" Body b"body" Br b"br" Button b"button" Canvas b"canvas" Caption b"caption" Center b"center" Cite b"cite"
    Code b"code" Col b"col" Colgroup b"colgroup" Datalist b"datalist" Dd b"dd" Del b"del" Details b"details" Dialog b"dialog" Dir b"dir"
    Div b"div" Dl b"dl" Dt b"dt" Em b"em" Embed b"embed" Fieldset b"fieldset" Figcaption b"figcaption" Figure b"figure" Font b"font"
    Footer b"footer" ForeignObject b"foreignobject" Form b"form" Frame b"frame" Frameset b"frameset" H1 b"h1" H2 b"h2" H3 b"h3" H4 b"h4"
    H5 b"h5" H6 b"h6" Head b"head" Header b"header" Hgroup b"hgroup" Hr b"hr" Html b"html" I b"i" Iframe b"iframe" Img b"img" Input b"input"
    Ins b"ins" Label b"label" Legend b"legend" Li b"li" Link b"link" Listing b"listing" Main b"main" Mark b"mark" Math b"math" Menu b"menu"
    Meta b"meta" Nav b"nav" Nobr b"nobr" Noembed b"noembed" Noframes b"noframes" Noscript b"noscript" Object b"object" Ol b"ol"
    Optgroup b"optgroup" Option b"option" P b"p" Param b"param" Picture b"picture" Pre b"pre" Q b"q" Rp b"rp" Rt b"rt" Ruby b"ruby" S b"s"
    Script b"script" Section b"section" Select b"select" Small b"small" Source b"source" Span b"span" Strike b"strike" Strong b"strong"
    Style b"style" Sub b"sub" Summary b"summary" Sup b"sup" Svg b"svg" Table b"table" Tbody b"tbody" Td b"td" Template b"template"
    Textarea b"textarea" Tfoot b"tfoot" Th b"th" Thead b"thead" Time b"time" Title b"title" Tr b"tr" Track b"track" Tt b"tt" U b"u" Ul b"ul"
    Video b"video" Wbr b"wbr" Xmp b"xmp"
}

impl Tag {
    /// The tag of a name in any case.
    pub(crate) fn of(name: &[u8]) -> Self {
        let mut lower = [0u8; 13];
        let Some(lower) = lower.get_mut(..name.len()) else {
            return if name.contains(&b'-') { Self::Custom } else { Self::Other };
        };
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
            || matches!(self, Body | Html | Root | Legend | Option | Frameset | Optgroup | Custom)
    }

    /// Whether its start tag ends an open paragraph.
    pub(crate) fn closes_paragraph(self) -> bool {
        use Tag::*;
        self.is_heading()
            || matches!(
                self,
                Address
                    | Article
                    | Aside
                    | Blockquote
                    | Center
                    | Dd
                    | Details
                    | Dialog
                    | Dir
                    | Div
                    | Dl
                    | Dt
                    | Fieldset
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
        assert_eq!(Tag::of(b"my-very-own-element"), Tag::Custom);
        assert_eq!(Tag::of(b"bdi"), Tag::Other);
        assert_eq!(Tag::of(b""), Tag::Other);
    }
}
