public import Classifications
public import Correspondences
import Diagnostics
import Matching
public import ReferenceData
import Tabular

/// A table that is taken as the answer: the right targets of each code.
public struct GoldTable: Sendable {
  /// The right targets of each code.
  public let targets: [String: Set<String>]
  /// What it is, for people.
  public let title: String

  /// Takes a published table as the answer.
  ///
  /// Where it leads to another classification than asked for, its targets are carried on by the shortest
  /// published way: INEGI's table leads to NOC-S 2006, from which Statistics Canada's leads to NOC 2016.
  ///
  /// - Parameters:
  ///   - table: The table; its subjects are codes of the classification asked about.
  ///   - destination: The classification of the answers.
  ///   - catalogue: The reference data.
  /// - Throws: ``InvalidInput``, ``FileError`` or ``UnknownName``.
  public init(
    _ table: CorrespondenceDescription, to destination: ClassificationID, _ catalogue: Catalogue
  ) throws {
    var targets: [String: Set<String>] = [:]
    let links = try catalogue.correspondence(table).links.filter { !$0.isNegated }
    if table.object == destination {
      for link in links { targets[link.subject, default: []].insert(link.object) }
    } else {
      let finder = try catalogue.finder(from: table.object, to: destination, shortestOnly: true)
      var carried: [String: Set<String>] = [:]
      for link in links {
        if carried[link.object] == nil {
          carried[link.object] = Set(
            try finder.answer(for: link.object).candidates.map(\.target.code))
        }
        targets[link.subject, default: []].formUnion(carried[link.object] ?? [])
      }
    }
    self.targets = targets.filter { !$0.value.isEmpty }
    self.title = table.title
  }

  /// Reads a file of right answers with the columns `source_id` and `target_id`, CURIEs both, and
  /// optionally `relation`, where `none` or `Not` marks a wrong answer that is left aside.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - origin: The classification of the codes asked about.
  ///   - destination: The classification of the answers.
  ///   - catalogue: The reference data.
  /// - Throws: ``InvalidInput`` with every fault, or ``FileError``.
  public init(
    path: String, from origin: ClassificationID, to destination: ClassificationID,
    _ catalogue: Catalogue
  ) throws {
    let schema = TableSchema(columns: [
      .required("source_id"), .required("target_id"), .optional("relation"),
    ])
    let table = try Table.load(path: path, schema: schema)
    var targets: [String: Set<String>] = [:]
    var faults: [Finding] = []
    for row in table.rows where !["none", "not"].contains(row["relation"].lowercased()) {
      var codes: [String] = []
      for (name, id) in [("source_id", origin), ("target_id", destination)] {
        guard let code = OccupationCode(curie: row[name]), code.classification == id,
          try catalogue.codeTable(id).contains(code.code)
        else {
          faults.append(
            Finding(
              "invalid-code", .error, at: row.location(of: name),
              "'\(row[name])' is not a code of \(id)",
              help: "write it as '\(id):CODE'"
            )
          )
          continue
        }
        codes.append(code.code)
      }
      if codes.count == 2 { targets[codes[0], default: []].insert(codes[1]) }
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    self.targets = targets
    self.title = path
  }
}
