import Classifications
import Diagnostics
public import PDF

/// Writes a report as a PDF of pages in A4.
public enum PDFReport {
  /// The bytes of a report.
  ///
  /// - Parameters:
  ///   - document: The report.
  ///   - fonts: The fonts that it is set in.
  ///   - readFile: Reads the file of a font.
  /// - Returns: The bytes, which depend on the report and the fonts alone.
  /// - Throws: `PDFError`, and what `readFile` throws.
  public static func bytes(
    _ document: Document, fonts: PDFFonts, readFile: (String) throws -> [UInt8]
  ) throws -> [UInt8] {
    let writer = try PDFWriter(
      .init(
        title: document.title.text, creator: document.generator.text,
        day: (document.day.year, document.day.month, document.day.day)),
      fonts: fonts, width: PDFPage.width, height: PDFPage.height, readFile: readFile)
    var layout = PDFPage(
      writer: writer, wording: Wording(document.language), isBrief: document.isBrief)
    try layout.write(document)
    return try writer.finish(comments: document.records.map(\.line))
  }
}

extension CitedRecord {
  /// The record as a line that programs find in a PDF.
  var line: String { "puente-record \(kind.rawValue) \(hash.text) \(place.text) \(statement.text)" }
}

/// Lays a report out on pages, from the top down.
struct PDFPage {
  static let width = 595.28
  static let height = 841.89
  static let margin = 50.0
  static let inner = width - 2 * margin
  static let bottom = height - 56

  let writer: PDFWriter
  let wording: Wording
  /// Whether it is set closer.
  let isBrief: Bool
  var top = margin

  mutating func write(_ document: Document) throws {
    if isBrief { top = 36 }
    try writer.addPage()
    try write(document.title.text, size: isBrief ? 15 : 20, weight: .bold, after: 2)
    if let subtitle = document.subtitle { try write(subtitle.text, size: 12, after: 4) }
    top += 4
    let head = [
      KeyValue(wording.say(\.common.day), .text(wording.day(document.day))),
      KeyValue(wording.say(\.common.generator), .text([document.generator])),
    ]
    try facts(document.facts + head)
    for section in document.sections { try write(section, level: 0) }
    try ends(document)
    try foot(document)
  }

  /// The sources and the records.
  private mutating func ends(_ document: Document) throws {
    if !document.sources.isEmpty {
      try heading(wording.say(\.common.sources), level: 0)
      for (index, source) in document.sources.enumerated() {
        let asOf = source.asOf.text.isEmpty ? wording.say(\.common.undated) : source.asOf.text
        var text = source.title.text
        if !source.address.text.isEmpty { text += ". \(source.address.text)" }
        text += ". \(wording.say(\.common.asOf)): \(asOf)"
        text +=
          "; \(wording.say(\.common.confidence).lowercased()): \(wording.confidence(source.confidence))."
        if !source.note.text.isEmpty { text += " \(source.note.text)" }
        try point("[\(index + 1)]", text, size: isBrief ? 7 : 8.5, indent: 26)
      }
    }
    if !document.records.isEmpty, !document.isBrief {
      try heading(wording.say(\.common.records), level: 0)
      try write(wording.say(\.common.recordsUse), after: 4)
      try table(document.recordTable, size: 7, showsCaption: false)
    }
  }

  /// Numbers the pages, now that their count is known.
  private func foot(_ document: Document) throws {
    let count = writer.pageCount
    for index in 0..<count {
      writer.go(toPage: index)
      let text = wording.say(\.common.page, wording.count(index + 1), wording.count(count))
      let x = Self.width - Self.margin - writer.width(text, size: 8)
      try writer.write(text, x: x, baseline: Self.height - 30, size: 8, color: .gray)
      let room = Self.inner - writer.width(text, size: 8) - 20
      let title = lines("\(document.title.text) · \(document.day)", width: room, size: 8, most: 1)
      try writer.write(
        title[0], x: Self.margin, baseline: Self.height - 30, size: 8, color: .gray)
    }
  }

  mutating func write(_ section: Section, level: Int) throws {
    try heading(section.title.text, level: level)
    for block in section.blocks { try write(block) }
    for inner in section.sections { try write(inner, level: level + 1) }
  }

  private mutating func heading(_ title: String, level: Int) throws {
    let size = isBrief ? 11.0 : level == 0 ? 14.0 : 11.5
    // With some lines of what it is above.
    try make(room: size + 70)
    top += isBrief ? 3 : level == 0 ? 14 : 9
    try writer.outline(title, level: min(level, 3), top: top - 6)
    try write(title, size: size, weight: .bold, color: .heading, after: 4)
  }

  private mutating func write(_ block: Block) throws {
    switch block {
    case .paragraph(let text): try write(line(text), after: 6)
    case .list(let items, let isOrdered):
      for (index, item) in items.enumerated() {
        try point(isOrdered ? "\(index + 1)." : "•", line(item), indent: 18)
      }
      top += 4
    case .facts(let values): try facts(values)
    case .table(let value): try table(value, size: isBrief ? 7 : 8)
    case .chart(let value): try chart(value)
    case .note(let text, let tone): try note(text, tone)
    }
  }

  /// Begins a page where there is not as much room left.
  mutating func make(room: Double) throws {
    guard top + room > Self.bottom, top > Self.margin else { return }
    try writer.addPage()
    top = Self.margin
  }

  func line(_ paragraph: Paragraph) -> String {
    paragraph.phrases.map(\.text).joined() + marks(paragraph.cites)
  }

  func marks(_ cites: [Int]) -> String {
    cites.isEmpty ? "" : " \(wording.marks(cites))"
  }

  func lines(
    _ text: String, width: Double, size: Double, weight: PDFWriter.Weight = .regular,
    most: Int = .max
  ) -> [String] {
    TextMeasure.wrapped(text, width: width, most: most) {
      writer.width($0, size: size, weight: weight)
    }
  }

  /// Writes a paragraph.
  mutating func write(
    _ text: String, size: Double = 9.5, weight: PDFWriter.Weight = .regular, indent: Double = 0,
    color: PDFWriter.Color = .black, after: Double = 0
  ) throws {
    let lines = lines(text, width: Self.inner - indent, size: size, weight: weight)
    for line in lines {
      try make(room: size * 1.35)
      try writer.write(
        line, x: Self.margin + indent, baseline: top + size, size: size, weight: weight,
        color: color)
      top += size * 1.35
    }
    top += after
  }

  private mutating func point(
    _ mark: String, _ text: String, size: Double = 9.5, indent: Double
  ) throws {
    try make(room: size * 1.35)
    try writer.write(mark, x: Self.margin + 4, baseline: top + size, size: size)
    try write(text, size: size, indent: indent, after: isBrief ? 1 : 2)
  }

  private mutating func facts(_ facts: [KeyValue]) throws {
    let left = 150.0
    for fact in facts {
      let label = lines(fact.label.text, width: left - 10, size: 9.5)
      let value = lines(
        wording.text(fact.value) + marks(fact.cites), width: Self.inner - left, size: 9.5,
        weight: .bold)
      for index in 0..<max(label.count, value.count) {
        try make(room: 13)
        if index < label.count {
          try writer.write(
            label[index], x: Self.margin, baseline: top + 9.5, size: 9.5, color: .gray)
        }
        if index < value.count {
          try writer.write(
            value[index], x: Self.margin + left, baseline: top + 9.5, size: 9.5, weight: .bold)
        }
        top += 13
      }
      top += 1.5
    }
    top += 6
  }

  private mutating func note(_ paragraph: Paragraph, _ tone: Tone) throws {
    let label = tone == .bad ? wording.say(\.common.warning) : wording.say(\.common.notice)
    let lines = lines("\(label): \(line(paragraph))", width: Self.inner - 20, size: 9.5)
    try make(room: min(Double(lines.count) * 13 + 10, 200))
    for (index, text) in lines.enumerated() {
      try make(room: 13)
      let edge = index == 0 ? 3.0 : 0
      try writer.rectangle(
        x: Self.margin, top: top - edge, width: Self.inner, height: 13.2 + edge, fill: .pale)
      try writer.rectangle(
        x: Self.margin, top: top - edge, width: 3, height: 13.2 + edge,
        fill: PDFWriter.Color(tone == .neutral ? .text : Drawing.Ink(tone)))
      try writer.write(text, x: Self.margin + 12, baseline: top + 9.5, size: 9.5)
      top += 13
    }
    top += 8
  }

  private mutating func chart(_ chart: Chart) throws {
    let drawing = Drawing(chart, wording)
    // Also a chart that is longer than a page has to fit on one.
    let scale = min(
      (isBrief ? 0.85 : 1) * Self.inner / Drawing.width,
      (Self.bottom - Self.margin - 60) / max(1, drawing.height))
    try make(room: drawing.height * scale + 46)
    try write(chart.title.text + marks(chart.cites), weight: .bold, after: 3)
    for shape in drawing.shapes { try draw(shape, scale: scale) }
    top += drawing.height * scale + 4
    try write(chart.summary.text, size: 8.5, color: .gray, after: isBrief ? 3 : 10)
  }

  private func draw(_ shape: Drawing.Shape, scale: Double) throws {
    func x(_ value: Double) -> Double { Self.margin + value * scale }
    func y(_ value: Double) -> Double { top + value * scale }
    switch shape {
    case .rectangle(let left, let upper, let width, let height, let fill, let stroke, let isDashed):
      try writer.rectangle(
        x: x(left), top: y(upper), width: width * scale, height: height * scale,
        fill: .init(fill), stroke: stroke.map { .init($0) }, isDashed: isDashed)
    case .line(let x1, let y1, let x2, let y2, let ink, let width):
      try writer.line(
        x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2), color: .init(ink), width: width * scale)
    case .text(let text, let left, let baseline, let size, let anchor, let isBold):
      let weight: PDFWriter.Weight = isBold ? .bold : .regular
      let width = writer.width(text, size: size * scale, weight: weight)
      let shift =
        switch anchor {
        case .start: 0.0
        case .middle: width / 2
        case .end: width
        }
      try writer.write(
        text, x: x(left) - shift, baseline: y(baseline), size: size * scale, weight: weight)
    }
  }
}

extension PDFWriter.Color {
  static let gray = Self(red: 0x55, green: 0x55, blue: 0x55)
  static let heading = Self(red: 0x1D, green: 0x4F, blue: 0x76)
  static let pale = Self(red: 0xF1, green: 0xF5, blue: 0xF8)
  static let head = Self(red: 0xE8, green: 0xEE, blue: 0xF3)
  static let rule = Self(red: 0xCF, green: 0xD6, blue: 0xDC)

  init(_ ink: Drawing.Ink) {
    self.init(red: ink.rgb.red, green: ink.rgb.green, blue: ink.rgb.blue)
  }
}
