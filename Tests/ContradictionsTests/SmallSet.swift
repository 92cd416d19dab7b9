import Classifications
import Contradictions
import Correspondences
import ReferenceData
import TestSupport

/// A mapping set written for one test: its rows as `subject predicate object`, with `not` before a predicate
/// that is denied, and more columns as `name=value`.
func mappingSet(_ rows: [String], columns: [String] = [], metadata: [String] = []) -> [UInt8] {
  var lines = ["#curie_map:", "#  ex: https://example.org/"]
  for id in ["noc2016", "noc2021", "sinco2011", "isco08", "soc2010"] {
    lines.append("#  \(id): https://puente.example/\(id)/")
  }
  lines += ["#  puente: https://puente.example/"]
  lines += ["#mapping_set_id: https://example.org/set", "#license: https://example.org/l"]
  lines += metadata.map { "#\($0)" }
  lines.append(
    (["subject_id", "predicate_id", "predicate_modifier", "object_id", "mapping_justification"]
      + columns).joined(separator: "\t"))
  for row in rows {
    var words = row.split(separator: " ").map(String.init)
    let isNegated = words[1] == "not"
    if isNegated { words.remove(at: 1) }
    let predicate = words[1].contains(":") ? words[1] : "skos:\(words[1])Match"
    var cells = [
      words[0], predicate, isNegated ? "Not" : "", words[2], "semapv:ManualMappingCuration",
    ]
    for column in columns {
      let value = words.dropFirst(3).first { $0.hasPrefix("\(column)=") }
      cells.append(value.map { String($0.dropFirst(column.count + 1)) } ?? "")
    }
    lines.append(cells.joined(separator: "\t"))
  }
  return Array((lines.joined(separator: "\n") + "\n").utf8)
}

/// The statements of sets, each a file of its own, named `1`, `2` and so on.
func statements(
  _ sets: [UInt8]..., described: (String) -> CorrespondenceDescription? = { _ in nil }
) throws -> StatementList {
  var list = StatementList()
  let known: Set<ClassificationID> = [.noc2016, .noc2021, .sinco2011, .isco08, .soc2010]
  for (number, set) in sets.enumerated() {
    try list.add(mappingSet: set, name: "\(number + 1)", known: known, described: described)
  }
  return list
}

/// What holding a list against itself and the real code lists comes to.
func report(
  _ list: StatementList, kinds: Set<ConflictKind> = Set(ConflictKind.allCases)
) throws -> ContradictionReport {
  let trees = try StatementLoader(try Repository.catalogue()).trees(of: list)
  return ContradictionFinder(list, trees: trees, kinds: kinds).report()
}

/// The same for one set of rows.
func report(_ rows: [String], columns: [String] = []) throws -> ContradictionReport {
  try report(try statements(mappingSet(rows, columns: columns)))
}

extension ContradictionReport {
  /// The conflicts as `kind: record, record`, with records counted from 1, in the order of the knots.
  var brief: [String] {
    conflicts.map { conflict in
      "\(conflict.kind.rawValue): "
        + conflict.records.map { String($0 + 1) }.joined(separator: ", ")
    }
  }

  /// The records to remove, counted from 1.
  var removed: [Int] { knots.flatMap(\.removal).map { $0 + 1 }.sorted() }
}
