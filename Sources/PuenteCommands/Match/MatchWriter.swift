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
  private var places: [[UInt8]]

  init(_ index: PlacementIndex, _ format: OutputFormat, _ side: Side) {
    self.index = index
    self.format = format
    self.side = side
    // The groups and the province of each opening.
    let delimiter = format == .tsv ? "\t" : ","
    places = index.openings.indices.map { opening in
      let groups = index.groups[opening].map(\.description).joined(separator: ";")
      return Array("\(groups)\(delimiter)\(index.openings[opening].jurisdiction)".utf8)
    }
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
    bytes.append(contentsOf: places[opening])
    bytes.append(delimiter)
    Self.append(score, to: &bytes)
    let profile = Int(index.pool.profileOfCandidate[candidate])
    let texts = factors.texts(index, profile, opening)
    for place in texts.indices {
      bytes.append(delimiter)
      bytes.append(contentsOf: factors.arena[texts[place].value])
    }
    bytes.append(delimiter)
    var isFirst = true
    for place in texts.indices where !texts[place].isKnown {
      if !isFirst { bytes.append(0x3B) }
      bytes.append(contentsOf: Self.factorNames[place].utf8)
      isFirst = false
    }
    // No reason has a quote or a line ending in it, but commas.
    bytes.append(delimiter)
    if format != .tsv { bytes.append(0x22) }
    join(texts[0].reason, texts[1].reason, texts[2].reason, texts[3].reason, to: &bytes)
    if format != .tsv { bytes.append(0x22) }
    bytes.append(delimiter)
    if format != .tsv { bytes.append(0x22) }
    join(texts[0].missing, texts[1].missing, texts[2].missing, texts[3].missing, to: &bytes)
    if format != .tsv { bytes.append(0x22) }
    bytes.append(contentsOf: lineEnding.utf8)
  }

  private func join(
    _ first: Range<Int>, _ second: Range<Int>, _ third: Range<Int>, _ fourth: Range<Int>,
    to bytes: inout [UInt8]
  ) {
    var isFirst = true
    func add(_ text: Range<Int>) {
      guard !text.isEmpty else { return }
      if !isFirst {
        bytes.append(0x3B)
        bytes.append(0x20)
      }
      bytes.append(contentsOf: factors.arena[text])
      isFirst = false
    }
    add(first)
    add(second)
    add(third)
    add(fourth)
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

/// Where in an arena of bytes is what a factor says.
struct MatchFactorText {
  let isKnown: Bool
  let value: Range<Int>
  let reason: Range<Int>
  let missing: Range<Int>
}

/// The texts of factors that were asked for.
struct MatchFactorTexts {
  /// The bytes of all texts.
  private(set) var arena: [UInt8] = []

  private var known: [MatchFactorKey: MatchFactorText] = [:]

  /// How many bytes are kept at most.
  private static let most = 64 << 20

  /// The texts of the four factors of a match; they stand in the arena until the next are asked for.
  mutating func texts(
    _ index: PlacementIndex, _ profile: Int, _ opening: Int
  ) -> InlineArray<4, MatchFactorText> {
    if arena.count > Self.most {
      known.removeAll(keepingCapacity: true)
      arena.removeAll(keepingCapacity: true)
    }
    return InlineArray { place in
      let key = index.factorKey(place, forProfile: profile, opening: opening)
      if let text = known[key] { return text }
      let factor = index.reasons(forProfile: profile, opening: opening).all[place].factor
      var value: [UInt8] = []
      MatchWriter.append(factor.value, to: &value)
      let text = MatchFactorText(
        isKnown: factor.isKnown, value: add(value),
        reason: add(Array(printable(factor.reason).utf8)),
        missing: add(Array(printable(factor.missing.joined(separator: "; ")).utf8)))
      known[key] = text
      return text
    }
  }

  private mutating func add(_ bytes: [UInt8]) -> Range<Int> {
    arena += bytes
    return arena.count - bytes.count..<arena.count
  }
}
