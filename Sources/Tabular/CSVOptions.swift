/// How CSV text is read.
public struct CSVOptions: Hashable, Sendable {
  /// What separates the fields of a record.
  public enum Delimiter: Hashable, Sendable {
    /// A comma.
    case comma
    /// A semicolon, as spreadsheets write where the comma is the decimal sign.
    case semicolon
    /// A tab.
    case tab
    /// The one of the three that occurs most often in the first record, outside quotes.
    ///
    /// If two are equally frequent, a name ending in `.tsv` or `.tab` decides for the tab, and
    /// otherwise the comma goes before the tab before the semicolon. A comma if there is none.
    case detected
  }

  /// How the bytes stand for characters.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8, with or without a byte-order mark.
    case utf8
    /// Windows-1252, the encoding of older Western spreadsheets.
    case windows1252
    /// UTF-8 if the whole input is UTF-8, and Windows-1252 otherwise.
    ///
    /// Takes the whole input into memory, as no byte can be judged before all have been seen.
    case detected
  }

  /// What separates the fields of a record.
  public var delimiter = Delimiter.detected

  /// How the bytes stand for characters.
  public var encoding = Encoding.utf8

  /// The longest field that is accepted, in bytes.
  public var maximumFieldLength = 131_072

  /// The longest record that is accepted, in bytes as they stand in the input.
  ///
  /// It bounds the memory that reading takes.
  public var maximumRecordLength = 1_048_576

  /// The number of findings after which reading stops with a last finding, `too-many-errors`.
  public var maximumFindings = 100

  /// Creates the default options: strict UTF-8, and a delimiter that is detected.
  public init() {}
}
