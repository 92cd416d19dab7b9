public import Classifications
public import Diagnostics

/// A report, before it takes the form of a file.
public struct Document: Hashable, Sendable {
  /// What kind of report it is, such as `unresolved`.
  public let kind: String
  /// The language that it is written in.
  public let language: Language
  /// The title.
  public let title: Phrase
  /// A line below the title.
  public let subtitle: Phrase?
  /// The day that the report is of.
  public let day: CalendarDate
  /// What made it, such as `puente 0.1.0`.
  public let generator: Phrase
  /// What is said at its head: purpose, what the data are as of, and so on.
  public let facts: [KeyValue]
  /// The sections.
  public let sections: [Section]
  /// The sources, which are cited by their number from 1.
  public let sources: [ReportSource]
  /// The records that it rests on.
  public let records: [CitedRecord]
  /// Whether it has to fit on a page: then a PDF is set closer, and has the records for programs only.
  public let isBrief: Bool

  /// Creates a report; every source that is cited must be there.
  public init(
    kind: String, language: Language, title: String, subtitle: Phrase? = nil, day: CalendarDate,
    generator: String, facts: [KeyValue] = [], sections: [Section], sources: [ReportSource] = [],
    records: [CitedRecord] = [], isBrief: Bool = false
  ) {
    self.kind = kind
    self.language = language
    self.title = Phrase(title)
    self.subtitle = subtitle
    self.day = day
    self.generator = Phrase(generator)
    self.facts = facts
    self.sections = sections
    self.sources = sources
    self.records = records
    self.isBrief = isBrief
    let cited = facts.flatMap(\.cites) + sections.flatMap(\.allCites)
    precondition(cited.allSatisfy { (1...max(1, sources.count)).contains($0) })
  }
}

/// A part of a report under a heading.
public struct Section: Hashable, Sendable {
  /// What programs call it, in kebab case; unique in a report.
  public let id: String
  /// The heading.
  public let title: Phrase
  /// What stands under it.
  public let blocks: [Block]
  /// The sections in it.
  public let sections: [Section]

  /// Creates a section.
  public init(_ id: String, title: String, _ blocks: [Block], sections: [Section] = []) {
    self.id = id
    self.title = Phrase(title)
    self.blocks = blocks
    self.sections = sections
  }

  var allCites: [Int] { blocks.flatMap(\.cites) + sections.flatMap(\.allCites) }
}

/// A piece of a section.
public enum Block: Hashable, Sendable {
  /// Running text.
  case paragraph(Paragraph)
  /// Points, numbered where their order matters.
  case list([Paragraph], isOrdered: Bool)
  /// Labels and values.
  case facts([KeyValue])
  /// A table.
  case table(ReportTable)
  /// A chart.
  case chart(Chart)
  /// A paragraph that must not be overlooked.
  case note(Paragraph, Tone)

  /// A paragraph of one text.
  public static func text(_ text: String, cites: [Int] = []) -> Self {
    .paragraph(Paragraph(text, cites: cites))
  }

  var cites: [Int] {
    switch self {
    case .paragraph(let paragraph), .note(let paragraph, _): paragraph.cites
    case .list(let items, _): items.flatMap(\.cites)
    case .facts(let facts): facts.flatMap(\.cites)
    case .table(let table): table.cites + table.rows.flatMap(\.cites)
    case .chart(let chart): chart.cites
    }
  }
}
