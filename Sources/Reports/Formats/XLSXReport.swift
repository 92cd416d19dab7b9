import Classifications
public import Spreadsheets

/// Lays the tables of a report out as the sheets of a workbook.
public enum XLSXReport {
  /// The title of the workbook, of which its properties hold 255 characters.
  public static func title(_ document: Document) -> String {
    cut(document.title.text, to: 255)
  }

  /// The sheets: one about the report, then one for each table.
  public static func sheets(_ document: Document) -> [Sheet] {
    let wording = Wording(document.language)
    var names = SheetNames()
    var sheets = [about(document, wording, &names)]
    for table in document.tables {
      let grid = TableGrid(table, wording)
      let columns = grid.titles.indices.map { index in
        let weight = table.columns.indices.contains(index) ? table.columns[index].weight : 0.8
        let isNumeric = table.columns.indices.contains(index) && table.columns[index].isNumeric
        return Sheet.Column(
          cut(grid.titles[index]), width: min(60, max(10, weight * 14)), isNumeric: isNumeric)
      }
      sheets.append(
        Sheet(
          names.name(for: table.caption.text), columns: columns,
          rows: grid.rows.map { $0.map { cut($0.text) } }, isLocked: false))
    }
    return sheets
  }

  private static func about(
    _ document: Document, _ wording: Wording, _ names: inout SheetNames
  ) -> Sheet {
    var rows: [[String]] = []
    if let subtitle = document.subtitle { rows.append([subtitle.text, "", ""]) }
    func add(_ fact: KeyValue) {
      rows.append([
        fact.label.text, wording.text(fact.value), wording.marks(fact.cites),
      ])
    }
    func add(_ paragraph: Paragraph) {
      let text = paragraph.phrases.map(\.text).joined()
      rows.append(["", text, wording.marks(paragraph.cites)])
    }
    func add(_ section: Section) {
      rows.append([section.title.text, "", ""])
      for block in section.blocks {
        switch block {
        case .paragraph(let text), .note(let text, _): add(text)
        case .list(let items, _): items.forEach(add)
        case .facts(let facts): facts.forEach(add)
        case .table(let table): rows.append(["", "→ \(table.caption.text)", ""])
        case .chart(let chart): rows.append(["", "→ \(chart.title.text)", ""])
        }
      }
      section.sections.forEach(add)
    }
    document.facts.forEach(add)
    add(KeyValue(wording.say(\.common.day), .day(document.day)))
    add(KeyValue(wording.say(\.common.generator), .text([document.generator])))
    document.sections.forEach(add)
    return Sheet(
      names.name(for: document.title.text),
      columns: [
        .init(cut(document.title.text), width: 34), .init("", width: 90),
        .init(wording.say(\.common.source), width: 12),
      ], rows: rows.map { $0.map { cut($0) } }, isLocked: false)
  }

  /// As much of a text as a cell can hold.
  private static func cut(_ text: String, to length: Int = Sheet.longestText) -> String {
    guard text.utf16.count > length else { return text }
    var result = ""
    var room = length - 1
    for character in text {
      room -= character.utf16.count
      if room < 0 { break }
      result.append(character)
    }
    return result + "…"
  }
}

/// Names of sheets: at most 31 characters, none twice, none that the format forbids.
private struct SheetNames {
  private var taken: Set<String> = []

  mutating func name(for title: String) -> String {
    var plain = String(title.map { "[]:*?/\\".contains($0) ? " " : $0 })
    while plain.hasPrefix("'") { plain.removeFirst() }
    let base = plain.isEmpty ? "-" : plain
    for number in 1... {
      let end = number == 1 ? "" : " (\(number))"
      let name = Self.prefix(base, 31 - end.utf16.count) + end
      // Excel tells names apart without regard to case.
      if taken.insert(name.lowercased()).inserted { return name }
    }
    return base
  }

  private static func prefix(_ text: String, _ length: Int) -> String {
    var result = ""
    for character in text where result.utf16.count + character.utf16.count <= length {
      result.append(character)
    }
    while result.hasSuffix("'") || result.hasSuffix(" ") { result.removeLast() }
    return result
  }
}
