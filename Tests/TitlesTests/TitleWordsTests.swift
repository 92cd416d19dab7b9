import Classifications
import Testing

@testable import Titles

@Suite struct TitleWordsTests {
  private func words(_ title: String) -> [String] {
    TitleWords(title).words.map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test func leavesOutArticlesMarksAndAccents() {
    #expect(words("Técnico de laboratorio clínico") == ["tecnico", "laboratorio", "clinico"])
    #expect(words("enfermero/a") == ["enfermero"])
    #expect(words("Head of the department") == ["head", "department"])
    #expect(words("co-ordinator") == words("coordinator"))
  }

  @Test func tellsTheThingFromWhatQualifiesIt() {
    #expect(TitleWords("nurse, head").head(in: .en) == 0)
    #expect(TitleWords("head nurse").head(in: .en) == 1)
    #expect(TitleWords("manager of sales").head(in: .en) == 0)
    #expect(TitleWords("enfermera quirúrgica").head(in: .es) == 0)
  }

  @Test func dropsLongNumbersAndKeepsShortOnes() {
    #expect(words("911 dispatcher") == ["911", "dispatcher"])
    #expect(words("welder 123456") == ["welder"])
  }

  @Test(arguments: [
    "", " ", "\u{0}\u{1}\u{7F}", "🙂🙂🙂", "\u{200D}\u{FE0F}", "...", ",-,(", "\u{FFFD}\u{202E}",
  ]) func hasNoWordWhereThereIsNone(_ title: String) { #expect(words(title).isEmpty) }

  @Test func readsNoMoreThanItsBound() {
    #expect(words(String(repeating: "nurse ", count: 5_000)).count == TitleWords.maximumWords)
    #expect(words(String(repeating: "a", count: 10_000)).first?.count == 40)
  }
}

@Suite struct StemTests {
  /// Words that are forms of one.
  static let forms = [
    ["nurse", "nurses"], ["enfermero", "enfermera", "enfermeras", "enfermeros"],
    ["infirmier", "infirmière", "infirmières"], ["fireman", "firewoman", "firemen", "firepersons"],
    ["directeur", "directrice", "directrices"], ["vendeur", "vendeuse", "vendeuses"],
    ["actor", "actriz"], ["technicien", "technicienne"], ["secretary", "secretaries"],
  ]

  @Test(arguments: forms) func isTheSameForAllForms(_ forms: [String]) {
    let stems = Set(forms.map { stem(Array(foldedForTest($0).utf8)) })
    #expect(stems.count == 1)
  }

  @Test func keepsShortAndDifferentWordsApart() {
    #expect(stem(Array("bus".utf8)) == Array("bus".utf8))
    #expect(stem(Array("boss".utf8)) == Array("boss".utf8))
    #expect(stem(Array("carpenter".utf8)) != stem(Array("carpentry".utf8)))
  }

  private func foldedForTest(_ text: String) -> String {
    TitleWords(text).words.first.map { String(decoding: $0.text, as: UTF8.self) } ?? text
  }
}

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("nurse", "nurse", 0), ("nurse", "nures", 1), ("nurse", "nurs", 1), ("nurse", "nnurse", 1),
    ("nurse", "purse", 1), ("carpenter", "crapentr", 2), ("abc", "xyz", 3),
  ]) func countsSlipsOfTheHand(_ one: String, _ other: String, _ distance: Int) {
    let found = editDistance(Array(one.utf8), Array(other.utf8)[...], limit: 2)
    #expect(found == min(distance, 3))
  }
}
