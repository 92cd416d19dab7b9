import Classifications

/// Finds records that say what a group corresponds to in a classification where another says: nothing.
struct NoneDetector {
  let list: StatementList

  private struct Key: Hashable {
    let concept: Concept
    let classification: ClassificationID
  }

  func find(_ log: inout ConflictLog) {
    var stated: [Key: [Int]] = [:]
    for (number, statement) in list.statements.enumerated() where !statement.isNegated {
      guard case .nothing(let id) = statement.claim else { continue }
      stated[Key(concept: statement.subject, classification: id), default: []].append(number)
    }
    guard !stated.isEmpty else { return }
    for (number, statement) in list.statements.enumerated() where statement.affirmsPair {
      let ends = [(statement.subject, statement.object), (statement.object, statement.subject)]
      for (concept, other) in ends {
        guard let code = other.code else { continue }
        let key = Key(concept: concept, classification: code.classification)
        for none in stated[key] ?? [] {
          log.add(
            Conflict(
              .statedNone, [none, number], at: none,
              "\(concept) has no correspondence in \(code.classification) by this record, and \(code) by another"
            ))
        }
      }
    }
  }
}
