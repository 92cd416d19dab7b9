public import Classifications
import Diagnostics
import Tabular

/// Titles that people coded, to measure against.
public struct TitleGold: Sendable {
  /// A title and its right groups.
  public struct Row: Hashable, Sendable {
    /// The title, as somebody wrote it.
    public let title: String
    /// The right codes; any of them counts.
    public let codes: [String]
    /// The language, if the file says it.
    public let language: Language?
    /// What else is known, such as the industry; empty if nothing is.
    public let context: String

    /// Creates a row.
    public init(title: String, codes: [String], language: Language?, context: String = "") {
      self.title = title
      self.codes = codes
      self.language = language
      self.context = context
    }
  }

  /// The rows.
  public let rows: [Row]

  /// Creates a gold set of rows.
  public init(rows: [Row]) { self.rows = rows }

  /// Reads a table with the columns `title`, `code` (several with `;` between), and if need be `language`
  /// (`en`, `es` or `fr`) and `context`.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - codes: The code table of the classification the codes are of. Every code has to be in it, at
  ///     any level.
  /// - Throws: `FileError`, or `InvalidInput` with every fault.
  public init(path: String, codes: CodeTable) throws {
    let schema = TableSchema(columns: [
      .required("title"), .required("code"), .optional("language"), .optional("context"),
    ])
    let table = try Table.load(path: path, schema: schema)
    var rows: [Row] = []
    var faults: [Finding] = []
    for row in table.rows {
      let own = row["code"].split(separator: ";").map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      for code in own where !codes.contains(code) {
        faults.append(
          Finding(
            "unknown-code", .error, at: row.location(of: "code"),
            "\(codes.classification.name) has no code '\(code)'",
            help: "name the classification of the codes with '--to'"))
      }
      let language = row["language"].lowercased()
      if !language.isEmpty, Language(rawValue: language) == nil {
        faults.append(
          Finding(
            "invalid-value", .error, at: row.location(of: "language"),
            "'\(language)' is not a language",
            help: "use en, es or fr, or leave it empty"))
      }
      guard !own.isEmpty else { continue }
      rows.append(
        Row(
          title: row["title"], codes: own, language: Language(rawValue: language),
          context: row["context"]))
    }
    if faults.containsErrors { throw InvalidInput(faults) }
    self.rows = rows
  }
}
