import Classifications
import Testing

@testable import Titles

@Suite struct TitleIndexTests {
  private static let noc = ClassificationID(known: "noc2016")

  private static func entry(
    _ code: String, _ title: String, _ language: Language = .en, concept: String = ""
  ) -> TitleEntry {
    TitleEntry(
      code: OccupationCode(noc, code), language: language, title: title, standing: .index,
      concept: concept)
  }

  private static func index() -> TitleIndex {
    var builder = TitleIndex.Builder()
    for entry in [
      entry("3012", "registered nurse"), entry("3012", "nurse, emergency care"),
      entry("3011", "head nurse"), entry("7271", "carpenter"), entry("3012", "Registered Nurse"),
    ] { builder.add(entry) }
    builder.add(TitleAbbreviation(language: .en, text: "RN", expansion: "registered nurse"))
    return builder.finish()
  }

  private static func answer(_ title: String) -> TitleCoder.Answer {
    let index = index()
    let groups = ["3011", "3012", "7271"]
    let links = index.groups.map { group in
      groups.firstIndex(of: group.code).map { [TitleTarget.Link(group: $0, strength: 1)] } ?? []
    }
    let target = TitleTarget(
      noc, groups: groups, workers: [], links: links, isVersion: { $0 == noc }, in: index)
    let ranking = TitleRanking(
      weights: [
        "own.best": [4, 4, 4], "coverage": [4, 4, 4], "own.same": [2, 2, 2], "words": [1, 1, 1],
      ], calibration: [:])
    return TitleCoder(index, ranking).answer(title, in: target, limit: 5)
  }

  @Test func keepsEqualTitlesOnce() { #expect(Self.index().count == 4) }

  @Test(arguments: [
    ("Registered Nurse", "3012"), ("nurse registered", "3012"), ("RN", "3012"), ("r.n.", "3012"),
    ("regsitered nurses", "3012"), ("carpentr", "7271"), ("CARPENTERS", "7271"),
    ("head nurse", "3011"), ("nurse, head", "3011"),
  ]) func findsWhatWasMeant(_ title: String, _ code: String) {
    #expect(Self.answer(title).candidates.first?.code == code)
  }

  @Test(arguments: ["", "zzzzqqqq", "🙂", "\u{0}"]) func findsNothingWhereNothingIs(_ title: String)
  {
    #expect(Self.answer(title).candidates.isEmpty)
  }

  private static let origin = CompiledOrigin(content: 7, sizes: 9)

  @Test func isTheSameAfterBeingCompiled() throws {
    let index = Self.index()
    let compiled = index.compiled(from: Self.origin)
    let read = try #require(
      TitleIndex(numbers: compiled.numbers, titles: compiled.titles) { $0 == Self.origin })
    #expect(read.compiled(from: Self.origin) == compiled)
    #expect(read.facts == index.facts)
    #expect(read.bags == index.bags)
    #expect(read.groupSizes == index.groupSizes)
    #expect(read.abbreviations == index.abbreviations)
  }

  @Test func refusesOtherContentAndDamage() {
    let compiled = Self.index().compiled(from: Self.origin)
    func read(_ numbers: [UInt8], _ titles: [UInt8]) -> TitleIndex? {
      TitleIndex(numbers: numbers, titles: titles) { $0 == Self.origin }
    }
    #expect(TitleIndex(numbers: compiled.numbers, titles: compiled.titles) { _ in false } == nil)
    #expect(read([], []) == nil)
    for place in compiled.numbers.indices {
      var damaged = compiled.numbers
      damaged[place] ^= 0x41
      #expect(read(damaged, compiled.titles) == nil)
      #expect(read(Array(compiled.numbers[..<place]), compiled.titles) == nil)
    }
    #expect(read(compiled.numbers, []) == nil)
  }

  @Test func readsCompiledLinksOfTheSameOriginOnly() throws {
    let links = TitleLinks(
      codes: ["3011", "3012"], workers: [1, 2.5],
      links: [[], [.init(group: 1, strength: 0.25), .init(group: 0, strength: 0.75)]])
    let bytes = links.compiled(from: Self.origin)
    let read = try #require(TitleLinks(bytes) { $0 == Self.origin })
    #expect(read == links)
    #expect(TitleLinks(bytes) { _ in false } == nil)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x41
      #expect(TitleLinks(damaged) { $0 == Self.origin } == nil)
      #expect(TitleLinks(Array(bytes[..<place])) { $0 == Self.origin } == nil)
    }
  }

  @Test func countsItsEvidence() {
    #expect(GroupEvidence.Channel.allCases.count == GroupEvidence.channelCount)
    #expect(GroupEvidence.Kind.allCases.count == GroupEvidence.kindCount)
    #expect(GroupEvidence.Feature.allCases.count == GroupEvidence.featureCount)
    #expect(Set(GroupEvidence.names).count == GroupEvidence.count)
    #expect(GroupEvidence.isNeverNegative.count == GroupEvidence.count)
  }

  @Test(arguments: [
    ("machanic", "mechanic", 1), ("recptionist", "receptionist", 1), ("crapenter", "carpenter", 1),
    ("nurse", "nurse", 0), ("a", "abc", 2), ("cook", "baker", 3), ("", "ab", 2),
  ]) func countsTypingErrors(_ one: String, _ other: String, _ distance: Int) {
    #expect(editDistance(Array(one.utf8), Array(other.utf8)[...], limit: 2) == distance)
    #expect(editDistance(Array(other.utf8), Array(one.utf8)[...], limit: 2) == distance)
  }

  @Test(arguments: [
    ("driver", "driv"), ("driving", "driv"), ("vendedor", "vend"), ("cook", "cook"),
    ("limpiez", "limpi"), ("limpiador", "limpi"),
  ]) func findsTheRoot(_ stem: String, _ expected: String) {
    #expect(root(Array(stem.utf8)) == Array(expected.utf8))
  }
}
