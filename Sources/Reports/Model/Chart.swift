/// A chart as data; formats that cannot draw show its numbers as a table.
public struct Chart: Hashable, Sendable {
  /// What kind of chart it is, with its data.
  public enum Content: Hashable, Sendable {
    /// Steps along an axis of time.
    case timeline(Timeline)
    /// Bars of one or more parts.
    case bars(Bars)
    /// What is linked to what.
    case graph(Graph)
  }

  /// What programs call it, in kebab case; unique in a report, tables included.
  public let id: String
  /// The title.
  public let title: Phrase
  /// What the chart shows, in words, for those who do not see it.
  public let summary: Phrase
  /// The data.
  public let content: Content
  /// Numbers of sources.
  public let cites: [Int]

  /// Creates a chart.
  public init(
    _ id: String, title: String, summary: String, content: Content, cites: [Int] = []
  ) {
    self.id = id
    self.title = Phrase(title)
    self.summary = Phrase(summary)
    self.content = content
    self.cites = cites
  }
}

/// Steps along an axis of time.
public struct Timeline: Hashable, Sendable {
  /// A step.
  public struct Item: Hashable, Sendable {
    /// What it is.
    public let label: Phrase
    /// When it can begin, from the beginning of the axis, in its unit.
    public let start: Double
    /// When it ends at the earliest; `nil` where that is unknown.
    public let end: Double?
    /// When it ends at the latest, where that is another time.
    public let latestEnd: Double?
    /// How it stands.
    public let tone: Tone

    /// Creates a step.
    public init(
      _ label: Phrase, start: Double, end: Double?, latestEnd: Double? = nil, tone: Tone = .neutral
    ) {
      self.label = label
      self.start = start
      self.end = end
      self.latestEnd = latestEnd
      self.tone = tone
    }
  }

  /// The unit of the axis, such as "months".
  public let unit: Phrase
  /// The steps, from top to bottom.
  public let items: [Item]

  /// Creates a timeline.
  public init(unit: String, items: [Item]) {
    self.unit = Phrase(unit)
    self.items = items
  }
}

/// Bars of one or more parts, from left to right.
public struct Bars: Hashable, Sendable {
  /// A kind of part, which has one colour in all bars.
  public struct Series: Hashable, Sendable {
    /// Its name.
    public let name: Phrase
    /// What its colour says.
    public let tone: Tone

    /// Creates a series.
    public init(_ name: String, tone: Tone = .neutral) {
      self.name = Phrase(name)
      self.tone = tone
    }
  }

  /// A bar.
  public struct Bar: Hashable, Sendable {
    /// What it is of.
    public let label: Phrase
    /// The lengths of its parts, one for each series, 0 or more.
    public let values: [Double]

    /// Creates a bar.
    public init(_ label: Phrase, _ values: [Double]) {
      self.label = label
      self.values = values
    }
  }

  /// What the lengths count, such as "groups".
  public let unit: Phrase
  /// What the labels of the bars name, such as "Major group".
  public let subject: Phrase
  /// The series.
  public let series: [Series]
  /// The bars, from top to bottom.
  public let bars: [Bar]

  /// Creates a chart of bars.
  public init(unit: String, subject: String, series: [Series], bars: [Bar]) {
    precondition(bars.allSatisfy { $0.values.count == series.count })
    self.unit = Phrase(unit)
    self.subject = Phrase(subject)
    self.series = series
    self.bars = bars
  }
}

/// What is linked to what, in layers from left to right.
public struct Graph: Hashable, Sendable {
  /// Something that is linked.
  public struct Node: Hashable, Sendable {
    /// Its identifier, such as a code; shown.
    public let id: Phrase
    /// Its name, under the identifier.
    public let label: Phrase
    /// Its layer, from 0 at the left.
    public let layer: Int
    /// How it stands.
    public let tone: Tone

    /// Creates a node.
    public init(_ id: String, label: Phrase, layer: Int, tone: Tone = .neutral) {
      self.id = Phrase(id)
      self.label = label
      self.layer = layer
      self.tone = tone
    }
  }

  /// A link.
  public struct Edge: Hashable, Sendable {
    /// The index of the node that it leaves.
    public let from: Int
    /// The index of the node that it arrives at.
    public let to: Int
    /// What it says, such as a relation or a score.
    public let label: Phrase
    /// How strong it is, 0...1, which is the width of its line.
    public let weight: Double

    /// Creates a link.
    public init(from: Int, to: Int, label: String, weight: Double) {
      self.from = from
      self.to = to
      self.label = Phrase(label)
      self.weight = weight
    }
  }

  /// The nodes; those of a layer from top to bottom.
  public let nodes: [Node]
  /// The links.
  public let edges: [Edge]

  /// Creates a graph; every link must be between nodes that there are.
  public init(nodes: [Node], edges: [Edge]) {
    precondition(
      edges.allSatisfy { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) })
    self.nodes = nodes
    self.edges = edges
  }
}
