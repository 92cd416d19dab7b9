import Diagnostics
import FoundationEssentials
import Ledgers
import SSSOM
import Spreadsheets
import Tabular

/// Reads forms in any of the formats that are written; the bytes tell which it is.
public enum FormReader {
  /// The largest file that is read, in bytes.
  public static let mostBytes = 1 << 30

  /// Reads a form.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - name: The name of the file for places.
  /// - Returns: The form.
  /// - Throws: `InvalidInput` with every fault, `SpreadsheetError` if a workbook cannot be read.
  public static func read(_ bytes: [UInt8], name: String) throws -> ReturnedForm {
    let start = bytes.first { !" \t\r\n".utf8.contains($0) }
    let rows: [FormRow]
    if bytes.starts(with: "PK".utf8) {
      rows = try workbook(bytes, name)
    } else if start == UInt8(ascii: "{") {
      rows = try json(bytes, name)
    } else if start == UInt8(ascii: "#") {
      rows = try mappingSet(bytes, name)
    } else {
      rows = try table(bytes, name)
    }
    return ReturnedForm(name: name, rows: rows)
  }

  // MARK: Formats

  private static func table(_ bytes: [UInt8], _ name: String) throws -> [FormRow] {
    var options = CSVOptions()
    // What spreadsheets write under the name of CSV, whatever the language of the system.
    options.encoding = .detected
    options.maximumFieldLength = 16 << 20
    options.maximumRecordLength = 32 << 20
    let table = try Table.load(bytes: bytes, name: name, options: options)
    let columns = try columns(table.columns, name)
    var findings: [Finding] = []
    let rows = table.rows.compactMap { row in
      var fields: [FormColumn: String] = [:]
      var places: [FormColumn: Int] = [:]
      for (column, index) in columns where index < row.values.count {
        fields[column] = unguarded(row.values[index])
        places[column] = row.location(of: index).column
      }
      return self.row(
        fields, history: fields[.events] ?? "",
        SourceLocation(file: name, line: row.line, column: 1), places, &findings)
    }
    return try withoutErrors(rows, findings)
  }

  private static func workbook(_ bytes: [UInt8], _ name: String) throws -> [FormRow] {
    let sheets = try WorkbookReader.read(bytes, name: name)
    guard
      let sheet = sheets.first(where: { $0.name.lowercased() == FeedbackForm.formSheet })
        ?? sheets.first,
      let header = sheet.rows.first
    else { throw SpreadsheetError(file: name, problem: "it has no sheet with a form") }
    let columns = try columns(header.texts, name)
    let histories = histories(sheets)
    var findings: [Finding] = []
    let rows = sheet.rows.dropFirst().compactMap { row in
      var fields: [FormColumn: String] = [:]
      for (column, index) in columns where index < row.texts.count {
        fields[column] = row.texts[index]
      }
      if let date = fields[.date] {
        fields[.date] = day(ofSerial: date, from1904: sheet.countsFrom1904)
      }
      return self.row(
        fields, history: histories[fields[.link] ?? ""] ?? "",
        SourceLocation(file: name, line: row.number, column: 1), columns.mapValues { $0 + 1 },
        &findings)
    }
    return try withoutErrors(Array(rows), findings)
  }

  /// The histories on their sheet, put together from their parts.
  private static func histories(_ sheets: [ReadSheet]) -> [String: String] {
    let sheet = sheets.first { $0.name.lowercased() == FeedbackForm.historySheet }
    var parts: [String: [(Int, String)]] = [:]
    for row in sheet?.rows.dropFirst() ?? [] where row.texts.count >= 3 {
      let number = Int(row.texts[1]) ?? Double(row.texts[1]).flatMap { Int(exactly: $0) } ?? 0
      parts[row.texts[0], default: []].append((number, row.texts[2]))
    }
    return parts.mapValues { $0.sorted { $0.0 < $1.0 }.map(\.1).joined() }
  }

  private static func mappingSet(_ bytes: [UInt8], _ name: String) throws -> [FormRow] {
    let (set, found) = SSSOMReader.read(bytes: bytes, name: name)
    if found.containsErrors { throw InvalidInput(found) }
    let names = set.columns.map { $0.name.hasPrefix("ext_") ? String($0.name.dropFirst(4)) : "" }
    let columns = try columns(names, name)
    var findings: [Finding] = []
    let rows = set.mappings.compactMap { mapping in
      var fields: [FormColumn: String] = [
        .noc: mapping[.subjectID], .sinco: mapping[.objectID],
      ]
      var places: [FormColumn: Int] = [:]
      for (column, index) in columns {
        fields[column] = mapping[column: index]
        places[column] = mapping.location(ofColumn: index)?.column
      }
      if fields[.decision] == FeedbackForm.undecided { fields[.decision] = "" }
      return self.row(
        fields, history: fields[.events] ?? "",
        SourceLocation(file: name, line: mapping.line, column: 1), places, &findings)
    }
    return try withoutErrors(rows, findings)
  }

  private static func json(_ bytes: [UInt8], _ name: String) throws -> [FormRow] {
    let beginning = SourceLocation(file: name, line: 1, column: 1)
    let form: FormJSON
    do {
      form = try JSONDecoder().decode(FormJSON.self, from: Data(bytes))
    } catch {
      throw InvalidInput([
        Finding(
          "not-a-form", .error, at: beginning, "the file is not a form in JSON, or it is damaged")
      ])
    }
    guard form.format == FormJSON.format else {
      throw InvalidInput([
        Finding(
          "not-a-form", .error, at: beginning, "the format is not '\(FormJSON.format)'")
      ])
    }
    var findings: [Finding] = []
    let rows = form.rows.enumerated().compactMap { index, row -> FormRow? in
      var fields: [FormColumn: String] = [:]
      for (key, value) in row.form { FormColumn(rawValue: key).map { fields[$0] = value } }
      // JSON has no lines that a person would count; the number of the row stands for them.
      let place = SourceLocation(file: name, line: index + 1, column: 1)
      do throws(EventFault) {
        var events: [Event] = []
        for event in row.events { events.append(try event.event()) }
        return FormRow(fields: fields, events: events, location: place, places: [:])
      } catch {
        findings.append(Finding("malformed-history", .error, at: place, "\(error)"))
        return nil
      }
    }
    return try withoutErrors(rows, findings)
  }

  // MARK: Parts

  /// Where the columns are; those that have to be there are.
  private static func columns(_ header: [String], _ name: String) throws -> [FormColumn: Int] {
    var columns: [FormColumn: Int] = [:]
    for (index, title) in header.enumerated() {
      let key = title.lowercased().filter { !$0.isWhitespace }
      if let column = FormColumn(rawValue: key), columns[column] == nil { columns[column] = index }
    }
    let missing = [FormColumn.link, .side, .base].filter { columns[$0] == nil }
    guard missing.isEmpty else {
      throw InvalidInput([
        Finding(
          "not-a-form", .error, at: SourceLocation(file: name, line: 1, column: 1),
          "there is no column \(missing.map { "'\($0.rawValue)'" }.joined(separator: ", "))",
          help: "import a file that 'puente review export' wrote, with all its columns")
      ])
    }
    return columns
  }

  private static func row(
    _ fields: [FormColumn: String], history: String, _ location: SourceLocation,
    _ places: [FormColumn: Int], _ findings: inout [Finding]
  ) -> FormRow? {
    // A blank row is what spreadsheets leave at the end.
    guard fields.values.contains(where: { !trimmed($0).isEmpty }) else { return nil }
    var clean = fields.mapValues(trimmed)
    clean[.events] = nil
    do throws(EventFault) {
      let events = history.isEmpty ? [] : try EventJSON.events(history)
      return FormRow(fields: clean, events: events, location: location, places: places)
    } catch {
      let place = SourceLocation(
        file: location.file, line: location.line, column: places[.events] ?? 1)
      findings.append(
        Finding(
          "malformed-history", .error, at: place, "\(error)",
          help: "ask for the file again, or import it in the format of Excel or JSON"))
      return nil
    }
  }

  private static func withoutErrors(_ rows: [FormRow], _ findings: [Finding]) throws -> [FormRow] {
    if !findings.isEmpty { throw InvalidInput(findings) }
    return rows
  }

  private static func trimmed(_ text: String) -> String {
    // Spreadsheets write CRLF into cells; events have LF alone.
    var text = text.replacing("\r\n", with: "\n")[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// A text without the apostrophe that guards against formulas.
  private static func unguarded(_ text: String) -> String {
    guard text.first == "'", let second = text.dropFirst().first, "=+-@＝＋－＠\t\n\r".contains(second)
    else { return text }
    return String(text.dropFirst())
  }

  /// The day of a serial number, in which spreadsheets keep days; other texts as they are.
  static func day(ofSerial text: String, from1904: Bool) -> String {
    guard let number = Double(text), number >= 1, number < 100_000 else { return text }
    // Excel's day 0 is 1899-12-30 from March 1900 on, because it has a 29 February 1900.
    let days = Int(number) + (from1904 ? -24_107 : -25_569)
    return CalendarDate(daysSince1970: days)?.description ?? text
  }
}
