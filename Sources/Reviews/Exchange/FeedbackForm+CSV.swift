import Tabular

extension FeedbackForm {
  /// The form as CSV for spreadsheets, the history of each pair in its last column.
  ///
  /// It begins with a byte-order mark, and texts that a spreadsheet could take for a formula have an
  /// apostrophe before them, which ``FormReader`` takes off again.
  ///
  /// - Returns: The text in UTF-8.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(
      style: CSVWriter.Style(lineEnding: .crlf, guardsFormulas: true, startsWithByteOrderMark: true)
    )
    writer.write(FormColumn.allCases.map(\.rawValue))
    for row in rows {
      writer.write(
        FormColumn.table.map { row.fields[$0] ?? "" } + [EventJSON.text(row.events)])
    }
    return writer.bytes
  }
}
