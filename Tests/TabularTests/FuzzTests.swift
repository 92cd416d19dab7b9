import Diagnostics
import Glibc
import Testing

@testable import Tabular

/// Files with things broken at random.
///
/// `PUENTE_FUZZ_ROUNDS` sets the number of rounds.
@Suite struct FuzzTests {
  static let rounds =
    unsafe getenv("PUENTE_FUZZ_ROUNDS").flatMap { unsafe Int(String(cString: $0)) } ?? 2000

  /// What reading an input gave.
  struct Reading: Equatable {
    var rows: [[String]] = []
    var places: [Diagnostics.SourceLocation] = []
    var findings: [Finding] = []
  }

  private static let breaks: [[UInt8]] = [
    [0], [0x22], [0x22, 0x22], [0x0A], [0x0D], [0x0D, 0x0A], [0x0A, 0x0A], [0xFF], [0xC3],
    [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x2C], [0x3B], [0x09],
    [0x20], Array("\"x\ny".utf8), Array(repeating: 0x61, count: 40),
  ]

  private func broken(_ random: inout SplitMix64) -> [UInt8] {
    var writer = CSVWriter(style: RoundTripTests.style(&random))
    for record in RoundTripTests.table(&random) { writer.write(record) }
    var bytes = writer.bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        if index < bytes.count { bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      case 1: bytes.removeSubrange(index...)
      case 2: bytes.removeSubrange(index..<min(index + 3, bytes.count))
      default:
        bytes.insert(contentsOf: Self.breaks.randomElement(using: &random) ?? [], at: index)
      }
    }
    return bytes
  }

  private func options(_ random: inout SplitMix64) -> CSVOptions {
    var options = CSVOptions()
    options.encoding = Int.random(in: 0..<8, using: &random) == 0 ? .windows1252 : .utf8
    options.maximumFieldLength = [8, 30, 131_072].randomElement(using: &random) ?? 8
    options.maximumRecordLength = [12, 50, 1_048_576].randomElement(using: &random) ?? 12
    options.maximumFindings = [1, 3, 100].randomElement(using: &random) ?? 1
    return options
  }

  private func read(_ bytes: [UInt8], _ options: CSVOptions, partLength: Int) throws -> Reading {
    var reader = try TableReader(
      bytes: bytes, name: "t", partLength: partLength, schema: nil, options: options
    )
    var reading = Reading()
    reading.findings = try reader.read { row in
      reading.rows.append(row.values)
      for field in 0..<row.record.fieldCount {
        reading.places.append(row.record.location(of: field))
      }
    }
    for row in reading.rows {
      #expect(row.count == reader.columns.count)
      #expect(row.allSatisfy { $0.utf8.count <= options.maximumFieldLength })
    }
    return reading
  }

  /// Whether a place is one of the input: at most one column behind the end of its line.
  private func isInside(_ place: Diagnostics.SourceLocation, _ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard place.line >= 1, place.line <= lines.count, place.column >= 1 else { return false }
    return place.column <= lines[place.line - 1].count + 1
  }

  @Test func survivesWhateverIsBroken() throws {
    var random = SplitMix64(seed: 2016)
    var rules: Set<String> = []
    for round in 0..<Self.rounds {
      let bytes = broken(&random)
      let options = options(&random)
      let reading = try read(bytes, options, partLength: 1000)
      for place in reading.places + reading.findings.compactMap(\.location) {
        try #require(isInside(place, bytes), "round \(round): \(place) of \(bytes)")
      }
      #expect(reading.findings.count <= options.maximumFindings + 1)
      rules.formUnion(reading.findings.map(\.rule))
      for partLength in [1, 2, 3, 7, Int.random(in: 4...60, using: &random)] {
        let other = try read(bytes, options, partLength: partLength)
        try #require(other == reading, "round \(round), parts of \(partLength): \(bytes)")
      }
      var whole = TableReader(bytes: bytes, name: "t", schema: nil, options: options)
      let findings = try whole.read { _ in }
      try #require(findings == reading.findings, "round \(round), in memory: \(bytes)")
    }
    // Shows that the rounds reach all that can be wrong.
    if Self.rounds >= 2000 {
      #expect(
        rules.isSuperset(of: [
          "blank-line", "duplicate-column", "empty-input", "invalid-encoding", "invalid-utf8",
          "lone-carriage-return", "long-field", "long-record", "nul-byte", "ragged-row",
          "stray-quote", "too-many-errors", "unclosed-quote",
        ])
      )
    }
  }

  /// Bytes of which nothing was ever right.
  @Test func survivesNoise() throws {
    var random = SplitMix64(seed: 2018)
    let bytes: [UInt8] = [
      0, 0x09, 0x0A, 0x0D, 0x22, 0x22, 0x2C, 0x3B, 0x61, 0x80, 0xC3, 0xE2, 0xFF,
    ]
    for _ in 0..<Self.rounds {
      let noise = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        bytes.randomElement(using: &random) ?? 0
      }
      let options = options(&random)
      let reading = try read(noise, options, partLength: 1000)
      for partLength in [1, 5] {
        let other = try read(noise, options, partLength: partLength)
        try #require(other == reading, "parts of \(partLength): \(noise)")
      }
    }
  }
}
