public import Diagnostics
import Tabular
import YAML

/// Reads SSSOM/TSV files and checks them.
///
/// All faults of a file are found in one pass. Rows with faults are kept where they can be read at
/// all; what is not kept is reported.
public enum SSSOMReader {
  /// The number of findings that are kept unless another is asked for.
  public static let defaultMaximumFindings = 1_000

  /// Reads a file.
  ///
  /// If the file has no metadata, they are read from the file of the same name that ends with
  /// `.sssom.yml` or `.yml`, where there is one.
  ///
  /// - Parameters:
  ///   - path: The path of the file, or `-` for the standard input.
  ///   - maximumFindings: The number of findings that are kept.
  /// - Returns: The set and what was found in it, in the order of places.
  /// - Throws: `FileError` if the file cannot be read.
  public static func read(
    path: String,
    maximumFindings: Int = defaultMaximumFindings
  ) throws(FileError) -> (set: MappingSet, findings: [Finding]) {
    let bytes = try WholeFile.read(path)
    let start = bytes.starts(with: byteOrderMark) ? 3 : 0
    var metadata: (bytes: [UInt8], name: String)?
    if path != "-", bytes.dropFirst(start).first != 0x23 {
      for name in metadataPaths(of: path) where metadata == nil {
        metadata = (try? WholeFile.read(name)).map { ($0, name) }
      }
    }
    return read(
      bytes: bytes, name: path, externalMetadata: metadata, maximumFindings: maximumFindings
    )
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - name: The name of the input for places.
  ///   - externalMetadata: The metadata, as YAML, of a file without any, and their name.
  ///   - maximumFindings: The number of findings that are kept.
  /// - Returns: The set and what was found in it, in the order of places.
  public static func read(
    bytes: [UInt8],
    name: String,
    externalMetadata: (bytes: [UInt8], name: String)? = nil,
    maximumFindings: Int = defaultMaximumFindings
  ) -> (set: MappingSet, findings: [Finding]) {
    var findings = FindingList(maximum: maximumFindings)
    let source = SourceText(bytes, name: name)
    let beginning = SourceLocation(file: name, line: 1, column: 1)
    var start = 0
    if bytes.starts(with: byteOrderMark) {
      start = 3
      findings.add(.byteOrderMark, at: beginning, "the file begins with a byte-order mark")
    }
    guard bytes.dropFirst(start).contains(where: { $0 > 0x20 }) else {
      findings.add(.emptyFile, at: beginning, "the file is empty")
      return (MappingSetBuilder(columns: []).build(), findings.result)
    }
    if let line = source.firstLineWithCarriageReturn {
      findings.add(
        .carriageReturns, at: SourceLocation(file: name, line: line, column: 1),
        "lines end with CR LF"
      )
    }
    let block = MetadataBlock(of: bytes, from: start, name: name, findings: &findings)
    var parsed: (node: YAMLNode?, isReadable: Bool) = (nil, true)
    if !block.isEmpty {
      parsed = block.parse(&findings)
    } else if let externalMetadata {
      let result = YAMLParser.parse(externalMetadata.bytes, name: externalMetadata.name)
      parsed.node = result.node
      parsed.isReadable = MetadataReader.report(result.findings, to: &findings) { $0 }
    }
    let metadata = MetadataReader(parsed.node, findings: &findings).metadata
    var reader = MappingsReader(source)
    if bytes[block.end...].contains(where: { $0 > 0x20 }) {
      reader.read(
        from: block.end, line: block.nextLine, maximumFindings: maximumFindings,
        findings: &findings
      )
    }
    let table = reader.table(metadata)
    var check = SetCheck(table, areMetadataReadable: parsed.isReadable, findings: findings)
    check.run(endOfMetadata: SourceLocation(file: name, line: block.nextLine, column: 1))
    return (MappingSet(table), check.findings.result)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func metadataPaths(of path: String) -> [String] {
    var base = path
    for ending in [".tsv", ".sssom"] where base.hasSuffix(ending) {
      base.removeLast(ending.count)
    }
    return [base + ".sssom.yml", base + ".yml"]
  }
}
