import Classifications
import CommandLineKit
import Placements
import Rendering

/// Writes matches as rows of a table or as JSON, in bytes, because there may be millions of them.
///
/// What a factor says is the same for many matches and is written down once.
struct MatchWriter {
  /// What the rows are ranked for.
  enum Side {
    case candidate
    case opening
    /// Neither: each candidate has one place.
    case place
  }

  let index: PlacementIndex
  let format: OutputFormat
  let side: Side

  private var factors = MatchFactorTexts()
  private var openings: [Int: [UInt8]] = [:]

  init(_ index: PlacementIndex, _ format: OutputFormat, _ side: Side) {
    self.index = index
    self.format = format
    self.side = side
  }

  static let factorNames = ["equivalence", "readiness", "language", "stream"]

  private var delimiter: UInt8 { format == .tsv ? 0x09 : 0x2C }
  private var lineEnding: String { format == .spreadsheet ? "\r\n" : "\n" }

  /// The line with the names of the columns.
  var header: String {
    let first =
      switch side {
      case .candidate: ["candidate", "rank", "opening"]
      case .opening: ["opening", "rank", "candidate"]
      case .place: ["candidate", "opening"]
      }
    let rest =
      ["occupation", "jurisdiction", "score"] + Self.factorNames + [
        "unknown", "reasons", "missing",
      ]
    let mark = format == .spreadsheet ? "\u{FEFF}" : ""
    return mark + (first + rest).joined(separator: format == .tsv ? "\t" : ",") + lineEnding
  }

  /// Adds a row of a table.
  mutating func addRow(
    _ candidate: Int, _ opening: Int, rank: Int, score: Double, to bytes: inout [UInt8]
  ) {
    let name = index.pool.names[candidate].utf8
    let id = index.openings[opening].id.utf8
    switch side {
    case .candidate, .place: bytes.append(contentsOf: name)
    case .opening: bytes.append(contentsOf: id)
    }
    bytes.append(delimiter)
    if side != .place {
      bytes.append(contentsOf: String(rank).utf8)
      bytes.append(delimiter)
    }
    bytes.append(contentsOf: side == .opening ? name : id)
    bytes.append(delimiter)
    bytes.append(contentsOf: place(opening))
    bytes.append(delimiter)
    Self.append(score, to: &bytes)
    let parts = factors.texts(index, Int(index.pool.profileOfCandidate[candidate]), opening)
    for part in parts {
      bytes.append(delimiter)
      bytes.append(contentsOf: part.value)
    }
    bytes.append(delimiter)
    Self.join(parts, \.unknown, ";", to: &bytes)
    // No reason has a quote or a line ending in it, but commas.
    for text in [\MatchFactorText.reason, \.missing] {
      bytes.append(delimiter)
      if format != .tsv { bytes.append(0x22) }
      Self.join(parts, text, "; ", to: &bytes)
      if format != .tsv { bytes.append(0x22) }
    }
    bytes.append(contentsOf: lineEnding.utf8)
  }

  /// The groups and the province of an opening.
  private mutating func place(_ opening: Int) -> [UInt8] {
    if let known = openings[opening] { return known }
    var bytes: [UInt8] = []
    bytes.append(
      contentsOf: index.groups[opening].map(\.description).joined(separator: ";").utf8)
    bytes.append(delimiter)
    bytes.append(contentsOf: index.openings[opening].jurisdiction.utf8)
    openings[opening] = bytes
    return bytes
  }

  private static func join(
    _ parts: [MatchFactorText], _ text: KeyPath<MatchFactorText, [UInt8]>, _ separator: String,
    to bytes: inout [UInt8]
  ) {
    var isFirst = true
    for part in parts where !part[keyPath: text].isEmpty {
      if !isFirst { bytes.append(contentsOf: separator.utf8) }
      bytes.append(contentsOf: part[keyPath: text])
      isFirst = false
    }
  }

  /// Adds a number of 0...1 with four decimals.
  static func append(_ score: Double, to bytes: inout [UInt8]) {
    let digits = Int((score * 10_000).rounded())
    bytes.append(0x30 + UInt8(digits / 10_000))
    bytes.append(0x2E)
    var rest = digits % 10_000
    for unit in [1_000, 100, 10, 1] {
      bytes.append(0x30 + UInt8(rest / unit))
      rest %= unit
    }
  }
}

/// What a factor says, in bytes.
struct MatchFactorText {
  let value: [UInt8]
  /// The name of the factor if it is not known.
  let unknown: [UInt8]
  let reason: [UInt8]
  let missing: [UInt8]

  init(_ factor: MatchFactor, name: String) {
    var value: [UInt8] = []
    MatchWriter.append(factor.value, to: &value)
    self.value = value
    unknown = factor.isKnown ? [] : Array(name.utf8)
    reason = Array(printable(factor.reason).utf8)
    missing = Array(printable(factor.missing.joined(separator: "; ")).utf8)
  }
}

/// The texts of factors that were asked for.
struct MatchFactorTexts {
  private var known: [MatchFactorKey: MatchFactorText] = [:]

  /// How many are kept.
  private static let most = 200_000

  mutating func texts(
    _ index: PlacementIndex, _ profile: Int, _ opening: Int
  ) -> [MatchFactorText] {
    if known.count > Self.most { known.removeAll(keepingCapacity: true) }
    var made: MatchReasons?
    return index.factorKeys(forProfile: profile, opening: opening).enumerated().map { place, key in
      if let text = known[key] { return text }
      let reasons = made ?? index.reasons(forProfile: profile, opening: opening)
      made = reasons
      let (name, factor) = reasons.all[place]
      let text = MatchFactorText(factor, name: name)
      known[key] = text
      return text
    }
  }
}
