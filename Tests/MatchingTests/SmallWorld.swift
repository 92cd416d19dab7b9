import Classifications
import Correspondences
import Matching

/// A few classifications and tables, made for one test.
struct SmallWorld {
  private var trees: [ClassificationID: CodeTable] = [:]
  private var tables: [Correspondence] = []

  /// Adds a classification of two levels: groups, and the unit groups in each; the group `-` stands for
  /// unit groups that have none above them.
  mutating func add(_ name: String, _ groups: [(String, [String])]) {
    var items: [ClassificationItem] = []
    for (group, unitGroups) in groups {
      if group != "-" { items.append(ClassificationItem(code: group, level: 1, parent: nil)) }
      items += unitGroups.map {
        ClassificationItem(code: $0, level: 2, parent: group == "-" ? nil : group)
      }
    }
    let classification = Classification(
      id: ClassificationID(known: name), name: name, title: name, publisher: "", country: "",
      family: name, year: 2000, languages: [], isComplete: true, source: "",
      levels: (1...2).map {
        Classification.Level(number: $0, nameEN: "", nameES: "", nameFR: "", count: nil)
      }
    )
    trees[classification.id] = CodeTable(classification, items: items)
  }

  /// Adds a table of links; its title is its name in capitals.
  mutating func add(
    _ subject: String, _ object: String, _ links: [(String, String)],
    relation: MapRelation = .exactMatch, without: [String: String] = [:]
  ) {
    tables.append(
      Correspondence(
        CorrespondenceDescription(
          id: "\(subject)-\(object)", subject: ClassificationID(known: subject),
          object: ClassificationID(known: object), file: "",
          title: "\(subject)-\(object)".uppercased(), kind: "published", source: ""
        ),
        links: links.map {
          Correspondence.Link(
            subject: $0.0, object: $0.1, relation: relation, isNegated: false, note: "", line: 1)
        },
        subjectsWithout: without
      ))
  }

  /// The tables and code lists; each classification lies on a side of its own.
  var tableSource: TableSource {
    TableSource(
      descriptions: tables.map(\.description),
      correspondence: { description in try find { $0.description == description } },
      unitGroups: { id in
        guard let tree = trees[id] else { throw Unknown() }
        return UnitGroups(tree)
      },
      side: \.rawValue
    )
  }

  func evidence(_ origin: String, _ destination: String) throws -> EvidenceSet {
    try EvidenceSet(
      from: ClassificationID(known: origin), to: ClassificationID(known: destination), tableSource)
  }

  /// A finder whose scores are made of the ties alone; all pairs are scored from the side that comes
  /// first by name, as the product does.
  func finder(_ origin: String, _ destination: String) throws -> EquivalenceFinder {
    let (rows, columns) = origin < destination ? (origin, destination) : (destination, origin)
    return try EquivalenceFinder(
      from: ClassificationID(known: origin), to: ClassificationID(known: destination),
      PairScoring(ties: evidence(rows, columns)), tableSource)
  }

  func answer(_ origin: String, _ destination: String, _ code: String) throws -> EquivalenceAnswer {
    try finder(origin, destination).answer(for: code)
  }

  private func find(_ isSought: (Correspondence) -> Bool) throws -> Correspondence {
    guard let table = tables.first(where: isSought) else { throw Unknown() }
    return table
  }

  private struct Unknown: Error {}
}

extension EquivalenceAnswer {
  /// The codes of the candidates, the best first.
  var codes: [String] { candidates.map(\.target.code) }

  func score(of code: String) -> Double {
    candidates.first { $0.target.code == code }?.score ?? 0
  }
}

/// Whether two scores differ by rounding alone; ties are kept in single precision.
func isNear(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-6 }
