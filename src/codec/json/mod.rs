//! JSON read piece by piece.
//!
//! A general JSON library answers with a tree of values, which has lost what a bundle must keep:
//! the digits of large numbers, the exact text of what is not understood, repeated names, and the
//! place of a mistake. So the walk over the text is done here.
//!
//! This module knows nothing of bundles or records.

mod scalars;

use std::borrow::Cow;
use std::cell::Cell;
use std::pin::Pin;

use super::error::Expected;
use super::fault::{Fault, What};
use super::names::Names;
use super::place::Step;
use super::text::{plain_length, unescaped};
use crate::crdt::Pace;

/// A place in a JSON text, and the means to read on from it.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The names read so far in each object that is being read, the innermost object's last.
    names: Names<'a>,
    /// Up to which byte what was read has been counted at the last rest.
    rested: Cell<usize>,
}

/// What is done with a member of an object.
type Member<'f, 'a> = dyn FnMut(&mut Reader<'a>, &Cow<'a, str>) -> Result<(), Fault> + 'f;
/// What is done with an element of a list.
type Element<'f, 'a> = dyn FnMut(&mut Reader<'a>, usize) -> Result<(), Fault> + 'f;

/// What sort of value comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Object,
    List,
    Text,
    Number,
    /// `true`, `false` or `null`.
    Word,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, names: Names::default(), rested: Cell::new(0) }
    }

    /// How many bytes have been read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// A reader of the same text that stands at another byte.
    pub(super) fn standing_at(&self, at: usize) -> Self {
        Self { at, ..Self::new(self.text) }
    }

    /// A fault at this byte.
    pub(super) fn fault(&self, what: What) -> Fault {
        Fault::new(what, self.at)
    }

    /// What sort of value comes next.
    pub(super) fn shape(&mut self) -> Result<Shape, Fault> {
        self.pass_blanks();
        match self.byte() {
            Some(b'{') => Ok(Shape::Object),
            Some(b'[') => Ok(Shape::List),
            Some(b'"') => Ok(Shape::Text),
            Some(b'-' | b'0'..=b'9') => Ok(Shape::Number),
            Some(b't' | b'f' | b'n') => Ok(Shape::Word),
            _ => Err(self.unexpected()),
        }
    }

    /// Whether a list comes next whose first element is an object.
    pub(super) fn is_list_of_objects(&self) -> bool {
        let mut ahead = self.standing_at(self.at);
        ahead.pass_blanks();
        ahead.take(b'[') && {
            ahead.pass_blanks();
            ahead.byte() == Some(b'{')
        }
    }

    /// Reads an object, member by member. A name that is there twice is a fault.
    pub(super) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, &Cow<'a, str>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.members(&mut member)
    }

    /// The walk over an object, which is compiled once.
    fn members(&mut self, member: &mut Member<'_, 'a>) -> Result<(), Fault> {
        let Some(begun) = self.open_object()? else { return Ok(()) };
        loop {
            let name = self.name(begun)?;
            member(self, &name).map_err(|fault| fault.under(&name))?;
            self.names.add(name);
            if self.is_last(b'}')? {
                return self.close_object(begun);
            }
        }
    }

    /// As [`Reader::object`], resting between two members.
    pub(super) async fn object_in_steps(
        &mut self,
        pace: &Pace,
        mut member: impl AsyncFnMut(&mut Self, &Cow<'a, str>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let Some(begun) = self.open_object()? else { return Ok(()) };
        let mut from = self.at;
        loop {
            let name = self.name(begun)?;
            member(self, &name).await.map_err(|fault| fault.under(&name))?;
            self.names.add(name);
            if self.is_last(b'}')? {
                return self.close_object(begun);
            }
            self.rest(pace, &mut from).await;
        }
    }

    /// Reads a list, element by element.
    pub(super) fn list(
        &mut self,
        mut element: impl FnMut(&mut Self, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.elements(&mut element)
    }

    /// The walk over a list, which is compiled once.
    fn elements(&mut self, element: &mut Element<'_, 'a>) -> Result<(), Fault> {
        if !self.open_list()? {
            return Ok(());
        }
        for index in 0.. {
            element(self, index).map_err(|fault| fault.within(Step::Index(index)))?;
            if self.is_last(b']')? {
                break;
            }
        }
        Ok(())
    }

    /// As [`Reader::list`], resting between two elements.
    pub(super) async fn list_in_steps(
        &mut self,
        pace: &Pace,
        mut element: impl AsyncFnMut(&mut Self, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        if !self.open_list()? {
            return Ok(());
        }
        let mut from = self.at;
        for index in 0.. {
            element(self, index).await.map_err(|fault| fault.within(Step::Index(index)))?;
            if self.is_last(b']')? {
                break;
            }
            self.rest(pace, &mut from).await;
        }
        Ok(())
    }

    /// Begins an object: what this answers stands for its names. Nothing if it is empty.
    fn open_object(&mut self) -> Result<Option<usize>, Fault> {
        self.expect(Shape::Object, Expected::Object)?;
        self.at += 1;
        self.pass_blanks();
        if self.take(b'}') { Ok(None) } else { Ok(Some(self.names.begin())) }
    }

    /// Reads the name of a member and what stands before its value.
    fn name(&mut self, begun: usize) -> Result<Cow<'a, str>, Fault> {
        self.pass_blanks();
        if self.byte() != Some(b'"') {
            return Err(self.unexpected());
        }
        let name = self.quoted()?;
        self.pass_blanks();
        if !self.take(b':') {
            return Err(self.unexpected());
        }
        if self.names.has(begun, &name) {
            return Err(self.fault(What::Duplicate).under(&name));
        }
        Ok(name)
    }

    /// Whether what has just been read is the last of its object or list, which ends with `end`.
    fn is_last(&mut self, end: u8) -> Result<bool, Fault> {
        self.pass_blanks();
        if self.take(end) {
            return Ok(true);
        }
        if self.take(b',') { Ok(false) } else { Err(self.unexpected()) }
    }

    fn close_object(&mut self, begun: usize) -> Result<(), Fault> {
        match self.names.end(begun) {
            Some(name) => Err(self.fault(What::Duplicate).under(&name)),
            None => Ok(()),
        }
    }

    /// Begins a list, and says whether there is anything in it.
    fn open_list(&mut self) -> Result<bool, Fault> {
        self.expect(Shape::List, Expected::List)?;
        self.at += 1;
        self.pass_blanks();
        Ok(!self.take(b']'))
    }

    /// Rests after what has been read since the byte `from`. What was read by steps of its own has
    /// rested already, and counts once.
    async fn rest(&self, pace: &Pace, from: &mut usize) {
        let read = self.at.saturating_sub(self.rested.get().max(*from));
        *from = self.at;
        self.rested.set(self.at);
        pace.did(read).await;
    }

    /// Reads a text of at most `limit` characters.
    pub(super) fn text(&mut self, limit: usize) -> Result<Cow<'a, str>, Fault> {
        self.expect(Shape::Text, Expected::Text)?;
        self.text_here(limit)
    }

    /// Reads the text of at most `limit` characters that begins at this byte.
    pub(super) fn text_here(&mut self, limit: usize) -> Result<Cow<'a, str>, Fault> {
        let text = self.quoted()?;
        if text.len() > limit && text.chars().count() > limit {
            return Err(self.fault(What::TooLong(limit)));
        }
        Ok(text)
    }

    /// Reads any value, nested at most `depth` deep, and answers with its exact text.
    pub(super) fn raw(&mut self, depth: usize) -> Result<&'a str, Fault> {
        self.pass_blanks();
        let start = self.at;
        self.skip(depth)?;
        Ok(self.since(start))
    }

    /// Reads past any value, nested at most `depth` deep, making sure that it is JSON.
    pub(super) fn skip(&mut self, depth: usize) -> Result<(), Fault> {
        match self.shape()? {
            Shape::Text => self.quoted().map(drop),
            Shape::Number => self.number(),
            Shape::Word => self.word(),
            Shape::Object | Shape::List if depth == 0 => Err(self.fault(What::TooDeep)),
            Shape::Object => self.object(|reader, _| reader.skip(depth - 1)),
            Shape::List => self.list(|reader, _| reader.skip(depth - 1)),
        }
    }

    /// As [`Reader::skip`], resting between the parts of values that are up to `levels` deep.
    pub(super) fn skip_in_steps<'b>(
        &'b mut self,
        depth: usize,
        levels: usize,
        pace: &'b Pace,
    ) -> Pin<Box<dyn Future<Output = Result<(), Fault>> + 'b>> {
        Box::pin(async move {
            let may_go_in = depth > 0 && levels > 0;
            match self.shape()? {
                Shape::Object if may_go_in => {
                    let inner = async |reader: &mut Self, _: &Cow<'a, str>| {
                        reader.skip_part(depth - 1, levels - 1, pace).await
                    };
                    self.object_in_steps(pace, inner).await
                }
                Shape::List if may_go_in => {
                    let inner = async |reader: &mut Self, _: usize| {
                        reader.skip_part(depth - 1, levels - 1, pace).await
                    };
                    self.list_in_steps(pace, inner).await
                }
                _ => self.skip(depth),
            }
        })
    }

    async fn skip_part(&mut self, depth: usize, levels: usize, pace: &Pace) -> Result<(), Fault> {
        if levels == 0 {
            return self.skip(depth);
        }
        self.skip_in_steps(depth, levels, pace).await
    }

    /// Makes sure that nothing but white space follows.
    pub(super) fn finish(&mut self) -> Result<(), Fault> {
        self.pass_blanks();
        if self.byte().is_some() { Err(self.fault(What::Syntax)) } else { Ok(()) }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.byte() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn pass_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
    }

    /// The fault of finding here what cannot be here: the end, or something else.
    fn unexpected(&self) -> Fault {
        self.fault(if self.at >= self.text.len() { What::End } else { What::Syntax })
    }

    fn expect(&mut self, shape: Shape, expected: Expected) -> Result<(), Fault> {
        if self.shape()? == shape { Ok(()) } else { Err(self.fault(What::Wrong(expected))) }
    }

    /// Reads a text that begins at this byte.
    fn quoted(&mut self) -> Result<Cow<'a, str>, Fault> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        self.at += 1;
        loop {
            self.at += plain_length(bytes.get(self.at..).unwrap_or_default());
            match bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(_) => return Err(self.fault(What::Syntax)),
                None => return Err(self.fault(What::End)),
            }
        }
        self.at += 1;
        let token = self.since(start);
        if !escaped {
            let inner = token.get(1..token.len() - 1).unwrap_or_default();
            return Ok(Cow::Borrowed(inner));
        }
        unescaped(token.get(1..token.len() - 1).unwrap_or_default())
            .map(Cow::Owned)
            .map_err(|at| Fault::new(What::Syntax, start + 1 + at))
    }
}
