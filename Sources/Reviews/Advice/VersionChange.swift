import Classifications
public import Correspondences
import Diagnostics
public import ReferenceData
import SSSOM

/// What became of the groups of a classification in its next version, as the publisher's table says.
public struct VersionChange {
  /// A group that one has become, or a part of it.
  public struct Successor: Hashable, Sendable {
    /// The code in the new version.
    public let code: String
    /// How it relates to the old group.
    public let relation: MapRelation
    /// The types of change of the Generic Statistical Information Model, such as `RC5`; empty if the table has
    /// none.
    public let types: [String]
    /// Whether it is the old group under another code or name: one to one, and nothing but virtual changes.
    public let isSameGroup: Bool
  }

  /// The table.
  public let table: CorrespondenceDescription
  private let successors: [String: [Successor]]

  /// Reads the table between two versions.
  ///
  /// - Parameters:
  ///   - table: The table, whose subjects are the older version.
  ///   - catalogue: Where it is.
  /// - Throws: `FileError` or `InvalidInput` if it cannot be read.
  public init(_ table: CorrespondenceDescription, in catalogue: Catalogue) throws {
    self.table = table
    let path = "\(catalogue.directory.path)/crosswalks/\(table.file)"
    let (set, findings) = try SSSOMReader.read(path: path)
    if findings.containsErrors { throw InvalidInput(findings) }
    var targets: [String: Set<String>] = [:]
    var sources: [String: Set<String>] = [:]
    var rows:
      [(source: String, target: String, relation: MapRelation, types: [String], isPartial: Bool)] =
        []
    for mapping in set.mappings where !mapping.isNegated {
      guard let source = OccupationCode(curie: mapping[.subjectID]),
        let target = OccupationCode(curie: mapping[.objectID]),
        source.classification == table.subject, target.classification == table.object,
        let relation = MapRelation(rawValue: mapping[.predicateID])
      else { continue }
      targets[source.code, default: []].insert(target.code)
      sources[target.code, default: []].insert(source.code)
      rows.append(
        (
          source.code, target.code, relation,
          mapping["ext_change"].split(separator: " ").map(String.init),
          mapping["ext_partial"] == "true"
        ))
    }
    var result: [String: [Successor]] = [:]
    for row in rows {
      let isOneToOne = targets[row.source]?.count == 1 && sources[row.target]?.count == 1
      let isVirtual = row.types.allSatisfy { $0.hasPrefix("VC") } && !row.isPartial
      result[row.source, default: []].append(
        Successor(
          code: row.target, relation: row.relation, types: row.types,
          isSameGroup: isOneToOne && isVirtual))
    }
    successors = result.mapValues { $0.sorted { $0.code < $1.code } }
  }

  /// What became of a group; empty if the table names nothing.
  public func successors(of code: String) -> [Successor] { successors[code] ?? [] }
}
