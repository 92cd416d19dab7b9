import FactTables
import Partnership
import Testing

/// Which group a name is of.
@Suite struct GroupNameTests {
  /// A name and the group it is of.
  struct NameCase: Sendable, CustomTestStringConvertible {
    let name: String
    let group: String
    var testDescription: String { name }
  }

  static let names = [
    NameCase(name: "LM", group: "LM"), NameCase(name: "lm", group: "LM"),
    NameCase(name: "LMWG", group: "LM"), NameCase(name: "Labour Mobility", group: "LM"),
    NameCase(name: "labour", group: "LM"), NameCase(name: "ENE", group: "ENE"),
    NameCase(name: "CMP-EWG", group: "ENV"), NameCase(name: "TII", group: "TII"),
    NameCase(name: "Creativity and Culture", group: "CC"),
    NameCase(name: "Agribusiness", group: "AGB"), NameCase(name: "CMP", group: "CMP"),
  ]

  @Test(arguments: names) func findsTheGroup(_ given: NameCase) throws {
    let data = try ReportDataTests.load()
    #expect(data.group(given.name) { $0.lowercased() } == .one(given.group))
  }

  @Test func doesNotDecideAnAbbreviationOfTwoGroups() throws {
    let data = try ReportDataTests.load()
    guard case .several(let groups, let places) = data.group("ewg", folding: { $0.lowercased() })
    else {
      Issue.record("'EWG' was decided")
      return
    }
    #expect(groups.map(\.id) == ["ENE", "ENV"])
    #expect(places.map(\.description) == ["21;285;393;541;547", "631"])
  }

  @Test func knowsNoOtherName() throws {
    let data = try ReportDataTests.load()
    for name in ["", "XYZ", "  "] {
      #expect(
        data.group(name) { $0.lowercased().trimmingPrefix(" ").description } == .none, "\(name)")
    }
  }
}
