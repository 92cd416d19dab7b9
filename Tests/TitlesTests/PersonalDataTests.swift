import Testing
import Titles

@Suite struct PersonalDataTests {
  /// What somebody wrote, and what is left of it.
  ///
  /// None of it is anybody's.
  static let cases = [
    ("nurse 416-555-0142", "nurse"),
    ("nurse (416) 555 0142 ICU", "nurse ICU"),
    ("enfermera ana@example.org", "enfermera"),
    ("enfermera ＠ana", "enfermera"),
    ("albañil GOMC800101HDFXXX09", "albañil"),
    ("welder SIN 000 000 000", "welder SIN"),
    ("tel. +52 55 0000 0000 chofer", "tel. chofer"),
    ("cook ٠١٢٣٤٥٦", "cook"),
  ]

  @Test(arguments: cases) func takesOutWhatTellsWhoSomebodyIs(_ text: String, _ left: String) {
    #expect(withoutPersonalData(text) == left)
  }

  @Test(arguments: [
    "911 dispatcher", "truck driver 18 wheeler", "nurse", "", "grade 3 teacher", "CAD/CAM 2D",
  ]) func leavesTheRest(_ text: String) { #expect(withoutPersonalData(text) == text) }

  @Test func readsNoMoreThanItsBound() {
    let text = "nurse a@b " + String(repeating: "x", count: 100_000)
    #expect(withoutPersonalData(text).unicodeScalars.count <= 2_000)
  }
}
