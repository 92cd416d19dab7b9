import FactTables

/// A figure that a report gives.
public struct Indicator: Hashable, Sendable {
  /// A name for the figure, such as `IND-02`.
  public let id: String
  /// The group.
  public let group: String
  /// What is counted.
  public let name: String
  /// The figure, with the digits as they were written down; the lower one of a range.
  public let value: String
  /// The upper figure of a range.
  public let maximum: String?
  /// What the figure counts.
  public let unit: String
  /// How the figure is meant: `exact`, `about`, `more_than`, `at_least`, `up_to` or `goal`.
  public let bound: String
  /// The words that qualify it.
  public let qualifier: String?
  /// The time it is for.
  public let period: String?
  /// What has to be known to use it.
  public let note: String?
  /// Where it is from.
  public let provenance: Provenance

  init(_ row: FactRow) {
    id = row["id"]
    group = row["group_id"]
    name = row["indicator"]
    value = row["value"]
    maximum = row.text("value_max")
    unit = row["unit"]
    bound = row["bound"]
    qualifier = row.text("qualifier")
    period = row.text("period")
    note = row.text("note")
    provenance = Provenance(row)
  }

  /// The figure for people, with what bounds it: `351,869 workers`, `more than 25,000 workers`.
  public var words: String {
    if unit == "rank" { return "rank \(value)" }
    let number = maximum.map { "\(grouped(value)) to \(grouped($0))" } ?? grouped(value)
    let prefix =
      switch bound {
      case "about": "about "
      case "more_than": "more than "
      case "at_least": "at least "
      case "up_to": "up to "
      case "goal": "goal: "
      default: ""
      }
    return "\(prefix)\(number) \(unit)"
  }
}

/// A figure with all that has to stand beside it where it is cited.
public struct IndicatorCitation: Hashable, Sendable {
  /// The figure.
  public let indicator: Indicator
  /// The report it is from.
  public let report: AnnualReport

  /// Where it stands: `Canada-Mexico Partnership 2017 Annual Report (English), line 754`.
  public var place: String {
    "\(report.title) (\(report.edition)), \(indicator.provenance.lines.words)"
  }

  /// The figure with its name, time, qualifier and place, in one line.
  public var words: String {
    var text = "\(indicator.name): \(indicator.words)"
    if let period = indicator.period { text += ", \(period)" }
    if let note = indicator.note { text += "; \(note)" }
    return "\(text) [\(place)]"
  }
}

/// Digits with commas between the thousands, as the report writes them.
private func grouped(_ number: String) -> String {
  let parts = number.split(separator: ".", maxSplits: 1)
  guard let whole = parts.first, whole.count > 3 else { return number }
  var text = ""
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return parts.count == 2 ? "\(text).\(parts[1])" : text
}
