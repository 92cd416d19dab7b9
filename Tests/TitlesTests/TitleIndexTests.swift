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
    var target = TitleTarget(
      groups: ["3011", "3012", "7271"], workers: [],
      isOwn: index.groups.map { $0.classification == noc })
    for (number, group) in index.groups.enumerated() {
      let place = target.groups.firstIndex(of: group.code)
      target.links[number] = place.map { [.init(group: $0, strength: 1)] } ?? []
    }
    let ranking = TitleRanking(
      weights: ["ownBest": 4, "coverage": 4, "ownSame": 2], calibration: [])
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

  @Test func isTheSameAfterBeingCompiled() throws {
    let index = Self.index()
    let compiled = index.compiled(from: 7)
    let read = try #require(
      TitleIndex(numbers: compiled.numbers, titles: compiled.titles, content: 7))
    #expect(read.compiled(from: 7) == compiled)
    #expect(read.norms == index.norms)
    #expect(read.abbreviations == index.abbreviations)
  }

  @Test func refusesOtherContentAndDamage() {
    let compiled = Self.index().compiled(from: 7)
    #expect(TitleIndex(numbers: compiled.numbers, titles: compiled.titles, content: 8) == nil)
    #expect(TitleIndex(numbers: [], titles: [], content: nil) == nil)
    for place in compiled.numbers.indices {
      var damaged = compiled.numbers
      damaged[place] ^= 0x41
      #expect(TitleIndex(numbers: damaged, titles: compiled.titles, content: 7) == nil)
      let short = Array(compiled.numbers[..<place])
      #expect(TitleIndex(numbers: short, titles: compiled.titles, content: 7) == nil)
    }
    #expect(TitleIndex(numbers: compiled.numbers, titles: [], content: 7) == nil)
  }
}
