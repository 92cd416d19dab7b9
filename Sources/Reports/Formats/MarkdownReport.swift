import Classifications
import Rendering

/// Writes a report in Markdown, in GitHub's form of it.
public enum MarkdownReport {
  /// The text of a report.
  public static func text(_ document: Document) -> String {
    var writer = Writer(wording: Wording(document.language))
    writer.write(document)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private struct Writer {
    let wording: Wording
    var lines: [String] = []

    mutating func write(_ document: Document) {
      lines.append("# \(quoted(document.title.text))")
      if let subtitle = document.subtitle { paragraph(quoted(subtitle.text)) }
      let head = [
        KeyValue(wording.say(\.common.day), .text(wording.day(document.day))),
        KeyValue(wording.say(\.common.generator), .text([document.generator])),
      ]
      facts(document.facts + head)
      for section in document.sections { write(section, level: 2) }
      if !document.sources.isEmpty {
        paragraph("## \(quoted(wording.say(\.common.sources)))")
        table(document.sourceTable, showsCaption: false)
      }
      if !document.records.isEmpty {
        paragraph("## \(quoted(wording.say(\.common.records)))")
        paragraph(quoted(wording.say(\.common.recordsUse)))
        table(document.recordTable, showsCaption: false)
      }
    }

    mutating func write(_ section: Section, level: Int) {
      paragraph("\(String(repeating: "#", count: min(level, 6))) \(quoted(section.title.text))")
      for block in section.blocks { write(block) }
      for inner in section.sections { write(inner, level: level + 1) }
    }

    mutating func write(_ block: Block) {
      switch block {
      case .paragraph(let text): paragraph(line(text))
      case .list(let items, let isOrdered):
        lines.append("")
        for (index, item) in items.enumerated() {
          lines.append("\(isOrdered ? "\(index + 1)." : "-") \(line(item))")
        }
      case .facts(let values): facts(values)
      case .table(let value): table(value)
      case .chart(let chart):
        paragraph("**\(quoted(chart.title.text))**\(marks(chart.cites))")
        paragraph(quoted(chart.summary.text))
        table(chart.table(wording), showsCaption: false)
      case .note(let text, let tone):
        let label = tone == .bad ? wording.say(\.common.warning) : wording.say(\.common.notice)
        paragraph("> **\(label):** \(line(text))")
      }
    }

    mutating func paragraph(_ text: String) { lines += ["", text] }

    mutating func facts(_ facts: [KeyValue]) {
      guard !facts.isEmpty else { return }
      lines.append("")
      for fact in facts {
        let value = quoted(wording.text(fact.value))
        lines.append("- **\(quoted(fact.label.text)):** \(value)\(marks(fact.cites))")
      }
    }

    mutating func table(_ table: ReportTable, showsCaption: Bool = true) {
      if showsCaption { paragraph("**\(quoted(table.caption.text))**\(marks(table.cites))") }
      guard !table.rows.isEmpty else {
        paragraph(quoted(wording.say(\.common.noRows)))
        return
      }
      let titles = table.columns.map(\.title.text)
      let cited = table.hasRowCites
      lines.append("")
      lines.append(row((titles + (cited ? [wording.say(\.common.source)] : [])).map(quoted)))
      let rule = table.columns.map { $0.isNumeric ? "---:" : "---" } + (cited ? ["---"] : [])
      lines.append(row(rule))
      for entry in table.rows {
        let cells = entry.cells.map { quoted(wording.text($0)) }
        lines.append(row(cells + (cited ? [numbers(entry.cites)] : [])))
      }
    }

    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

    func line(_ paragraph: Paragraph) -> String {
      quoted(paragraph.phrases.map(\.text).joined()) + marks(paragraph.cites)
    }

    func marks(_ cites: [Int]) -> String { cites.isEmpty ? "" : " \(numbers(cites))" }

    func numbers(_ cites: [Int]) -> String { quoted(wording.marks(cites)) }

    /// A text that Markdown shows as it is, also at the beginning of a line.
    func quoted(_ text: String) -> String {
      // In one line already, so that only what marks up has to be escaped.
      var result = markdownText(text).replacing("&", with: "\\&").replacing("$", with: "\\$")
      result = result.replacing("@", with: "&#64;").replacing("://", with: "&#58;//")
      result = result.replacing("www.", with: "www&#46;")
      if let first = result.first, "-+=".contains(first) { return "\\" + result }
      let digits = result.prefix(while: \.isNumber)
      let rest = result.dropFirst(digits.count)
      if !digits.isEmpty, let next = rest.first, ".)".contains(next),
        rest.dropFirst().first.map({ $0 == " " }) ?? true
      {
        return digits + "\\" + rest
      }
      return result
    }
  }
}
