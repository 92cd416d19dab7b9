public import Classifications
public import Correspondences
import Diagnostics
import SSSOM
import Tabular

/// Takes over a mapping set that somebody publishes as SSSOM/TSV.
///
/// Nothing of the set is lost: its slots, extensions and metadata are kept. Its prefixes are replaced by
/// those of the two classifications, its codes are checked and repaired as in a concordance, and it is
/// written in canonical form.
public struct MappingSetImporter {
  let description: CorrespondenceDescription
  let subject: CodeTable
  let object: CodeTable
  let options: ImportOptions

  /// Creates an importer.
  ///
  /// - Parameters:
  ///   - description: What the set links.
  ///   - subject: The code table of the subjects.
  ///   - object: The code table of the objects.
  ///   - options: How codes are to be repaired.
  public init(
    _ description: CorrespondenceDescription, subject: CodeTable, object: CodeTable,
    options: ImportOptions
  ) {
    self.description = description
    self.subject = subject
    self.object = object
    self.options = options
  }

  /// Whether a file is a mapping set, as its name or its first line says.
  ///
  /// - Parameter path: The file; the standard input is never read for this.
  /// - Returns: Whether it is one; `false` for a file that cannot be read.
  public static func recognises(path: String) -> Bool {
    if path.hasSuffix(".sssom.tsv") { return true }
    guard path != "-", let bytes = try? WholeFile.read(path) else { return false }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].prefix { $0 != 0x0A }
    return first.first == UInt8(ascii: "#")
      || String(decoding: first, as: UTF8.self).hasPrefix("subject_id\t")
  }

  /// Reads a set.
  ///
  /// - Parameter path: The file.
  /// - Returns: The set as SSSOM/TSV with the number of its mappings, and what was repaired.
  /// - Throws: ``InvalidInput`` with every fault, or ``FileError``.
  public func read(path: String) throws -> Import<(bytes: [UInt8], count: Int)> {
    let (set, findings) = try SSSOMReader.read(path: path)
    var log = ImportLog()
    log.add(findings)
    let prefixes = (prefix(of: .subjectID, in: set), prefix(of: .objectID, in: set))
    var builder = MappingSetBuilder(columns: set.columns)
    builder.metadata = set.metadata
    for (old, table) in [(prefixes.0, subject), (prefixes.1, object)] {
      let own = table.id.rawValue
      guard let old, old != own else { continue }
      log.repaired(
        "prefix", at: SourceLocation(file: path, line: 1, column: 1),
        "the prefix '\(old)' is replaced by that of \(table.classification.name)", to: own
      )
      builder.metadata.prefixes.removeAll { $0.prefix == old || $0.prefix == own }
      builder.metadata.declare(own, as: "\(ImportedSet.namespace)\(own)/")
    }
    for mapping in set.mappings {
      var fields = set.columns.indices.map { mapping[column: $0] }
      for (slot, table, old) in [
        (Slot.subjectID, subject, prefixes.0), (.objectID, object, prefixes.1),
      ] {
        guard let column = set.columns.firstIndex(where: { $0.slot == slot }) else { continue }
        let place =
          mapping.location(of: slot) ?? SourceLocation(file: path, line: mapping.line, column: 1)
        if let id = identifier(fields[column], table, old, place, &log) { fields[column] = id }
      }
      builder.append(fields)
    }
    let canonical = builder.build().canonicalTSV()
    return try log.finish((canonical, set.mappings.count))
  }

  /// The prefix that most identifiers of a side have.
  private func prefix(of slot: Slot, in set: MappingSet) -> String? {
    var counts: [String: Int] = [:]
    for mapping in set.mappings {
      let id = mapping[slot]
      guard let colon = id.firstIndex(of: ":"), !id.hasPrefix("sssom:") else { continue }
      counts[String(id[..<colon]), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func identifier(
    _ id: String, _ table: CodeTable, _ prefix: String?, _ place: SourceLocation,
    _ log: inout ImportLog
  ) -> String? {
    guard !id.isEmpty, id != "sssom:NoTermFound" else { return nil }
    guard let prefix, id.hasPrefix("\(prefix):") else {
      log.failed(
        "foreign-prefix", at: place, "'\(id)' is not of \(table.classification.name)",
        help: "a set links two classifications; take the others out"
      )
      return nil
    }
    let printed = String(id.dropFirst(prefix.count + 1))
    let repair = CodeRepair(table: table, level: nil, cutsPadding: options.cutsPadding)
    switch repair.resolve(printed) {
    case .asPrinted(let code), .restoredZeros(let code): return "\(table.id):\(code)"
    case .cutPadding(let code):
      log.repaired("padded-aggregate", at: place, "'\(printed)' is a padded aggregate", to: code)
      return "\(table.id):\(code)"
    case .unknown:
      let near = NearCodes.of(printed, in: table).prefix(3).map(\.0.code)
      log.failed(
        "unknown-code", at: place, "'\(printed)' is not a code of \(table.classification.name)",
        help: near.isEmpty ? "correct it" : "did you mean \(near.joined(separator: ", "))?",
        suggestions: near
      )
      return nil
    }
  }
}
