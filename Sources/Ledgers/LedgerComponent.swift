public import Storage

/// What a module brings to the ledger: its tables, the state it keeps of its streams, its first events.
public struct LedgerComponent {
  /// The tables.
  public let schema: SchemaComponent
  /// What is kept of the streams of one kind; `nil` if nothing is.
  public let projection: (any Projection)?
  /// Records the events that every ledger begins with.
  public let seed: (Ledger) throws -> Void

  /// Creates a component.
  ///
  /// - Parameters:
  ///   - schema: The tables.
  ///   - projection: What is kept of the streams of one kind.
  ///   - seed: Records the events that every ledger begins with; the same ones each time.
  public init(
    schema: SchemaComponent, projection: (any Projection)? = nil,
    seed: @escaping (Ledger) throws -> Void = { _ in }
  ) {
    self.schema = schema
    self.projection = projection
    self.seed = seed
  }
}

/// The current state of the streams of one kind, one row a stream, so that lists need not read events.
///
/// A row follows from the events of its stream alone. It is written in the transaction that records an event,
/// and `verify` makes each anew and compares.
public protocol Projection: Sendable {
  /// The kind of the streams: what stands before the slash of their names.
  var streamKind: String { get }

  /// The table, which has a column `stream`, its primary key, and the columns named.
  var table: String { get }

  /// The other columns.
  var columns: [String] { get }

  /// A number that grows when the rule changes; rows of an earlier one are made anew.
  var version: Int { get }

  /// The values of the columns for a stream.
  ///
  /// - Parameters:
  ///   - stream: The name of the stream.
  ///   - events: All its events, in canonical order.
  /// - Returns: As many values as there are columns; `nil` if nothing is to be kept.
  func row(of stream: String, events: [Event]) -> [SQLValue]?
}
