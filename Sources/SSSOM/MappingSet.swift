/// A set of mappings and what is said of it, as SSSOM 1.1 defines it.
///
/// ```swift
/// let (set, findings) = try SSSOMReader.read(path: "noc-sinco.sssom.tsv")
/// for mapping in set.mappings {
///   print(mapping[.subjectID], mapping.value(of: .objectSource))
/// }
/// ```
///
/// A set does not change; use ``MappingSetBuilder`` to make one.
public struct MappingSet: Sendable {
  let table: MappingTable

  init(_ table: MappingTable) { self.table = table }

  /// What is said of the set.
  public var metadata: SetMetadata { table.metadata }

  /// The columns of the mappings in the order of the file.
  public var columns: [Column] { table.columns }

  /// The mappings in the order of the file.
  public var mappings: Mappings { Mappings(table: table) }

  /// The mappings of a set.
  public struct Mappings: RandomAccessCollection, Sendable {
    let table: MappingTable

    /// The position of the first mapping.
    public var startIndex: Int { 0 }

    /// The position after the last mapping.
    public var endIndex: Int { table.rowCount }

    /// The mapping at a position.
    public subscript(index: Int) -> MappingRecord {
      precondition(indices.contains(index), "no such mapping")
      return MappingRecord(table: table, index: index)
    }
  }
}
