import Classifications
import Diagnostics
import Reports

/// A small report that has everything in it, every text of it being one that is given.
func sample(_ language: Language, text: String = "Texto 1") -> Document {
  var sources = SourceList()
  let source = sources.cite(
    ReportSource(
      title: Phrase(text), address: text, asOf: text, confidence: .generalKnowledge, note: text))
  let table = ReportTable(
    "table", caption: text,
    columns: [.init(text), .init(text), .init(text, isNumeric: true), .init(text)],
    rows: [
      .init([.text(text), .code(text), .count(1_234_567), .state(Phrase(text), .bad)]),
      .init([.text([Phrase(text, in: .fr)]), .unknown, .suppressed, .blank], cites: [source]),
      .init([
        .text(text), .day(day(2017, 10, 20)), .share(0.456),
        .money(1200.5, currency: Phrase(text)),
      ]),
    ], cites: [source])
  let bars = Bars(
    unit: text, subject: text, series: [.init(text, tone: .good), .init(text, tone: .caution)],
    bars: [.init(Phrase(text), [3, 4]), .init(Phrase(text), [0, 2.5])])
  let timeline = Timeline(
    unit: text,
    items: [
      .init(Phrase(text), start: 0, end: 2, latestEnd: 3), .init(Phrase(text), start: 2, end: nil),
    ])
  let graph = Graph(
    nodes: [
      .init(text, label: Phrase(text), layer: 0), .init(text, label: Phrase(text), layer: 1),
    ],
    edges: [.init(from: 0, to: 1, label: text, weight: 0.5)])
  func chart(_ id: String, _ content: Chart.Content) -> Block {
    .chart(Chart(id, title: text, summary: text, content: content, cites: [source]))
  }
  return Document(
    kind: "sample", language: language, title: text, subtitle: Phrase(text), day: onDay,
    generator: "puente 0", facts: [KeyValue(text, .text(text), cites: [source])],
    sections: [
      Section(
        "one", title: text,
        [
          .text(text, cites: [source]), .list([Paragraph(text)], isOrdered: true),
          .facts([KeyValue(text, .unknown)]), .note(Paragraph(text), .bad), .table(table),
        ],
        sections: [
          Section(
            "inner", title: text,
            [
              chart("bars", .bars(bars)), chart("timeline", .timeline(timeline)),
              chart("graph", .graph(graph)),
            ])
        ])
    ], sources: sources.sources,
    records: [
      CitedRecord(.mapping, place: text, statement: text, hash: "0A442FB005783031")
    ])
}

/// The day that the reports of tests are of.
let onDay = day(2026, 11, 28)

/// A day that the calendar has.
func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  guard let date = CalendarDate(year: year, month: month, day: day) else {
    preconditionFailure("no such day")
  }
  return date
}
