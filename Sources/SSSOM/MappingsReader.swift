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
    var ragged: [(line: Int, count: Int)] = []
    do {
      let faults = try reader.read { record in
        if columns.isEmpty {
          headerLine = record.line
          columns = record.fields.map { Column(name: $0) }
          cells.reserveCapacity(source.bytes.count / 8)
          return
        }
        if record.fieldCount != columns.count { ragged.append((record.line, record.fieldCount)) }
        lines.append(UInt32(record.line))
        for field in 0..<columns.count {
          cells.append(record.withUTF8(field) { pool.intern($0) })
        }
      }
      for fault in faults { findings.add(fault) }
    } catch {
      findings.add(Finding("unreadable-input", .error, "\(error)"))
    }
    for (line, count) in ragged {
      let isLong = count > columns.count
      findings.add(
        .raggedRow,
        at: source.location(line: line, field: isLong ? columns.count : max(count - 1, 0)),
        "\(count) field\(count == 1 ? "" : "s"), where the header has \(columns.count)"
          + (isLong ? "; what is from here on is not used" : "")
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
