import Placements
import Testing

/// What openings ask of languages, and how near candidates come to it.
@Suite struct LanguageTests {
  private func fit(_ demand: String, _ skills: [(String, String?)]) throws -> MatchFactor {
    let demand = try #require(LanguageDemand(demand))
    return demand.fit(
      of: skills.map { KnownLanguage($0.0, $0.1.flatMap { LanguageLevel($0) }) })
  }

  @Test func readsLevels() {
    #expect(LanguageLevel("7")?.benchmarks == 7...7)
    #expect(LanguageLevel("CLB 9")?.benchmarks == 9...9)
    #expect(LanguageLevel("nclc12")?.benchmarks == 12...12)
    #expect(LanguageLevel("b2")?.benchmarks == 7...8)
    #expect(LanguageLevel("A1")?.benchmarks == 1...2)
    #expect(LanguageLevel("none")?.benchmarks == 0...0)
    for text in ["", "0", "13", "CLB", "CLB0", "B3", "-7", "7.5", "٧", "CLBNCLC"] {
      #expect(LanguageLevel(text) == nil, "\(text)")
    }
  }

  @Test func readsDemands() {
    #expect(LanguageDemand("") == .unknown)
    #expect(LanguageDemand("none") == LanguageDemand.none)
    for text in ["en:7", "EN:CLB7", "en:7;fr:5", "en:7 or fr:NCLC7", "en:B2"] {
      #expect(LanguageDemand(text) != nil, "\(text)")
    }
    let bad = [
      "en", "en:", ":7", "en:7;", ";", "en:7 or", "or en:7", "en:7 or or fr:7", "eng:7", "en:none",
      "en:7 fr:7", "é1:7", "unknown",
    ]
    for text in bad { #expect(LanguageDemand(text) == nil, "\(text)") }
  }

  @Test func eachLevelMissingTakesAQuarter() throws {
    #expect(try fit("en:7", [("en", "7")]).value == 1)
    #expect(try fit("en:7", [("en", "9")]).value == 1)
    #expect(try fit("en:7", [("en", "6")]).value == 0.75)
    #expect(try fit("en:7", [("en", "4")]).value == 0.25)
    #expect(try fit("en:7", [("en", "3")]).value == 0)
    let short = try fit("en:7", [("en", "5")])
    #expect(short.missing == ["en: 2 levels"])
    #expect(short.reason == "en level 7 is asked for, level 5")
  }

  @Test func takesTheMiddleOfALevelOfTheFramework() throws {
    let near = try fit("en:8", [("en", "B2")])
    #expect(near.value == 0.875)
    #expect(near.reason == "en level 8 is asked for, about level 7 to 8")
    #expect(near.missing == ["en: 0.5 levels"])
    // Of a level that is asked for, its lowest benchmark is enough.
    #expect(try fit("en:B2", [("en", "B2")]).value == 1)
  }

  @Test func unknownIsNotNone() throws {
    let unknown = try fit("en:7", [])
    #expect(unknown.value == MatchFactor.unknownValue)
    #expect(!unknown.isKnown)
    #expect(try fit("en:7", [("en", nil)]) == unknown)
    #expect(try fit("en:7", [("fr", "9")]) == unknown)
    let none = try fit("en:7", [("en", "none")])
    #expect(none.value == 0)
    #expect(none.isKnown)
    #expect(try !fit("", [("en", "9")]).isKnown)
    #expect(try fit("none", []).value == 1)
  }

  @Test func bothAreAskedForOrOneIsEnough() throws {
    let skills: [(String, String?)] = [("en", "8"), ("fr", "4")]
    #expect(try fit("en:7;fr:5", skills).value == 0.75)
    #expect(try fit("en:7 or fr:7", skills).value == 1)
    #expect(try fit("fr:7 or en:9", skills).value == 0.75)
    // What is known to be short decides, though the other is not known.
    let short = try fit("en:7;fr:7", [("en", "4")])
    #expect(short.value == 0.25)
    #expect(short.isKnown)
    let open = try fit("en:7;fr:7", [("en", "7")])
    #expect(open.value == 0.5)
    #expect(!open.isKnown)
  }
}
