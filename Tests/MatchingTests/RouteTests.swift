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

  private func routes(
    _ origin: String, _ destination: String, _ tables: [CorrespondenceDescription],
    longest: Int = 6
  ) -> [String] {
    Route.all(
      from: ClassificationID(known: origin), to: ClassificationID(known: destination),
      through: tables, longest: longest
    ).map { $0.classifications.map(\.rawValue).joined(separator: " ") }
  }

  /// `a` and `d` are joined by a table, through `b`, through `b` and `c`, and through `e`, `f` and `g`.
  private static let tables = [
    table("a", "b"), table("c", "b"), table("c", "d"), table("b", "d"), table("d", "a"),
    table("a", "e"), table("e", "f"), table("f", "g"), table("g", "d"), table("x", "y"),
  ]

  @Test func followsWhatIsAtMostOneStepLongerThanTheShortest() {
    #expect(routes("a", "d", Self.tables) == ["a d", "a b d"])
    #expect(routes("a", "c", Self.tables) == ["a b c", "a d c", "a b d c", "a d b c"])
  }

  @Test func readsTablesEitherWay() {
    let route = Route.all(
      from: ClassificationID(known: "d"), to: ClassificationID(known: "a"), through: Self.tables
    ).first
    #expect(route?.steps.map(\.direction) == [.forward])
    #expect(routes("d", "a", Self.tables) == ["d a", "d b a"])
  }

  @Test func findsNoneWhereNothingLeads() {
    #expect(routes("a", "x", Self.tables).isEmpty)
    #expect(routes("a", "unknown", Self.tables).isEmpty)
    #expect(routes("a", "a", Self.tables).isEmpty)
    #expect(routes("a", "d", []).isEmpty)
  }

  @Test func isBoundedInLength() {
    let line = (0..<8).map { Self.table("n\($0)", "n\($0 + 1)") }
    #expect(routes("n0", "n6", line).count == 1)
    #expect(routes("n0", "n7", line).isEmpty)
    #expect(routes("n0", "n2", line, longest: 1).isEmpty)
  }

  @Test func takesTwoTablesOfTheSameClassificationsForTwoRoutes() {
    #expect(routes("a", "b", [Self.table("a", "b"), Self.table("b", "a")]) == ["a b", "a b"])
  }

  @Test func keepsTheRulesOnEveryPairOfRealClassifications() throws {
    let catalogue = try Repository.catalogue()
    let tables = catalogue.correspondences
    for origin in catalogue.classifications.map(\.id) {
      for destination in catalogue.classifications.map(\.id) where origin != destination {
        let routes = Route.all(from: origin, to: destination, through: tables)
        #expect(routes == Route.all(from: origin, to: destination, through: tables))
        #expect(!routes.isEmpty, "\(origin) to \(destination)")
        let lengths = routes.map(\.steps.count)
        #expect(lengths == lengths.sorted())
        #expect((lengths.last ?? 0) <= (lengths.first ?? 0) + 1)
        #expect(Set(routes).count == routes.count)
        for route in routes {
          let passed = route.classifications
          #expect(passed.first == origin && passed.last == destination)
          #expect(Set(passed).count == passed.count)
          #expect(passed.count == route.steps.count + 1)
        }
        let back = Route.all(from: destination, to: origin, through: tables)
        #expect(
          Set(back.map { Array($0.classifications.reversed()) })
            == Set(routes.map(\.classifications)))
      }
    }
  }
}
