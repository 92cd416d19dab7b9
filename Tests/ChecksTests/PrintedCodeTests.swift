import Checks
import Testing

/// Cells as people write them.
@Suite struct PrintedCodeTests {
  /// A cell, and the codes and titles in it as `prefix|code|title`.
  struct CellCase: Sendable, CustomTestStringConvertible {
    let cell: String
    let codes: [String]
    var testDescription: String { cell }

    init(_ cell: String, _ codes: String...) {
      self.cell = cell
      self.codes = codes
    }
  }

  static let single = [
    CellCase(""), CellCase("  \n"),
    CellCase("3012", "|3012|"),
    CellCase(" 3012  Registered nurses ", "|3012|Registered nurses"),
    CellCase("3012 - Registered nurses", "|3012|Registered nurses"),
    CellCase("3011-Nursing co-ordinators", "|3011|Nursing co-ordinators"),
    CellCase("2426. Enfermeras especialistas", "|2426|Enfermeras especialistas"),
    CellCase("3012: Registered nurses", "|3012|Registered nurses"),
    CellCase("(3012) Registered nurses", "|3012|Registered nurses"),
    CellCase("Registered nurses (3012)", "|3012|Registered nurses"),
    CellCase("Registered nurses (NOC 3012)", "NOC|3012|Registered nurses"),
    CellCase("Registered nurses", "||Registered nurses"),
    CellCase("Nurses: registered", "||Nurses: registered"),
    CellCase("Enfermeras (técnicas)", "||Enfermeras (técnicas)"),
    CellCase("D112 Registered Nurses", "|D112|Registered Nurses"),
    CellCase("29-1141", "|29-1141|"),
    CellCase("29-1141 Registered Nurses", "|29-1141|Registered Nurses"),
    CellCase("2821 Auxiliares/asistentes", "|2821|Auxiliares/asistentes"),
    CellCase("3012, Registered nurses", "|3012|, Registered nurses"),
    CellCase("3413 Aides, orderlies and 2 others", "|3413|Aides, orderlies and 2 others"),
    CellCase("'3012", "|3012|"), CellCase("#3012", "|3012|"),
    CellCase("3012.0", "|3012.0|"), CellCase("3,012", "|3,012|"), CellCase("31,301", "|31,301|"),
    CellCase("3O12", "|3O12|"), CellCase("2421-2429", "|2421-2429|"),
  ]

  static let named = [
    CellCase("noc2016:3012", "noc2016|3012|"),
    CellCase("noc2016: 3012 Registered nurses", "noc2016|3012|Registered nurses"),
    CellCase("noc2061:3012", "noc2061|3012|"),
    CellCase("NOC 3012", "NOC|3012|"), CellCase("CNP-3012", "CNP-|3012|"),
    CellCase("NOC 2016 3012 Registered nurses", "NOC 2016|3012|Registered nurses"),
    CellCase("NOC2016-3012", "NOC2016|3012|"), CellCase("SINCO 2011: 2426", "SINCO 2011|2426|"),
    CellCase("SINCO 2426 Enfermeras", "SINCO|2426|Enfermeras"),
    CellCase("Nocturnal 3012", "||Nocturnal 3012"),
  ]

  static let several = [
    CellCase(
      "2821 Auxiliares en enfermería y paramédicos/ 2811 Enfermeras (técnicas)",
      "|2821|Auxiliares en enfermería y paramédicos", "|2811|Enfermeras (técnicas)"),
    CellCase("3012; 3011", "|3012|", "|3011|"), CellCase("3012|3011", "|3012|", "|3011|"),
    CellCase("3012\n3011", "|3012|", "|3011|"), CellCase("3012,3011", "|3012|", "|3011|"),
    CellCase("3012, 3011, 3124", "|3012|", "|3011|", "|3124|"),
    CellCase("3012 and 3011", "|3012|", "|3011|"), CellCase("2421 y 2422", "|2421|", "|2422|"),
    CellCase("3012 et 3011", "|3012|", "|3011|"), CellCase("3012+3011", "|3012|", "|3011|"),
    CellCase("3012 & 3011", "|3012|", "|3011|"), CellCase("3012 3011", "|3012|", "|3011|"),
    CellCase("3011 – 3012", "|3011|", "|3012|"),
    CellCase(
      "3012 Nurses and 3011 Supervisors", "|3012|Nurses", "|3011|Supervisors"),
    CellCase("noc2016:3012/noc2021:31301", "noc2016|3012|", "noc2021|31301|"),
  ]

  @Test(arguments: single + named + several) func readsACell(_ given: CellCase) {
    let found = PrintedCode.all(in: given.cell).map { "\($0.prefix)|\($0.code)|\($0.title)" }
    #expect(found == given.codes)
  }

  /// The time must not grow with the square of the length.
  @Test func readsLongCells() {
    for part in [",", " ", "3012,", "a:", "3012 and ", "(", "NOC ", "/", "1", "é"] {
      let cell = String(repeating: part, count: 200_000 / part.utf8.count)
      #expect(PrintedCode.all(in: cell).count <= 200_000)
    }
  }
}
