/// Finds declared cardinalities that the records of the table do not come to.
///
/// Records count within their table, and within the scope they declare. A record that declares one object
/// where its subject has two cannot stand beside the record of the other; one that declares several where
/// there is one contradicts nothing but the count.
struct CardinalityDetector {
  let list: StatementList
  let graph: StatementGraph

  private struct Key: Hashable {
    let table: Int
    let scope: String
    let concept: Int
  }

  /// How many records beside one are named; more say nothing new.
  static let others = 20

  func find(_ log: inout ConflictLog) {
    guard list.statements.contains(where: { !$0.cardinality.isEmpty }) else { return }
    // For each subject the first record of each object, and the reverse.
    var ofSubject: [Key: [(end: Int, record: Int)]] = [:]
    var ofObject: [Key: [(end: Int, record: Int)]] = [:]
    var seen: Set<[Int]> = []
    var scopes: [String: Int] = [:]
    for (number, statement) in list.statements.enumerated() {
      if case .nothing = statement.claim { continue }
      let scope = scopes[statement.scope] ?? scopes.count
      scopes[statement.scope] = scope
      let (subject, object) = (graph.subjects[number], graph.objects[number])
      guard seen.insert([statement.table, scope, subject, object]).inserted else { continue }
      ofSubject[key(statement, subject), default: []].append((object, number))
      ofObject[key(statement, object), default: []].append((subject, number))
    }
    for (number, statement) in list.statements.enumerated() where !statement.cardinality.isEmpty {
      if case .nothing = statement.claim { continue }
      let (subject, object) = (graph.subjects[number], graph.objects[number])
      let objects = ofSubject[key(statement, subject)] ?? []
      let subjects = ofObject[key(statement, object)] ?? []
      let actual =
        "\(subjects.count == 1 ? "1" : "n"):\(objects.count == 1 ? "1" : "n")"
      guard ["1:1", "1:n", "n:1", "n:n"].contains(statement.cardinality),
        statement.cardinality != actual
      else { continue }
      let message =
        "\(statement.subject) and \(statement.object) are declared '\(statement.cardinality)', but they are '\(actual)'"
      let help = "write '\(actual)', or retract a record"
      var isNamed = false
      func name(_ partners: [(end: Int, record: Int)], but end: Int) {
        for other in partners.prefix(Self.others) where other.end != end {
          isNamed = true
          log.add(
            Conflict(.cardinality, [number, other.record], at: number, message, help: help))
        }
      }
      if statement.cardinality.hasSuffix("1") { name(objects, but: object) }
      if statement.cardinality.hasPrefix("1") { name(subjects, but: subject) }
      // Only the count is wrong, and no other record stands against it.
      if !isNamed { log.add(Conflict(.cardinality, [number], at: number, message, help: help)) }
    }
  }

  private func key(_ statement: Statement, _ concept: Int) -> Key {
    Key(table: statement.table, scope: statement.scope, concept: concept)
  }
}
