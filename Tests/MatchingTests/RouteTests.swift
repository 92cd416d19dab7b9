import Classifications
import Correspondences
import Matching
import ReferenceData
import TestSupport
import Testing

@Suite struct RouteTests {
  private static func table(_ subject: String, _ object: String) -> CorrespondenceDescription {
    CorrespondenceDescription(
      id: "\(subject)-\(object)", subject: ClassificationID(known: subject),
      object: ClassificationID(known: object), file: "", title: "", kind: "published", source: ""
    )
  }

  private func evidence(
    _ origin: String, _ destination: String, _ tables: [CorrespondenceDescription],
    longest: Int = 6, side: (ClassificationID) -> String = \.rawValue
  ) -> [String: [String]] {
    let found = Route.all(
      from: ClassificationID(known: origin), to: ClassificationID(known: destination),
      through: tables, side: side, longest: longest)
    return Dictionary(
      uniqueKeysWithValues: found.map { name, routes in
        (name, routes.map { $0.classifications.map(\.rawValue).joined(separator: " ") })
      })
  }

  /// `a` and `d` are joined by a table, through `b`, through `b` and `c`, and through `e`, `f` and `g`.
  private static let tables = [
    table("a", "b"), table("c", "b"), table("c", "d"), table("b", "d"), table("d", "a"),
    table("a", "e"), table("e", "f"), table("f", "g"), table("g", "d"), table("x", "y"),
  ]

  @Test func groupsRoutesByThePivotsTheyPassWhichAreTwoAtMost() {
    #expect(
      evidence("a", "d", Self.tables) == ["d-a": ["a d"], "b": ["a b d"], "b+c": ["a b c d"]])
    #expect(
      evidence("a", "c", Self.tables)
        == ["b": ["a b c"], "d": ["a d c"], "b+d": ["a b d c", "a d b c"]])
  }

  @Test func readsTablesEitherWay() {
    let found = Route.all(
      from: ClassificationID(known: "d"), to: ClassificationID(known: "a"), through: Self.tables,
      side: \.rawValue)
    #expect(found.first?.routes.first?.steps.map(\.direction) == [.forward])
    #expect(evidence("d", "a", Self.tables)["b"] == ["d b a"])
  }

  @Test func findsNoneWhereNothingLeads() {
    #expect(evidence("a", "x", Self.tables).isEmpty)
    #expect(evidence("a", "unknown", Self.tables).isEmpty)
    #expect(evidence("a", "a", Self.tables).isEmpty)
    #expect(evidence("a", "d", []).isEmpty)
  }

  @Test func isBoundedInLength() {
    #expect(evidence("a", "d", Self.tables, longest: 2) == ["d-a": ["a d"], "b": ["a b d"]])
    let line = (0..<8).map { Self.table("n\($0)", "n\($0 + 1)") }
    let isFirst: (ClassificationID) -> String = { $0.rawValue == "n0" ? "first" : "second" }
    #expect(evidence("n0", "n6", line, side: isFirst) == ["n0-n1": ["n0 n1 n2 n3 n4 n5 n6"]])
    #expect(evidence("n0", "n7", line, side: isFirst).isEmpty)
  }

  @Test func takesTwoTablesOfTheSameClassificationsForTwoPiecesOfEvidence() {
    #expect(
      evidence("a", "b", [Self.table("a", "b"), Self.table("b", "a")])
        == ["a-b": ["a b"], "b-a": ["a b"]])
  }

  @Test func versionsOfOneSideAreNoPivotsAndASideLeftIsNotEnteredAgain() {
    let tables = [
      Self.table("m1", "i"), Self.table("m1", "m2"), Self.table("i", "c1"), Self.table("c1", "c2"),
      Self.table("m2", "c1"), Self.table("m2", "j"), Self.table("j", "m1"),
    ]
    let side: (ClassificationID) -> String = { String($0.rawValue.prefix(1)) }
    #expect(
      evidence("m1", "c2", tables, side: side)
        == ["m2-c1": ["m1 m2 c1 c2"], "i": ["m1 i c1 c2"]])
    #expect(evidence("m1", "m2", tables, side: side) == ["versions": ["m1 m2"]])
  }

  @Test func keepsTheRulesOnEveryPairOfRealClassifications() throws {
    let catalogue = try Repository.catalogue()
    let source = catalogue.tableSource()
    for origin in catalogue.classifications.map(\.id) {
      for destination in catalogue.classifications.map(\.id) where origin != destination {
        let found = Route.all(
          from: origin, to: destination, through: source.descriptions, side: source.side)
        #expect(!found.isEmpty, "\(origin) to \(destination)")
        #expect(Set(found.map(\.evidence)).count == found.count)
        for (evidence, routes) in found {
          #expect(Set(routes.map(\.steps.count)).count == 1)
          #expect(Set(routes).count == routes.count)
          for route in routes {
            let passed = route.classifications
            #expect(route.evidence == evidence)
            #expect(passed.first == origin && passed.last == destination)
            #expect(Set(passed).count == passed.count)
            #expect(passed.count == route.steps.count + 1)
          }
        }
        let back = Route.all(
          from: destination, to: origin, through: source.descriptions, side: source.side)
        #expect(
          Set(back.flatMap(\.routes).map { Array($0.classifications.reversed()) })
            == Set(found.flatMap(\.routes).map(\.classifications)))
      }
    }
  }
}
