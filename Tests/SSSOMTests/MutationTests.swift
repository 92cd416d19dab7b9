import Diagnostics
import SSSOM
import Testing

#if canImport(Glibc)
import Glibc
#endif

@Suite struct MutationTests {
  /// The number of changed files that are read; more by `PUENTE_FUZZ_ROUNDS`.
  private static var rounds: Int {
    guard let value = unsafe getenv("PUENTE_FUZZ_ROUNDS") else { return 500 }
    return Int(unsafe String(cString: value)) ?? 500
  }

  private static let fragments: [[UInt8]] = [
    [0x22], [0x09], [0x0A], [0x0D], [0x23], [0x20], [0x7C], [0x5C], [0x3A], [0xFF], [0x00], [0xC3],
    Array("#  ".utf8), Array("\"\"".utf8), Array(": ".utf8), Array("- ".utf8), Array("&a ".utf8),
    Array("[".utf8), Array("{".utf8), Array("rdfs literal".utf8), Array("\r\n".utf8),
  ]

  private static func mutate(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let position = Int.random(in: 0...bytes.count, using: &random)
      let end = min(position + Int.random(in: 0...12, using: &random), bytes.count)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(position..<end)
      case 1: bytes.insert(contentsOf: bytes[position..<end], at: 0)
      case 2: bytes.insert(contentsOf: fragments.randomElement(using: &random) ?? [], at: position)
      default:
        if position < bytes.count { bytes[position] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }

  @Test func survivesAnyChangeAndWritesWhatItReadsAgain() {
    let seeds = [
      OracleBlindCases.all, FileRuleCases.all, MappingRuleCases.all,
    ].joined().map { Array($0.text.utf8) }
    var random = SplitMix(seed: 7)
    for round in 0..<Self.rounds {
      let bytes = Self.mutate(seeds[round % seeds.count], &random)
      let (set, findings) = SSSOMReader.read(bytes: bytes, name: "a")
      #expect(findings.count <= SSSOMReader.defaultMaximumFindings + 1)
      let first = set.canonicalTSV()
      let second = SSSOMReader.read(bytes: first, name: "a").set.canonicalTSV()
      #expect(first == second, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
      _ = set.inverted()
      _ = set.mappings.first?.standardHash
    }
  }
}
