import Diagnostics
import Placements
import Testing

/// The file of openings.
@Suite struct OpeningFileTests {
  private let header = "opening,occupation,jurisdiction,languages,teer,places,opens,closes\n"

  private func read(_ rows: String) throws -> [Opening] {
    try OpeningFile.openings(
      bytes: Array((header + rows).utf8), name: "o.csv", jurisdictions: ["CA-ON", "CA-QC"])
  }

  private func faults(_ rows: String) -> [String] {
    do {
      _ = try read(rows)
      return []
    } catch let error as InvalidInput {
      return error.findings.map { "\($0.location?.description ?? "") \($0.rule)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func readsOpenings() throws {
    let openings = try read(
      "O-1,noc2021:31301,CA-ON,en:7,1,3,2026-11-01,2026-12-31\nO-2,enfermera,CA-QC,,,1,,\n")
    #expect(openings.map(\.id) == ["O-1", "O-2"])
    #expect(openings[0].places == 3)
    #expect(openings[0].teer == 1)
    #expect(openings[1].languages == .unknown)
    #expect(openings[1].location.description == "o.csv:3:5")
  }

  @Test func isOpenFromItsFirstDayToItsLast() throws {
    let opening = try read("O-1,x,CA-ON,,,1,2026-11-02,2026-11-04\n")[0]
    let days = ["2026-11-01", "2026-11-02", "2026-11-04", "2026-11-05"].compactMap {
      CalendarDate($0)
    }
    #expect(days.map(opening.isOpen) == [false, true, true, false])
  }

  @Test func tellsEveryFaultWithItsPlace() {
    #expect(
      faults("O 1,,CA-XX,en,6,0,2026-02-30,\n") == [
        "o.csv:2:1 invalid-value", "o.csv:2:5 missing-value", "o.csv:2:6 invalid-value",
        "o.csv:2:12 invalid-value", "o.csv:2:15 invalid-value", "o.csv:2:17 invalid-value",
        "o.csv:2:19 invalid-value",
      ])
    #expect(faults("O-1,x,CA-ON,,,1,2026-02-02,2026-02-01\n") == ["o.csv:2:28 invalid-value"])
    #expect(faults("O-1,x,CA-ON,,,1,,\nO-1,x,CA-ON,,,1,,\n") == ["o.csv:3:1 duplicate-key"])
    for places in ["", "-1", "1.5", "1000001", "99999999999999999999", "１"] {
      #expect(faults("O-1,x,CA-ON,,,\(places),,\n").count == 1, "\(places)")
    }
  }

  /// Whoever writes a person's name or number where it does not belong does not find it in a message.
  @Test func repeatsNothingOfTheFile() {
    let planted = "PEGJ850101MDFRRN08"
    do {
      _ = try read(
        "\(planted) x,\(planted),\(planted),\(planted),\(planted),\(planted),\(planted),\(planted)\n"
      )
      Issue.record("read")
    } catch {
      #expect(!"\(error)".contains(planted))
    }
  }

  @Test func stopsTellingAfterAHundredFaults() {
    let rows = (0..<500).map { "O-\($0),x,CA-XX,,,1,,\n" }.joined()
    let found = faults(rows)
    #expect(found.count == 101)
    #expect(found.last?.hasSuffix("too-many-errors") == true)
  }
}
