/// A source that a report cites by its number.
public struct ReportSource: Hashable, Sendable {
  /// How sure what it says is.
  public enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// Printed in the source.
    case high
    /// Read out of the source.
    case medium
    /// Uncertain.
    case low
    /// No document states it.
    case generalKnowledge = "general knowledge"
    /// The data do not say.
    case unstated
  }

  /// What it is; names of bodies and publications are never translated.
  public let title: Phrase
  /// Where it is, such as an address of the web or a place in a file; may be empty.
  public let address: Phrase
  /// What time it is true of, as the data give it; empty where that is unknown.
  public let asOf: Phrase
  /// How sure what it says is.
  public let confidence: Confidence
  /// What has to be said about it, such as the attribution that its licence asks for; may be empty.
  public let note: Phrase

  /// Creates a source.
  public init(
    title: Phrase, address: String = "", asOf: String = "",
    confidence: Confidence = .unstated, note: String = ""
  ) {
    self.title = title
    self.address = Phrase(address)
    self.asOf = Phrase(asOf)
    self.confidence = confidence
    self.note = Phrase(note)
  }
}

/// The sources of a report as they are gathered while it is written: each has one number.
public struct SourceList: Sendable {
  /// The sources in the order of their numbers.
  public private(set) var sources: [ReportSource] = []
  private var numbers: [ReportSource: Int] = [:]

  /// A list without sources.
  public init() {}

  /// The number of a source, which is added if it is not there.
  public mutating func cite(_ source: ReportSource) -> Int {
    if let number = numbers[source] { return number }
    sources.append(source)
    numbers[source] = sources.count
    return sources.count
  }
}

/// A record of the data that a report rests on, with a hash by which `puente verify` finds out if it changed.
public struct CitedRecord: Hashable, Sendable {
  /// What kind of record it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A mapping of a mapping set; the hash is the one that SSSOM defines.
    case mapping
    /// A pair of the 2017 list or of the ledger; the hash is the SHA-256 of what is known of it.
    case pair
    /// A whole file of the data folder; the hash is the SHA-256 of its bytes.
    case file
  }

  /// What kind of record it is.
  public let kind: Kind
  /// Where it is: a mapping set (`sinco2011-noc2016`), a pair (`L3`), or a file (`datasets/sectors.csv`).
  public let place: Phrase
  /// What it says, such as `sinco2011:2426 skos:closeMatch noc2016:3012`; may be empty for a file.
  public let statement: Phrase
  /// The hash in hexadecimal digits.
  public let hash: Phrase

  /// Creates a cited record.
  public init(_ kind: Kind, place: String, statement: String = "", hash: String) {
    self.kind = kind
    self.place = Phrase(place)
    self.statement = Phrase(statement)
    self.hash = Phrase(hash)
  }
}
