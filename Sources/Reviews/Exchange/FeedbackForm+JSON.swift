import FoundationEssentials

/// A form as JSON.
struct FormJSON: Codable {
  struct Row: Codable {
    /// The columns by their names, those to fill in among them.
    var form: [String: String]
    /// The history of the pair.
    var events: [EventJSON]
  }

  static let format = "puente-review-form-1"

  var format: String
  var rows: [Row]
}

extension FeedbackForm {
  /// The form as JSON, for programs.
  ///
  /// - Returns: The text in UTF-8.
  /// - Throws: Nothing but an error of the system in getting memory.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let form = FormJSON(
      format: FormJSON.format,
      rows: rows.map { row in
        var columns: [String: String] = [:]
        for column in FormColumn.table { columns[column.rawValue] = row.fields[column] ?? "" }
        return FormJSON.Row(form: columns, events: row.events.map(EventJSON.init))
      })
    return Array(try encoder.encode(form)) + [UInt8(ascii: "\n")]
  }
}
