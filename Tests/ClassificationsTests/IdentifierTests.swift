import Classifications
import Testing

@Suite struct IdentifierTests {
  private static let refusedIdentifiers = [
    "", " ", "NOC2016", "2016noc", "noc 2016", "noc-2016", "noc2016 ", "noc:2016", "nóc2016",
    "noc2016\u{301}", "noc2016\0", "noc2016\n", "../noc2016", "noc٢",
    String(repeating: "a", count: 33), "👩‍⚕️",
  ]

  @Test(arguments: refusedIdentifiers) func refusesAnIdentifierOfAnotherForm(_ text: String) {
    #expect(ClassificationID(rawValue: text) == nil)
    #expect(OccupationCode(curie: "\(text):3012") == nil || text == "NOC2016" || text == "noc:2016")
  }

  @Test func takesIdentifiersOfOneToThirtyTwoCharacters() {
    #expect(ClassificationID(rawValue: "a")?.rawValue == "a")
    let longest = String(repeating: "z", count: 32)
    #expect(ClassificationID(rawValue: longest)?.rawValue == longest)
  }

  private static let refusedCodes = [
    "", ":", "noc2016", "noc2016:", ":3012", " noc2016:3012", "noc2016 :3012", "\u{FEFF}a:1",
    "ＮＯＣ2016:3012", "İnoc:1",
  ]

  @Test(arguments: refusedCodes) func refusesTextThatIsNotACode(_ text: String) {
    #expect(OccupationCode(curie: text) == nil)
  }

  @Test func readsAPrefixInCapitals() {
    #expect(OccupationCode(curie: "NOC2016:0011") == OccupationCode(.noc2016, "0011"))
  }

  @Test func takesEverythingAfterTheFirstColonAsTheCode() {
    #expect(OccupationCode(curie: "soc2018:29-1141")?.code == "29-1141")
    #expect(OccupationCode(curie: "noc2016:a:b")?.code == "a:b")
    #expect(OccupationCode(curie: "noc2016: 3012")?.code == " 3012")
  }

  @Test func tellsEqualDigitsOfTwoClassificationsApart() {
    #expect(OccupationCode(.sinco2011, "2431") != OccupationCode(.isco08, "2431"))
    #expect(OccupationCode(.isco08, "2431") < OccupationCode(.sinco2011, "2411"))
    #expect(OccupationCode(.sinco2011, "2431").description == "sinco2011:2431")
  }
}
