import Diagnostics

/// What the first bytes of an input tell about the rest.
struct InputBeginning {
  /// The offset of the first record.
  private(set) var offset: Int
  /// The byte that separates fields.
  private(set) var delimiter = UInt8(ascii: ",")
  /// The encoding or kind of file, if it is one that is not accepted.
  private(set) var wrongEncoding: String?
  /// Whether more bytes would not tell anything else.
  private var isCertain = true

  /// Examines as much of an input as is needed, and reads that.
  ///
  /// - Throws: `FileError` if the input cannot be read.
  init(readingOn input: inout InputBuffer, name: String, options: CSVOptions) throws(FileError) {
    while true {
      self.init(of: input, from: 0, mayHaveMark: true, name: name, options: options)
      if isCertain || input.isComplete { return }
      try input.readOn(keepingFrom: 0)
    }
  }

  /// Examines what is in memory of an input.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - offset: Where the text begins.
  ///   - mayHaveMark: Whether a byte-order mark can be there.
  ///   - name: The name of the input, whose extension tells something, too.
  ///   - options: The options of the reader.
  init(
    of input: borrowing InputBuffer,
    from offset: Int,
    mayHaveMark: Bool,
    name: String,
    options: CSVOptions
  ) {
    self.offset = offset
    if mayHaveMark { examineMark(input) }
    switch options.delimiter {
    case .comma: delimiter = UInt8(ascii: ",")
    case .semicolon: delimiter = UInt8(ascii: ";")
    case .tab: delimiter = UInt8(ascii: "\t")
    case .detected:
      let prefersTab = [".tsv", ".tab"].contains { name.lowercased().hasSuffix($0) }
      let limit = min(input.end, self.offset + max(options.maximumRecordLength, 1))
      detectDelimiter(
        input, in: self.offset..<limit, from: Array((prefersTab ? "\t,;" : ",\t;").utf8))
      if limit < input.end { isCertain = true }
    }
  }

  /// Skips a byte-order mark of UTF-8, and tells that of another encoding or kind of file.
  private mutating func examineMark(_ input: borrowing InputBuffer) {
    let count = min(input.end - offset, 4)
    isCertain = count == 4
    let first = (0..<count).map { input[offset + $0] }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { offset += 3 }
    // What was decoded from Windows-1252 has the marks as these characters.
    let marks = [[0xFF, 0xFE], [0xFE, 0xFF], Array("ÿþ".utf8), Array("þÿ".utf8)]
    if marks.contains(where: { first.starts(with: $0) }) { wrongEncoding = "UTF-16" }
    for (mark, kind) in Self.otherKinds where first.starts(with: mark) { wrongEncoding = kind }
  }

  /// How files begin that people take for CSV.
  private static let otherKinds: [([UInt8], String)] = [
    (Array("PK".utf8) + [0x03, 0x04], "a workbook or another ZIP file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "a workbook of an old version of Excel"),
    (Array("%PDF".utf8), "a PDF"), ([0x1F, 0x8B], "compressed with gzip"),
  ]

  /// Takes for the delimiter what occurs most often in the first record, outside quotes.
  private mutating func detectDelimiter(
    _ input: borrowing InputBuffer,
    in range: Range<Int>,
    from candidates: [UInt8]
  ) {
    var counts = candidates.map { _ in 0 }
    var isQuoted = false
    var isFieldStart = true
    var hasBegun = false
    isCertain = false
    for offset in range {
      let byte = input[offset]
      if byte == UInt8(ascii: "\"") {
        // Within a quoted field, two quotes close it and open it again.
        isQuoted = !isQuoted && (isFieldStart || input[offset - 1] == byte)
        isFieldStart = false
        hasBegun = true
      } else if !isQuoted {
        let isLineEnding = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        // Blank lines before the first record tell nothing.
        if isLineEnding, !hasBegun { continue }
        if isLineEnding {
          isCertain = true
          break
        }
        hasBegun = true
        let candidate = candidates.firstIndex(of: byte)
        isFieldStart = candidate != nil
        if let candidate { counts[candidate] += 1 }
      }
    }
    if let most = counts.max(), let index = counts.firstIndex(of: most) {
      delimiter = most == 0 ? UInt8(ascii: ",") : candidates[index]
    }
  }
}
