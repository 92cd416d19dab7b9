import Testing

@testable import Tabular

/// What is written is read back as it was.
@Suite struct RoundTripTests {
  static let pieces = [
    "a", "B", "7", "é", "ñ", "€", "𝄞", ",", ";", "\t", "\"", "\n", "\r", "\r\n", " ", "'", "=", "-",
    "\u{FEFF}", "\u{301}", "\u{2028}", "word", "\u{1}", "|",
  ]

  static func field(_ random: inout SplitMix64) -> String {
    let count = [0, 0, 1, 1, 1, 2, 3, 5].randomElement(using: &random) ?? 0
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  static func table(_ random: inout SplitMix64) -> [[String]] {
    let columns = Int.random(in: 1...4, using: &random)
    return (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<columns).map { _ in field(&random) }
    }
  }

  static func style(_ random: inout SplitMix64) -> CSVWriter.Style {
    let delimiters: [CSVWriter.Style.Delimiter] = [.comma, .semicolon, .tab]
    return CSVWriter.Style(
      delimiter: delimiters.randomElement(using: &random) ?? .comma,
      lineEnding: Bool.random(using: &random) ? .lf : .crlf,
      startsWithByteOrderMark: Bool.random(using: &random)
    )
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func readsBackWhatWasWritten(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<500 {
      let table = Self.table(&random)
      let style = Self.style(&random)
      var writer = CSVWriter(style: style)
      for record in table { writer.write(record) }
      var options = CSVOptions()
      if Bool.random(using: &random) {
        options.delimiter =
          switch style.delimiter {
          case .comma: .comma
          case .semicolon: .semicolon
          case .tab: .tab
          }
      }
      var reader = try CSVReader(
        bytes: writer.bytes, name: "t", partLength: Int.random(in: 1...40, using: &random),
        options: options
      )
      var read: [[String]] = []
      let findings = try reader.read { read.append($0.fields) }
      try #require(read == table && findings == [], "seed \(seed), round \(round)")
    }
  }

  /// The property that holds of one table holds with the last line ending removed, too.
  @Test func needsNoLastLineEnding() throws {
    var random = SplitMix64(seed: 99)
    for _ in 0..<500 {
      let table = Self.table(&random)
      var writer = CSVWriter()
      for record in table { writer.write(record) }
      var reader = CSVReader(bytes: writer.bytes.dropLast(), name: "t")
      var read: [[String]] = []
      let findings = try reader.read { read.append($0.fields) }
      try #require(read == table && findings == [])
    }
  }
}
