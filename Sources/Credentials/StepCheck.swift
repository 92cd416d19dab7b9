import Diagnostics
import FactTables

/// Checks what steps depend on: no step is missing, none waits for itself, each can be reached.
struct StepCheck {
  private let rows: [FactRow]
  private let dependencies: [String: StepDependencies]
  private let occupations: [String: String]
  private let places: [String: FactRow]

  init(_ tables: FactTables) {
    rows = tables["steps"]
    dependencies = Dictionary(
      rows.map { ($0["id"], StepDependencies($0["depends_on"])) }, uniquingKeysWith: { $1 })
    places = Dictionary(rows.map { ($0["id"], $0) }, uniquingKeysWith: { first, _ in first })
    let pathways = Dictionary(
      tables["pathways"].map { ($0["id"], $0["occupation_id"]) }, uniquingKeysWith: { $1 })
    occupations = Dictionary(
      rows.map { ($0["id"], pathways[$0["pathway_id"]] ?? "ALL") }, uniquingKeysWith: { $1 })
  }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    var numbers: Set<String> = []
    for row in rows {
      let place = row.location(of: "depends_on")
      if !numbers.insert("\(row["pathway_id"])\0\(row["seq"])").inserted {
        findings.append(
          Finding(
            "duplicate-number", .error, at: row.location(of: "seq"),
            "'\(row["pathway_id"])' has two steps of number \(row["seq"])", help: "number them on"))
      }
      for name in dependencies[row["id"]]?.all ?? [] {
        guard let other = places[name] else {
          findings.append(
            Finding(
              "unknown-reference", .error, at: place, "there is no step '\(name)'",
              help: "correct it; ';' stands between steps that are all needed, 'or' between others")
          )
          continue
        }
        if let own = occupations[row["id"]], let theirs = occupations[name], theirs != "ALL",
          own != theirs
        {
          findings.append(
            Finding(
              "foreign-dependency", .error, at: place,
              "'\(row["id"])' is a step of \(own) and depends on one of \(theirs), '\(name)'",
              help: "depend on steps of the same occupation or of all"))
        }
        if other["pathway_id"] == row["pathway_id"],
          (Int(other["seq"]) ?? 0) > (Int(row["seq"]) ?? 0)
        {
          findings.append(
            Finding(
              "step-before-dependency", .error, at: row.location(of: "seq"),
              "'\(row["id"])' comes before '\(name)', which it depends on",
              help: "number the steps in the order in which they are taken"))
        }
      }
    }
    return findings + circles()
  }

  /// Steps that nothing can ever make ready, with the circle where they are in one.
  private func circles() -> [Finding] {
    var reached: Set<String> = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for row in rows where !reached.contains(row["id"]) {
        let groups = dependencies[row["id"]]?.groups ?? []
        // A step that does not exist has its own finding.
        let isReady = groups.allSatisfy { group in
          group.contains { reached.contains($0) || places[$0] == nil }
        }
        if isReady {
          reached.insert(row["id"])
          isGrowing = true
        }
      }
    }
    return rows.filter { !reached.contains($0["id"]) }.map { row in
      let circle = circle(from: row["id"])
      return Finding(
        circle == nil ? "unreachable-step" : "cyclic-step", .error,
        at: row.location(of: "depends_on"),
        circle.map { "'\(row["id"])' waits for itself: \($0.joined(separator: " > "))" }
          ?? "'\(row["id"])' can never be reached: it depends on steps that wait for themselves",
        help: "take one of the dependencies out")
    }
  }

  /// The shortest way from a step back to itself; `nil` if there is none.
  private func circle(from start: String) -> [String]? {
    var ways = [[start]]
    var seen: Set<String> = []
    while !ways.isEmpty {
      var longer: [[String]] = []
      for way in ways {
        for next in dependencies[way[way.count - 1]]?.all ?? [] {
          if next == start { return way + [next] }
          if seen.insert(next).inserted { longer.append(way + [next]) }
        }
      }
      ways = longer
    }
    return nil
  }
}
