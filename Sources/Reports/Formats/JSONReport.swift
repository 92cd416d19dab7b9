import Classifications
import Diagnostics
import Rendering

/// Writes a report as JSON, for programs: raw values, days in the form of ISO 8601, `null` for what is unknown.
public enum JSONReport {
  /// The version of this form, which is raised when a field changes its meaning.
  public static let version = 1

  /// The text of a report.
  ///
  /// - Throws: `EncodingError` where a number is not finite.
  public static func text(_ document: Document) throws -> String {
    try jsonText(
      JSONValue.object([
        "format": .string("puente-report"),
        "format_version": .int(version),
        "kind": .string(document.kind),
        "language": .string(document.language.rawValue),
        "title": .string(document.title.text),
        "subtitle": .text(document.subtitle?.text),
        "on": .string(document.day.description),
        "generator": .string(document.generator.text),
        "facts": .array(document.facts.map(fact)),
        "sections": .array(document.sections.map(section)),
        "sources": .array(document.sources.enumerated().map { source($1, number: $0 + 1) }),
        "records": .array(document.records.map(record)),
      ]))
  }

  private static func section(_ section: Section) -> JSONValue {
    .object([
      "id": .string(section.id), "title": .string(section.title.text),
      "blocks": .array(section.blocks.map(block)),
      "sections": .array(section.sections.map(self.section)),
    ])
  }

  private static func block(_ block: Block) -> JSONValue {
    switch block {
    case .paragraph(let text): object("paragraph", paragraph(text))
    case .list(let items, let isOrdered):
      object(
        "list",
        [
          "ordered": .bool(isOrdered), "items": .array(items.map { .object(paragraph($0)) }),
        ])
    case .facts(let facts): object("facts", ["facts": .array(facts.map(fact))])
    case .table(let table): object("table", self.table(table))
    case .chart(let chart): object("chart", self.chart(chart))
    case .note(let text, let tone):
      object("note", paragraph(text).merging(["tone": .string(tone.rawValue)]) { $1 })
    }
  }

  private static func object(_ type: String, _ fields: [String: JSONValue]) -> JSONValue {
    .object(fields.merging(["type": .string(type)]) { $1 })
  }

  private static func paragraph(_ paragraph: Paragraph) -> [String: JSONValue] {
    [
      "text": .string(paragraph.phrases.map(\.text).joined()),
      "cites": cites(paragraph.cites),
    ]
  }

  private static func cites(_ cites: [Int]) -> JSONValue { .array(cites.map { .int($0) }) }

  private static func fact(_ fact: KeyValue) -> JSONValue {
    .object([
      "label": .string(fact.label.text), "value": cell(fact.value), "cites": cites(fact.cites),
    ])
  }

  private static func table(_ table: ReportTable) -> [String: JSONValue] {
    [
      "id": .string(table.id), "caption": .string(table.caption.text),
      "columns": .texts(table.columns.map(\.title.text)), "cites": cites(table.cites),
      "rows": .array(
        table.rows.map { row in
          .object(["cells": .array(row.cells.map(cell)), "cites": cites(row.cites)])
        }),
    ]
  }

  /// A cell as its value; what is withheld is an object, so that nobody takes it for unknown.
  static func cell(_ cell: Cell) -> JSONValue {
    switch cell {
    case .text(let phrases): .string(phrases.map(\.text).joined())
    case .code(let code): .string(code.text)
    case .count(let count): .int(count)
    case .number(let number, _): .double(number)
    case .share(let share): .double(share)
    case .money(let amount, let currency):
      .object(["amount": .double(amount), "currency": .string(currency.text)])
    case .day(let day): .string(day.description)
    case .state(let words, let tone):
      .object(["state": .string(words.text), "tone": .string(tone.rawValue)])
    case .unknown: .null
    case .suppressed: .object(["suppressed": .bool(true)])
    case .blank: .string("")
    }
  }

  private static func chart(_ chart: Chart) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [
      "id": .string(chart.id), "title": .string(chart.title.text),
      "summary": .string(chart.summary.text), "cites": cites(chart.cites),
    ]
    switch chart.content {
    case .timeline(let timeline):
      fields["chart"] = .string("timeline")
      fields["unit"] = .string(timeline.unit.text)
      fields["items"] = .array(
        timeline.items.map { item in
          .object([
            "label": .string(item.label.text), "start": .double(item.start),
            "end": number(item.end), "latest_end": number(item.latestEnd ?? item.end),
            "tone": .string(item.tone.rawValue),
          ])
        })
    case .bars(let bars):
      fields["chart"] = .string("bars")
      fields["unit"] = .string(bars.unit.text)
      fields["series"] = .texts(bars.series.map(\.name.text))
      fields["bars"] = .array(
        bars.bars.map { bar in
          .object([
            "label": .string(bar.label.text), "values": .array(bar.values.map { .double($0) }),
          ])
        })
    case .graph(let graph):
      fields["chart"] = .string("graph")
      fields["nodes"] = .array(
        graph.nodes.map { node in
          .object([
            "id": .string(node.id.text), "label": .string(node.label.text),
            "layer": .int(node.layer), "tone": .string(node.tone.rawValue),
          ])
        })
      fields["edges"] = .array(
        graph.edges.map { edge in
          .object([
            "from": .int(edge.from), "to": .int(edge.to), "label": .string(edge.label.text),
            "weight": .double(edge.weight),
          ])
        })
    }
    return fields
  }

  private static func number(_ number: Double?) -> JSONValue { number.map { .double($0) } ?? .null }

  private static func source(_ source: ReportSource, number: Int) -> JSONValue {
    .object([
      "number": .int(number), "title": .string(source.title.text),
      "address": .string(source.address.text),
      "as_of": source.asOf.text.isEmpty ? .null : .string(source.asOf.text),
      "confidence": .string(source.confidence.rawValue), "note": .string(source.note.text),
    ])
  }

  private static func record(_ record: CitedRecord) -> JSONValue {
    .object([
      "kind": .string(record.kind.rawValue), "place": .string(record.place.text),
      "statement": .string(record.statement.text), "hash": .string(record.hash.text),
    ])
  }
}
