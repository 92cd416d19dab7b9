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
  ///   - table: The table.
  ///   - origin: The classification of the codes asked about.
  ///   - destination: The classification of the answers.
  ///   - catalogue: The reference data.
  /// - Throws: ``InvalidInput``, ``FileError`` or ``UnknownName``.
  public init(
    _ table: CorrespondenceDescription, from origin: ClassificationID,
    to destination: ClassificationID, _ catalogue: Catalogue
  ) throws {
    let evidence = try EvidenceSet(from: origin, to: destination, catalogue.tableSource())
    guard let answer = evidence[table.id] else {
      throw UnknownName(
        "direct table from \(origin) to", destination.rawValue,
        known: evidence.all.filter { $0.directTable != nil }.map(\.name))
    }
    var targets: [String: Set<String>] = [:]
    for row in 0..<evidence.sources.count {
      for place in answer.ties.range(ofRow: row) where answer.ties.values[place] > 0 {
        targets[evidence.sources.codes[row], default: []].insert(
          evidence.targets.codes[Int(answer.ties.columns[place])])
      }
    }
    self.targets = targets
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
