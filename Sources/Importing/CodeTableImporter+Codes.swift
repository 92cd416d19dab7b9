import Classifications
import Diagnostics
import Tabular

// MARK: - Codes, levels and parents of a row

extension CodeTableImporter {
  /// The level of a row: as its column says, by number or by name, else as the form of its code says.
  func level(
    of row: Table.Row, _ code: String, _ columns: Columns, _ log: inout ImportLog
  ) -> Int? {
    for column in [columns.level, columns.levelName] {
      guard let column else { continue }
      let text = row.values[column]
      if let number = Int(text) {
        if classification.levels.contains(where: { $0.number == number }) { return number }
      } else {
        let folded = foldedTitle(text)
        func levels(where isSame: (String) -> Bool) -> [Classification.Level] {
          classification.levels.filter { level in
            [level.nameEN, level.nameES, level.nameFR].map(foldedTitle).contains {
              !$0.isEmpty && isSame($0)
            }
          }
        }
        let exact = levels { $0 == folded }
        let named = exact.isEmpty ? levels { firstWord($0) == firstWord(folded) } : exact
        if named.count == 1 { return named[0].number }
      }
      log.failed(
        "unknown-level", at: row.location(of: column),
        "'\(text)' is not a level of \(classification.name)",
        help:
          "levels.csv has \(classification.levels.map { "\($0.number) \($0.nameEN)" }.joined(separator: ", "))"
      )
      return nil
    }
    // A code of the form of several levels, as in SOC, is of the highest: broader codes end in zeros.
    let fitting = forms.filter { $0.value.matches(code) }.keys.sorted()
    if let level = fitting.first { return level }
    log.failed(
      "code-form", at: row.location(of: columns.code),
      "'\(code)' is not of the form of any level of \(classification.name)",
      help: "the forms are in levels.csv"
    )
    return nil
  }

  private func firstWord(_ text: String) -> Substring { text.prefix { $0 != " " } }

  /// A code as its level writes it; leading zeros that a spreadsheet dropped are put back.
  func code(
    _ printed: String, level: Int, _ place: SourceLocation, _ log: inout ImportLog
  ) -> String? {
    guard let form = forms[level], !form.matches(printed) else { return printed }
    if printed.allSatisfy({ $0.isASCII && $0.isNumber }), !options.cutsPadding {
      for zeros in 1...5 {
        let code = String(repeating: "0", count: zeros) + printed
        guard form.matches(code) else { continue }
        log.repaired(
          "lost-zeros", at: place, "'\(printed)' has lost leading zeros: it is of level \(level)",
          to: code)
        return code
      }
    }
    if options.cutsPadding {
      var code = printed
      while code.last == "0", code.count > 1 {
        code.removeLast()
        guard form.matches(code) else { continue }
        log.repaired(
          "padded-aggregate", at: place, "'\(printed)' is padded: it is of level \(level)", to: code
        )
        return code
      }
    }
    log.failed(
      "code-form", at: place, "'\(printed)' is not of the form '\(form.pattern)' of level \(level)",
      help: "correct the code or the level"
    )
    return nil
  }

  /// The group above a code where the file does not name it: the last one of the level above whose code
  /// the code continues, or whose range it lies in; else the last one of the level above.
  func parent(of code: String, _ level: Int, _ earlier: [ClassificationItem]) -> String? {
    let above = earlier.filter { $0.level == level - 1 }
    let match = above.last { candidate in
      if code.hasPrefix(candidate.code) { return true }
      let bounds = candidate.code.split(separator: "-")
      guard bounds.count == 2, bounds[0].count == bounds[1].count else { return false }
      let start = code.prefix(bounds[0].count)
      return bounds[0] <= start && start <= bounds[1]
    }
    return (match ?? above.last)?.code
  }
}
