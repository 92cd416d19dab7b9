/// Makes a mapping set mapping by mapping.
///
/// ```swift
/// var builder = MappingSetBuilder(columns: [
///   Column(.subjectID), Column(.predicateID), Column(.objectID), Column(.mappingJustification),
/// ])
/// builder.metadata[.license] = "https://creativecommons.org/licenses/by/4.0/"
/// builder.append(["a:1", "skos:exactMatch", "b:1", "semapv:ManualMappingCuration"])
/// let text = builder.build().canonicalTSV()
/// ```
public struct MappingSetBuilder: Sendable {
  /// What is said of the set.
  public var metadata = SetMetadata()

  /// The columns.
  public let columns: [Column]

  private var cells: [UInt32] = []
  private var pool = StringPool()

  /// Begins a set without mappings.
  ///
  /// - Parameter columns: The columns, each once.
  public init(columns: [Column]) { self.columns = columns }

  /// Adds a mapping.
  ///
  /// - Parameter fields: As many texts as there are columns; several values of a field stand in the
  ///   notation of ``MultiValue``.
  public mutating func append(_ fields: [String]) {
    precondition(fields.count == columns.count, "\(fields.count) fields for \(columns.count)")
    for field in fields { cells.append(pool.intern(field)) }
  }

  /// Adds a mapping by its slots; those without a column must not have a value.
  public mutating func append(_ values: [Slot: String]) {
    let known = Set(columns.compactMap(\.slot))
    precondition(values.allSatisfy { $0.value.isEmpty || known.contains($0.key) }, "no such column")
    append(columns.map { column in column.slot.flatMap { values[$0] } ?? "" })
  }

  /// The set.
  public func build() -> MappingSet {
    MappingSet(MappingTable(columns: columns, cells: cells, pool: pool, metadata: metadata))
  }
}
