import Checks
public import Classifications
import Correspondences
import Diagnostics
public import ReferenceData
import Tabular

extension StatementList {
  /// Adds the rows of a table of pairs, as `puente check` reads it.
  ///
  /// A column `relation` says how the two sides are related, in SKOS's words or the short ones; `not` before
  /// it, or `Not` in `predicate_modifier`, denies it. Rows that were rejected, withdrawn or dismissed state
  /// nothing. A row with several codes on a side states every pair.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The name of the file for places.
  ///   - catalogue: The code tables.
  ///   - versions: The classifications that the user names for a family.
  /// - Throws: ``InvalidInput`` if the file has faults, or what reading the code tables throws.
  public mutating func add(
    pairs bytes: [UInt8], name: String, catalogue: Catalogue, versions: [ClassificationID] = []
  ) throws {
    let (table, faults) = try Table.read(bytes: bytes, name: name)
    if faults.containsErrors { throw InvalidInput(faults.filter { $0.severity == .error }) }
    let file = try PairFile(table, catalogue: catalogue, versions: versions)
    let errors = file.findings.filter { $0.severity == .error }
    if !errors.isEmpty { throw InvalidInput(errors) }
    // What the reading assumed decides what the codes mean.
    let assumed = file.findings.filter {
      ["version-inferred", "unknown-state", "no-pairs"].contains($0.rule)
    }
    notes += assumed.map { finding in
      let place = finding.location.map { "\($0): " } ?? ""
      return place + finding.message + (finding.help.isEmpty ? "" : "; \(finding.help)")
    }
    let details = PairDetails(table)
    var wrong: [Finding] = []
    tables.append(StatementTable(file: name, description: nil))
    var isSilent = 0
    for pair in file.pairs {
      if let state = pair.review?.state, !state.isOpen, state != .agreed {
        isSilent += 1
        continue
      }
      let detail: PairDetails.Detail
      do {
        detail = try details.detail(line: pair.right.location.line)
      } catch {
        wrong += error.findings
        continue
      }
      for left in pair.left.entries where !left.printed.code.isEmpty {
        for right in pair.right.entries where !right.printed.code.isEmpty {
          statements.append(
            Statement(
              subject: .group(OccupationCode(left.classification, left.printed.code)),
              object: .group(OccupationCode(right.classification, right.printed.code)),
              claim: detail.claim, isNegated: detail.isNegated, confidence: detail.confidence,
              table: tables.count - 1, location: pair.right.location, name: pair.name))
        }
      }
    }
    if !wrong.isEmpty { throw InvalidInput(wrong) }
    if isSilent > 0 {
      notes.append(
        "\(name): \(isSilent) rows were rejected, withdrawn or dismissed, and state nothing")
    }
  }
}

/// What a table of pairs says of its rows besides their codes.
private struct PairDetails {
  private let table: Table
  private let relation: Int?
  private let modifier: Int?
  private let confidence: Int?
  private let rows: [Int: Int]

  init(_ table: Table) {
    self.table = table
    func column(_ names: [String]) -> Int? {
      table.columns.firstIndex { names.contains($0.lowercased()) }
    }
    relation = column(["relation", "predicate_id", "predicate"])
    modifier = column(["predicate_modifier", "modifier"])
    confidence = column(["confidence"])
    // A row may span lines; its fields are found by any of them that has one.
    var rows: [Int: Int] = [:]
    for (number, row) in table.rows.enumerated() {
      for column in table.columns.indices { rows[row.location(of: column).line] = number }
    }
    self.rows = rows
  }

  typealias Detail = (claim: Statement.Claim, isNegated: Bool, confidence: Double?)

  func detail(line: Int) throws(InvalidInput) -> Detail {
    guard let number = rows[line] else { return (.anyRelation, false, nil) }
    let row = table.rows[number]
    var isNegated = false
    if let modifier {
      let text = row.values[modifier].lowercased()
      guard ["", "not"].contains(text) else {
        throw fault(
          row, modifier, "'\(row.values[modifier])' is no modifier", "write 'Not', or nothing")
      }
      isNegated = text == "not"
    }
    var claim = Statement.Claim.anyRelation
    if let relation, !row.values[relation].isEmpty {
      var words = row.values[relation].split(separator: " ")
      if words.count == 2, words[0].lowercased() == "not" {
        isNegated = true
        words.removeFirst()
      }
      let text = words.joined(separator: " ").lowercased()
      guard
        let known = MapRelation.allCases.first(where: {
          [$0.word, "\($0.word)match", $0.rawValue.lowercased()].contains(text)
        })
      else {
        throw fault(
          row, relation, "'\(row.values[relation])' is not a relation",
          "write exact, close, broad, narrow or related, or nothing")
      }
      claim = .relation(known)
    }
    let share = confidence.flatMap { Double(row.values[$0]) }
    return (claim, isNegated, share.flatMap { (0...1).contains($0) ? $0 : nil })
  }

  private func fault(
    _ row: Table.Row, _ column: Int, _ message: String, _ help: String
  ) -> InvalidInput {
    InvalidInput([
      Finding("invalid-value", .error, at: row.location(of: column), message, help: help)
    ])
  }
}
