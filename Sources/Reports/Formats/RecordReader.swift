import FoundationEssentials
import Spreadsheets

/// Finds the records that a report cites in its file, whatever its format.
public enum RecordReader {
  /// The records of a report, in its order; none where the file is no report or cites none.
  ///
  /// - Parameters:
  ///   - bytes: The file, in any format that reports have.
  ///   - name: Its name, for errors.
  /// - Returns: The records, each once.
  /// - Throws: `SpreadsheetError` where a workbook is damaged.
  public static func records(in bytes: [UInt8], name: String) throws -> [CitedRecord] {
    let found: [CitedRecord]
    if bytes.starts(with: "PK".utf8) {
      let rows = try WorkbookReader.read(bytes, name: name).flatMap(\.rows)
      found = rows.compactMap { record($0.texts) }
    } else if bytes.starts(with: "%PDF".utf8) {
      found = lines(bytes).compactMap(ofPDF)
    } else {
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasPrefix("{") {
        found = ofJSON(bytes)
      } else if text.hasPrefix("<!DOCTYPE html>") {
        found = lines(bytes).compactMap(ofHTML)
      } else {
        found = lines(bytes).compactMap { ofMarkdown($0) ?? ofCSV($0) }
      }
    }
    var known: Set<CitedRecord> = []
    return found.filter { known.insert($0).inserted }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    // Cited records are short; a PDF has long stretches of other bytes.
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).filter { $0.count < 2_000 }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A record of its four texts, if they are one.
  private static func record(_ texts: [String]) -> CitedRecord? {
    guard texts.count == 4, let kind = CitedRecord.Kind(rawValue: texts[0]), !texts[1].isEmpty,
      [16, 64].contains(texts[3].utf8.count), texts[3].allSatisfy(\.isHexDigit)
    else { return nil }
    return CitedRecord(kind, place: texts[1], statement: texts[2], hash: texts[3])
  }

  private static func ofPDF(_ line: String) -> CitedRecord? {
    let parts = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 5, parts[0] == "%puente-record" else { return nil }
    return record([parts[1], parts[3], parts[4], parts[2]])
  }

  private static func ofHTML(_ line: String) -> CitedRecord? {
    guard line.hasPrefix("<tr><th scope=\"row\"><code>") else { return nil }
    let cells = line.replacing("</th>", with: "</td>").components(separatedBy: "</td>").dropLast()
    return record(cells.map(plain))
  }

  /// The text of a cell of HTML that Puente wrote: tags out, entities resolved.
  private static func plain(_ cell: String) -> String {
    var text = ""
    var isTag = false
    for character in cell {
      switch character {
      case "<": isTag = true
      case ">": isTag = false
      default: if !isTag { text.append(character) }
      }
    }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
    return text
  }

  private static func ofMarkdown(_ line: String) -> CitedRecord? {
    guard line.hasPrefix("| ") else { return nil }
    let cells = line.dropFirst(2).dropLast(2).replacing("\\|", with: "\u{1}")
      .components(separatedBy: " | ")
    return record(
      cells.map { cell in
        cell.replacing("\u{1}", with: "|").replacing("\\", with: "").replacing("&#64;", with: "@")
          .replacing("&#58;", with: ":").replacing("&#46;", with: ".")
      })
  }

  private static func ofCSV(_ line: String) -> CitedRecord? {
    record(line.components(separatedBy: ",").map { $0.trimmingQuotes })
  }

  private static func ofJSON(_ bytes: [UInt8]) -> [CitedRecord] {
    struct Report: Decodable {
      struct Record: Decodable {
        let kind: String
        let place: String
        let statement: String
        let hash: String
      }
      let records: [Record]
    }
    let report = try? JSONDecoder().decode(Report.self, from: Data(bytes))
    return (report?.records ?? []).compactMap {
      record([$0.kind, $0.place, $0.statement, $0.hash])
    }
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    hasPrefix("\"") && hasSuffix("\"") && utf8.count > 1 ? String(dropFirst().dropLast()) : self
  }
}

extension StringProtocol {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }
}
