import Diagnostics
import Tabular

/// Reads the table of mappings behind the metadata.
struct MappingsReader {
  private var columns: [Column] = []
  private var cells: [UInt32] = []
  private var lines: [UInt32] = []
  private var pool = StringPool()
  private var headerLine = 0
  private let source: SourceText
  /// How many fields may still be filled up in rows that are too short: without a limit, a wide
  /// header over many short rows would take any memory.
  private var paddingLeft = 1_000_000

  init(_ source: SourceText) { self.source = source }

  /// Reads from an offset on, at which a line begins.
  mutating func read(
    from offset: Int,
    line: Int,
    maximumFindings: Int,
    findings: inout FindingList
  ) {
    var options = CSVOptions()
    options.delimiter = .tab
    options.maximumFindings = maximumFindings
    var reader = CSVReader(
      bytes: source.bytes, name: source.name, from: offset, line: line, options: options
    )
    var ragged: [(line: Int, count: Int, isKept: Bool)] = []
    do {
      let faults = try reader.read { record in
        if columns.isEmpty {
          headerLine = record.line
          columns = record.fields.map { Column(name: $0) }
          cells.reserveCapacity(source.bytes.count / 8)
          return
        }
        if record.fieldCount != columns.count {
          paddingLeft -= max(columns.count - record.fieldCount, 0)
          ragged.append((record.line, record.fieldCount, paddingLeft >= 0))
          if paddingLeft < 0 { return }
        }
        lines.append(UInt32(record.line))
        for field in 0..<columns.count {
          cells.append(record.withUTF8(field) { pool.intern($0) })
        }
      }
      for fault in faults { findings.add(fault) }
    } catch {
      findings.add(Finding("unreadable-input", .error, "\(error)"))
    }
    for (line, count, isKept) in ragged {
      let isLong = count > columns.count
      let field = isLong ? columns.count : max(count - 1, 0)
      findings.add(
        .raggedRow, at: findings.isFull ? nil : source.location(line: line, field: field),
        "\(count) field\(count == 1 ? "" : "s"), where the header has \(columns.count)"
          + (isLong ? "; what is from here on is not used" : "")
          + (isKept ? "" : "; the row is not kept")
      )
    }
  }

  /// The table with the metadata that belong to it.
  consuming func table(_ metadata: SetMetadata) -> MappingTable {
    var seen: Set<Slot> = []
    for index in columns.indices {
      guard let slot = columns[index].slot else { continue }
      if !seen.insert(slot).inserted { columns[index].slot = nil }
    }
    return MappingTable(
      columns: columns, cells: cells, lines: lines, headerLine: headerLine, pool: pool,
      source: source, metadata: metadata
    )
  }
}
