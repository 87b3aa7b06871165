//! A node of the graph, made property by property.

use serde_json::{Map, Value};

/// A node that is being made. What is missing is left out, for null means nothing in JSON-LD.
#[derive(Default)]
pub(crate) struct Node(Map<String, Value>);

impl Node {
    /// A node of this type.
    pub(crate) fn new(kind: impl Into<Value>) -> Self {
        Self::default().with("@type", kind)
    }

    /// Only a reference to a node, or its name for now.
    pub(crate) fn named(name: &str) -> Self {
        Self::default().with("name", name)
    }

    /// With this address.
    pub(crate) fn at(self, iri: impl Into<Value>) -> Self {
        self.with("@id", iri)
    }

    /// With this property, unless there is nothing in it.
    pub(crate) fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_missing = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !is_missing {
            self.0.insert(property.to_owned(), value);
        }
        self
    }

    /// With one more value of this property.
    pub(crate) fn and(mut self, property: &str, value: impl Into<Value>) -> Self {
        match self.0.get_mut(property) {
            Some(Value::Array(values)) => values.push(value.into()),
            _ => return self.with(property, vec![value.into()]),
        }
        self
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

/// The number as people write it: a half-precise 0.9 is not 0.8999999761581421.
pub(crate) fn share(share: f32) -> Option<f64> {
    share.to_string().parse::<f64>().ok().filter(|share| share.is_finite())
}
