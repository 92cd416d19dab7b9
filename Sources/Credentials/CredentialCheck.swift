public import Classifications
public import Diagnostics
public import FactTables

/// Checks the tables of the credentials: values, references, steps and their order, dates.
public struct CredentialCheck {
  private let tables: FactTables

  /// Takes tables as they were read.
  public init(_ tables: FactTables) { self.tables = tables }

  /// Everything that makes the tables unusable, table by table.
  public func faults() -> [Finding] {
    var findings = tables.findings
    for definition in tables.definitions {
      for row in tables[definition.name] {
        findings += FactTables.valueFaults(of: row)
        findings += orderFaults(of: row)
      }
      findings += tables.referenceFaults(of: definition)
    }
    return findings + StepCheck(tables).findings() + overlaps() + wordingFaults()
  }

  /// Translations of what no row says, or says no longer.
  private func wordingFaults() -> [Finding] {
    var rows: [String: [String: FactRow]] = [:]
    return tables["wordings"].compactMap { wording in
      let name = wording["of_table"]
      // A table that is not there is told once.
      guard name != "vocabulary", tables.names.contains(name) else { return nil }
      if rows[name] == nil {
        rows[name] = Dictionary(
          tables[name].map { ($0["id"], $0) }, uniquingKeysWith: { first, _ in first })
      }
      guard let row = rows[name]?[wording["of_row"]] else {
        return Finding(
          "unknown-reference", .error, at: wording.location(of: "of_row"),
          "'\(name)' has no row '\(wording["of_row"])'", help: "correct the name, or delete the row"
        )
      }
      let text = row[wording["of_column"]]
      guard text != wording["text_en"] else { return nil }
      return Finding(
        "changed-original", .error, at: wording.location(of: "text_en"),
        "'\(wording["of_column"])' of '\(wording["of_row"])' is now '\(text)'",
        help: "translate it again")
    }
  }

  /// What has to be looked at again: facts that are old, undated, or of general knowledge, and codes that
  /// do not exist.
  ///
  /// - Parameters:
  ///   - day: The day up to which age is counted.
  ///   - exists: Whether a code is in its classification; `nil` if there is no such classification.
  /// - Returns: What was found, table by table.
  public func doubts(
    on day: CalendarDate, exists: (OccupationCode) throws -> Bool?
  ) rethrows -> [Finding] {
    var findings: [Finding] = []
    for name in ["occupation_codes", "profession_codes"] {
      for row in tables[name] { findings += try codeFault(row, exists) }
    }
    for definition in tables.definitions {
      findings += tables[definition.name].flatMap { ageFindings(of: $0, on: day) }
    }
    return findings
  }

  private static let ordered = [
    ("fee_min", "fee_max"), ("duration_min", "duration_max"), ("months_min", "months_max"),
  ]

  private func orderFaults(of row: FactRow) -> [Finding] {
    var findings: [Finding] = []
    for (low, high) in Self.ordered {
      guard let first = Double(row[low]), let last = Double(row[high]), last < first else {
        continue
      }
      findings.append(
        Finding(
          "reversed-range", .error, at: row.location(of: high),
          "'\(high)' \(row[high]) is below '\(low)' \(row[low])", help: "correct one of the two"))
    }
    if let from = UncertainDay(row["valid_from"])?.earliest,
      let to = UncertainDay(row["valid_to"])?.latest, to < from
    {
      findings.append(
        Finding(
          "reversed-dates", .error, at: row.location(of: "valid_to"),
          "'valid_to' \(row["valid_to"]) is before 'valid_from' \(row["valid_from"])",
          help: "correct one of the two"))
    }
    if !row["fee_min"].isEmpty, row["currency"].isEmpty {
      findings.append(
        Finding(
          "missing-value", .error, at: row.location(of: "currency"),
          "the fee of \(row["fee_min"]) has no currency", help: "write CAD, MXN or USD"))
    }
    if !row["duration_min"].isEmpty || !row["duration_max"].isEmpty, row["duration_unit"].isEmpty {
      findings.append(
        Finding(
          "missing-value", .error, at: row.location(of: "duration_unit"),
          "the duration has no unit", help: "write days, business_days, weeks or months"))
    }
    return findings
  }

  /// Rules for the same occupation and place that hold on the same day for certain.
  private func overlaps() -> [Finding] {
    let rules = tables["regulations"]
    let byPlace = Dictionary(grouping: rules.indices) { index in
      "\(rules[index]["occupation_id"])\0\(rules[index]["jurisdiction"])"
    }
    var findings: [Finding] = []
    for (number, row) in rules.enumerated() {
      let key = "\(row["occupation_id"])\0\(row["jurisdiction"])"
      for other in byPlace[key] ?? [] where other < number {
        guard let day = Self.commonDay(FactSource(row), FactSource(rules[other])) else { continue }
        findings.append(
          Finding(
            "overlapping-validity", .error, at: row.location(of: "valid_from"),
            "'\(row["id"])' and '\(rules[other]["id"])' both hold\(day.isEmpty ? "" : " on \(day)")",
            help: "end the one on the day before the other begins"))
      }
    }
    return findings
  }

  /// A day on which both hold for certain, empty if every day is one; `nil` if there is none.
  private static func commonDay(_ left: FactSource, _ right: FactSource) -> String? {
    func bounds(_ source: FactSource) -> (first: CalendarDate?, last: CalendarDate?)? {
      if let from = source.validFrom, from.latest == nil { return nil }
      if let to = source.validTo, to.earliest == nil { return nil }
      return (source.validFrom?.latest, source.validTo?.earliest)
    }
    guard let one = bounds(left), let two = bounds(right) else { return nil }
    let first = [one.first, two.first].compactMap { $0 }.max()
    let last = [one.last, two.last].compactMap { $0 }.min()
    if let first, let last, first > last { return nil }
    return (first ?? last)?.description ?? ""
  }

  private func codeFault(
    _ row: FactRow, _ exists: (OccupationCode) throws -> Bool?
  ) rethrows -> [Finding] {
    guard let id = ClassificationID(rawValue: row["classification"]),
      let isThere = try exists(OccupationCode(id, row["code"]))
    else {
      return [
        Finding(
          "unknown-classification", .error, at: row.location(of: "classification"),
          "there is no classification '\(row["classification"])'",
          help: "'puente tables' lists those there are")
      ]
    }
    guard !isThere else { return [] }
    return [
      Finding(
        "unknown-code", .error, at: row.location(of: "code"),
        "\(id) has no code '\(row["code"])'", help: "correct it, or name another classification")
    ]
  }

  private func ageFindings(of row: FactRow, on day: CalendarDate) -> [Finding] {
    let source = FactSource(row)
    let marks = source.marks(on: day)
    let place = row.location(of: "as_of")
    if marks.contains(.generalKnowledge) {
      return [
        Finding(
          "general-knowledge", .warning, at: row.location(of: "source"),
          "no document states this fact", help: "look it up, and name the page and its day")
      ]
    }
    if let latest = source.asOf?.latest {
      let isFee = !row["fee_min"].isEmpty
      let limit = isFee ? 180 : 365
      let age = latest.days(until: day)
      guard age > limit else { return [] }
      return [
        Finding(
          "stale-fact", .warning, at: place,
          "\(isFee ? "a fee" : "a fact") of \(row["as_of"]) is \(age) days old, more than \(limit)",
          help: "look it up again and write the day")
      ]
    }
    // Treaties do not change by the day.
    guard row.definition.name != "professions" else { return [] }
    return [
      Finding(
        "undated-fact", .warning, at: place, "the fact has no date, so it may be out of date",
        help: "look it up again and write the day as 2026-11-24")
    ]
  }
}
