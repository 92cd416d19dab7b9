import Diagnostics
import Tabular

/// Collects the faults and repairs of one file.
struct ImportLog {
  private(set) var repairs: [Finding] = []
  private(set) var faults: [Finding] = []

  mutating func add(_ findings: [Finding]) {
    for finding in findings {
      if finding.severity == .error { faults.append(finding) } else { repairs.append(finding) }
    }
  }

  mutating func repaired(
    _ rule: String, at location: SourceLocation?, _ message: String, to value: String
  ) {
    repairs.append(Finding(rule, .note, at: location, message, suggestions: [value]))
  }

  /// A title as its cell has it, without blanks at its ends, leftovers of a web page and line breaks, of which
  /// the last two are noted.
  mutating func title(_ row: Table.Row, _ column: Int) -> String {
    let printed = row.values[column]
    let (title, hadMarkup) = cleaned(printed)
    if hadMarkup {
      repaired(
        "markup", at: row.location(of: column), "markup was taken off '\(printed)'", to: title)
    } else if title.contains(" "), hasInnerLineBreak(printed) {
      repaired(
        "line-break", at: row.location(of: column), "the title is broken into lines", to: title)
    }
    return title
  }

  /// Whether there is a line break between the words of a text.
  private func hasInnerLineBreak(_ text: String) -> Bool {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count {
      !$0.allSatisfy(\.isWhitespace)
    } > 1
  }

  mutating func failed(
    _ rule: String, at location: SourceLocation?, _ message: String, help: String,
    suggestions: [String] = []
  ) {
    faults.append(
      Finding(rule, .error, at: location, message, help: help, suggestions: suggestions)
    )
  }

  /// What was recognised in the header of a file.
  ///
  /// - Throws: ``InvalidInput`` if a column could not be told; where the file cannot be read well enough
  ///   to have a header, with those faults instead.
  func header<Columns>(
    of table: Table, _ recognise: () throws(ColumnError) -> Columns
  ) throws(InvalidInput) -> Columns {
    do {
      return try recognise()
    } catch {
      guard !table.columns.isEmpty || faults.isEmpty else { throw InvalidInput(faults) }
      let place = SourceLocation(file: table.name, line: 1, column: 1)
      let unknown = Finding(
        "unknown-column", .error, at: place, error.description, help: error.advice)
      throw InvalidInput([unknown] + faults.sortedByLocation())
    }
  }

  /// The content, if nothing is wrong with it: an import is all or nothing.
  func finish<Content>(_ content: Content) throws(InvalidInput) -> Import<Content> {
    guard faults.isEmpty else { throw InvalidInput(faults.sortedByLocation()) }
    return Import(content: content, log: repairs.sortedByLocation())
  }
}

/// Takes blanks at both ends and markup left over from a web page off a text.
///
/// - Returns: The clean text and whether anything but the ends' blanks was taken off.
func cleaned(_ text: String) -> (text: String, hadMarkup: Bool) {
  var result = text[...]
  func trim() {
    result = result.drop(while: \.isWhitespace)
    while result.last?.isWhitespace == true { result.removeLast() }
  }
  trim()
  var hadMarkup = false
  if let tag = result.firstIndex(of: "<"),
    result[tag...].dropFirst().first.map({ $0 == "/" || $0.isLetter }) == true
  {
    result = result[..<tag]
    hadMarkup = true
    trim()
    while result.last == "." { result.removeLast() }
  }
  let words = result.split(omittingEmptySubsequences: true) { $0.isWhitespace }
  return (words.joined(separator: " "), hadMarkup)
}
