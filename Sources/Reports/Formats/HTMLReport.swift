import Classifications
import Diagnostics
import Rendering

/// Writes a report as one HTML file: nothing is loaded, no script runs, and it prints as it is.
public enum HTMLReport {
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
      let style = HTMLStyle.sheet
      lines += [
        "<!DOCTYPE html>", "<html lang=\"\(document.language.rawValue)\">", "<head>",
        "<meta charset=\"utf-8\">",
        // Only the style below, known by its digest; everything else is refused.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-\(HTMLStyle.digest)'; base-uri 'none'; form-action 'none'\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"generator\" content=\"\(escaped(document.generator.text))\">",
        "<meta name=\"puente-report\" content=\"\(escaped(document.kind))\">",
        "<title>\(escaped(document.title.text))</title>",
        "<style>\(style)</style>", "</head>", "<body>", "<header>",
        "<h1>\(escaped(document.title.text))</h1>",
      ]
      if let subtitle = document.subtitle {
        lines.append("<p class=\"subtitle\">\(html(subtitle))</p>")
      }
      let head = [
        KeyValue(wording.say(\.common.day), .text(wording.day(document.day))),
        KeyValue(wording.say(\.common.generator), .text([document.generator])),
      ]
      facts(document.facts + head)
      lines.append("</header>")
      contents(document)
      lines.append("<main>")
      for section in document.sections { write(section, level: 2) }
      lines.append("</main>")
      if !document.sources.isEmpty { sources(document) }
      if !document.records.isEmpty { records(document) }
      lines += ["</body>", "</html>"]
    }

    mutating func contents(_ document: Document) {
      guard document.sections.count > 2 else { return }
      let name = escaped(wording.say(\.common.contents))
      lines.append("<nav aria-label=\"\(name)\">")
      lines.append("<ol>")
      for section in document.sections {
        lines.append(
          "<li><a href=\"#\(escaped(section.id))\">\(escaped(section.title.text))</a></li>")
      }
      lines += ["</ol>", "</nav>"]
    }

    mutating func write(_ section: Section, level: Int) {
      let heading = min(level, 6)
      lines.append("<section id=\"\(escaped(section.id))\">")
      lines.append("<h\(heading)>\(html(section.title))</h\(heading)>")
      for block in section.blocks { write(block) }
      for inner in section.sections { write(inner, level: level + 1) }
      lines.append("</section>")
    }

    mutating func write(_ block: Block) {
      switch block {
      case .paragraph(let text): lines.append("<p>\(html(text))</p>")
      case .list(let items, let isOrdered):
        let name = isOrdered ? "ol" : "ul"
        lines.append("<\(name)>")
        for item in items { lines.append("<li>\(html(item))</li>") }
        lines.append("</\(name)>")
      case .facts(let values): facts(values)
      case .table(let value): table(value)
      case .chart(let value): chart(value)
      case .note(let text, let tone):
        let label = tone == .bad ? wording.say(\.common.warning) : wording.say(\.common.notice)
        lines.append(
          "<p class=\"note \(tone.rawValue)\"><strong>\(escaped(label)):</strong> \(html(text))</p>"
        )
      }
    }

    mutating func facts(_ facts: [KeyValue]) {
      guard !facts.isEmpty else { return }
      lines.append("<dl>")
      for fact in facts {
        lines.append(
          "<div><dt>\(html(fact.label))</dt><dd>\(html(fact.value))\(marks(fact.cites))</dd></div>")
      }
      lines.append("</dl>")
    }

    mutating func table(_ table: ReportTable, id: String? = nil) {
      let cited = table.hasRowCites
      // The region can be reached and scrolled with the keyboard where the table is wider than the window.
      lines.append(
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(table.caption.text))\">"
      )
      lines.append("<table id=\"\(escaped(id ?? "table-\(table.id)"))\">")
      lines.append("<caption>\(html(table.caption))\(marks(table.cites))</caption>")
      let titles = table.columns.map { column in
        "<th scope=\"col\"\(column.isNumeric ? " class=\"number\"" : "")>\(html(column.title))</th>"
      }
      let source = cited ? "<th scope=\"col\">\(escaped(wording.say(\.common.source)))</th>" : ""
      lines.append("<thead><tr>\(titles.joined())\(source)</tr></thead>")
      lines.append("<tbody>")
      for row in table.rows {
        var cells = ""
        for (index, cell) in row.cells.enumerated() {
          let name = index == 0 ? "th scope=\"row\"" : "td"
          let isRight = cell.isQuantity || table.columns[index].isNumeric
          let end = index == 0 ? "th" : "td"
          cells += "<\(name)\(isRight ? " class=\"number\"" : "")>\(html(cell))</\(end)>"
        }
        if cited { cells += "<td>\(numbers(row.cites))</td>" }
        lines.append("<tr>\(cells)</tr>")
      }
      if table.rows.isEmpty {
        lines.append(
          "<tr><td colspan=\"\(table.columns.count)\">\(escaped(wording.say(\.common.noRows)))</td></tr>"
        )
      }
      lines += ["</tbody>", "</table>", "</div>"]
    }

    mutating func chart(_ chart: Chart) {
      lines.append("<figure>")
      lines.append("<figcaption>\(html(chart.title))\(marks(chart.cites))</figcaption>")
      lines.append(SVG.text(chart, wording))
      lines.append("<p>\(html(chart.summary))</p>")
      lines.append("</figure>")
    }

    mutating func sources(_ document: Document) {
      lines.append("<section id=\"sources\">")
      lines.append("<h2>\(escaped(wording.say(\.common.sources)))</h2>")
      lines.append("<ol class=\"sources\">")
      for (index, source) in document.sources.enumerated() {
        let asOf = source.asOf.text.isEmpty ? wording.say(\.common.undated) : source.asOf.text
        var text = html(source.title)
        if !source.address.text.isEmpty {
          text += ". <span class=\"address\">\(html(source.address))</span>"
        }
        text += ". \(escaped(wording.say(\.common.asOf))): \(escaped(asOf))"
        text +=
          "; \(escaped(wording.say(\.common.confidence).lowercased())): \(escaped(wording.confidence(source.confidence)))."
        if !source.note.text.isEmpty { text += " \(html(source.note))" }
        lines.append("<li id=\"source-\(index + 1)\">\(text)</li>")
      }
      lines += ["</ol>", "</section>"]
    }

    mutating func records(_ document: Document) {
      lines.append("<section id=\"records\">")
      lines.append("<h2>\(escaped(wording.say(\.common.records)))</h2>")
      lines.append("<p>\(escaped(wording.say(\.common.recordsUse)))</p>")
      table(document.recordTable)
      lines.append("</section>")
    }

    func html(_ paragraph: Paragraph) -> String {
      paragraph.phrases.map(html).joined() + marks(paragraph.cites)
    }

    func html(_ phrase: Phrase) -> String {
      guard let language = phrase.language, language != wording.language else {
        return escaped(phrase.text)
      }
      return "<span lang=\"\(language.rawValue)\">\(escaped(phrase.text))</span>"
    }

    func html(_ cell: Cell) -> String {
      switch cell {
      case .text(let phrases): phrases.map(html).joined()
      case .code(let code): "<code>\(escaped(code.text))</code>"
      case .day(let day): "<time>\(day.description)</time>"
      case .state(let words, let tone): state(words, tone)
      case .unknown, .suppressed:
        "<span class=\"unknown\">\(escaped(wording.text(cell)))</span>"
      default: escaped(wording.text(cell))
      }
    }

    func state(_ words: Phrase, _ tone: Tone) -> String {
      let sign = tone.sign.isEmpty ? "" : "<span aria-hidden=\"true\">\(tone.sign)</span>\u{A0}"
      return "<span class=\"state \(tone.rawValue)\">\(sign)\(html(words))</span>"
    }

    func marks(_ cites: [Int]) -> String { cites.isEmpty ? "" : " \(numbers(cites))" }

    func numbers(_ cites: [Int]) -> String {
      Wording.ranges(cites).map { range in
        let text = wording.marks(Array(range))
        return "<a class=\"cite\" href=\"#source-\(range.lowerBound)\">\(text)</a>"
      }.joined()
    }
  }
}
