import Classifications
import TestSupport
import Testing

@Suite struct TitleFoldingTests {
  struct FoldingCase: Sendable, CustomTestStringConvertible {
    let name: String
    let title: String
    let folded: String

    init(_ name: String, _ title: String, _ folded: String) {
      self.name = name
      self.title = title
      self.folded = folded
    }

    var testDescription: String { name }
  }

  private static let cases = [
    FoldingCase("empty", "", ""),
    FoldingCase("blanks", " \t\n ", ""),
    FoldingCase("only punctuation", "-- / --", ""),
    FoldingCase("capitals", "Registered NURSES", "registered nurses"),
    FoldingCase("digits", "4th class engineer", "4th class engineer"),
    FoldingCase("Spanish accents", "Técnicos ÑANDÚ, pingüino", "tecnicos nandu pinguino"),
    FoldingCase(
      "French accents", "Éleveur de dîné à Noël, façade", "eleveur de dine a noel facade"),
    FoldingCase("combining marks", "Te\u{301}cnicos n\u{303}u", "tecnicos nu"),
    FoldingCase("a mark with nothing before it", "\u{301}nurse", "nurse"),
    FoldingCase(
      "French ligatures", "Maître d'œuvre, Œnologue, ex æquo", "maitre d oeuvre oenologue ex aequo"),
    FoldingCase("a ligature with an accent", "ǽ", "ae"),
    FoldingCase("ligatures of typesetting", "oﬃce ﬁne ﬂight", "office fine flight"),
    FoldingCase("sharp s, small and capital", "Straße STRAẞE", "strasse strasse"),
    FoldingCase("signs that are letters", "\u{212B}ngström \u{212A}elvin", "angstrom kelvin"),
    FoldingCase("capital I with a dot", "İzmir", "izmir"),
    FoldingCase("letters beyond Latin 1", "Šimůnek Ľubomír ệ", "simunek lubomir e"),
    FoldingCase("hyphen in a word", "co-ordinators", "coordinators"),
    FoldingCase("hyphen in a word with an accent", "médico-cirúrgico", "medicocirurgico"),
    FoldingCase("hyphen after a combining mark", "cafe\u{301}-bar", "cafebar"),
    FoldingCase(
      "other hyphens in a word", "co\u{2010}op co\u{2011}op co\u{AD}op", "coop coop coop"),
    FoldingCase("hyphen between blanks", "Managers - health", "managers health"),
    FoldingCase("hyphen with one blank", "pre- and post-natal", "pre and postnatal"),
    FoldingCase("two hyphens", "nurses--general", "nurses general"),
    FoldingCase("hyphen beside a digit", "grade-3 3-D", "grade 3 3 d"),
    FoldingCase("dash", "nurse\u{2013}midwife \u{2014} other", "nurse midwife other"),
    FoldingCase("hyphens at the ends", "-nurse-", "nurse"),
    FoldingCase("apostrophes", "women's l\u{2019}usine", "women s l usine"),
    FoldingCase(
      "slash forms", "cadres supérieurs/cadres supérieures", "cadres superieurs cadres superieures"),
    FoldingCase("slash and brackets", "operator/tender (n.e.c.)", "operator tender n e c"),
    FoldingCase("no-break blank", "head\u{A0}nurse", "head nurse"),
    FoldingCase("signs of Latin 1", "2×4 ÷ ¿quién?", "2 4 quien"),
    FoldingCase("emoji", "nurse 👩🏽‍⚕️ specialist", "nurse specialist"),
    FoldingCase("only emoji", "🧑‍🚒", ""),
    FoldingCase("another script", "Инженер ΟΔΗΓΟΣ 看護師", "инженер οδηγοσ 看護師"),
  ]

  @Test(arguments: cases) func folds(_ folding: FoldingCase) {
    // Scalar by scalar: texts that Unicode takes for equivalent would compare as equal.
    #expect(
      Array(foldedTitle(folding.title).unicodeScalars) == Array(folding.folded.unicodeScalars))
  }

  @Test func foldsAVeryLongTitle() {
    let title = String(repeating: "É", count: 10_000)
    #expect(foldedTitle(title) == String(repeating: "e", count: 10_000))
    #expect(foldedTitle(String(repeating: "-", count: 10_000)).isEmpty)
    #expect(foldedTitle(String(repeating: "a\u{301}", count: 5_000)).utf8.count == 5_000)
  }

  @Test func leavesAFoldedTitleAsItIsWhateverTheScalars() {
    // Above these there are only scalars for private use and tags.
    for scalar in (UInt32(0)..<0x32000).lazy.compactMap(Unicode.Scalar.init) {
      let once = foldedTitle("a\(scalar)b")
      if Array(foldedTitle(once).utf8) != Array(once.utf8) {
        Issue.record("U+\(String(scalar.value, radix: 16)): \(once), then \(foldedTitle(once))")
      }
    }
  }

  @Test func leavesAFoldedTitleAsItIsWhateverTheOrder() {
    let alphabet = Array(" -'\u{2019}/.,aB9éÉœß\u{301}\u{AD}\u{200B}\u{2011}½º字👩".unicodeScalars)
    var random = SplitMix64(seed: 20_171_020)
    for _ in 0..<20_000 {
      var title = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        alphabet.randomElement(using: &random).map { title.unicodeScalars.append($0) }
      }
      let once = foldedTitle(title)
      #expect(foldedTitle(once) == once)
      #expect(!once.hasPrefix(" ") && !once.hasSuffix(" ") && !once.contains("  "))
    }
  }
}
