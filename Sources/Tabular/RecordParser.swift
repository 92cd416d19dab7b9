import CLibCSV

/// Splits the bytes of records into fields.
///
/// This is the only place that touches libcsv; nothing unsafe leaves it.
@safe struct RecordParser: ~Copyable {
  /// How far parsing has come.
  enum Outcome: Equatable {
    /// The record goes on.
    case unfinished
    /// The record is complete.
    case complete
    /// A quote is missing or one too many, which the byte at an offset shows.
    case fault(Int)
    /// The parser could not get the memory it needs.
    case outOfMemory
  }

  private let parser: UnsafeMutablePointer<csv_parser>
  private let fields: UnsafeMutablePointer<FieldStore>
  private let delimiter: UInt8

  init(delimiter: UInt8, maximumFieldLength: Int) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: csv_parser())
    unsafe fields = .allocate(capacity: 1)
    unsafe fields.initialize(to: FieldStore(maximumFieldLength: maximumFieldLength))
    self.delimiter = delimiter
    setUp()
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
    unsafe fields.pointee.deallocate()
    unsafe fields.deallocate()
  }

  private func setUp() {
    // Fails only for a null pointer.
    unsafe csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    unsafe csv_set_delim(parser, delimiter)
    // libcsv trims blanks around unquoted fields unless told that no byte is a blank.
    unsafe csv_set_space_func(parser) { _ in 0 }
    // It grows its buffer by this; the default of 128 makes long fields slow.
    unsafe csv_set_blk_size(parser, 4096)
  }

  /// Forgets the fields of the last record.
  func beginRecord() { unsafe fields.pointee.removeAll() }

  /// Forgets everything, also a record of which only a part has been parsed.
  func restart() {
    unsafe csv_free(parser)
    setUp()
    beginRecord()
  }

  /// Parses a part of a record.
  ///
  /// - Parameters:
  ///   - bytes: The bytes; a record may end within them only if nothing but its line ending follows.
  ///   - offset: The offset of the first byte, for the outcome.
  /// - Returns: How far parsing has come.
  func parse(_ bytes: Span<UInt8>, offset: Int) -> Outcome {
    unsafe bytes.withUnsafeBytes { bytes in
      let count = unsafe csv_parse(
        parser, bytes.baseAddress, bytes.count, appendField, endRecord, fields
      )
      if count < bytes.count { return fault(at: offset + count) }
      return unsafe fields.pointee.isComplete ? .complete : .unfinished
    }
  }

  /// Ends the record at the end of the input, which is at an offset.
  ///
  /// - Returns: A fault if the last field is not closed.
  func finish(offset: Int) -> Outcome {
    guard unsafe csv_fini(parser, appendField, endRecord, fields) == 0 else {
      return fault(at: offset)
    }
    return unsafe fields.pointee.isComplete ? .complete : .unfinished
  }

  private func fault(at offset: Int) -> Outcome {
    unsafe csv_error(parser) == CSV_EPARSE ? .fault(offset) : .outOfMemory
  }

  /// The number of fields parsed so far.
  var fieldCount: Int { unsafe fields.pointee.count }

  /// The first field parsed so far that is longer than allowed, if any is.
  var longField: Int? { unsafe fields.pointee.longField }

  /// Whether the field that is being parsed is already longer than allowed.
  var isInLongField: Bool {
    unsafe parser.pointee.entry_pos > fields.pointee.maximumFieldLength
  }

  /// The number of bytes of a field.
  func length(of field: Int) -> Int { unsafe fields.pointee[field].count }

  /// The text of a field.
  func string(_ field: Int) -> String {
    unsafe String(decoding: fields.pointee[field], as: UTF8.self)
  }

  /// Calls a function with the bytes of a field.
  func withBytes<Result, Failure: Error>(
    of field: Int,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(fields.pointee[field].span)
  }
}

/// The fields of a record, one after the other in memory that is used again for the next record.
@unsafe private struct FieldStore {
  let maximumFieldLength: Int
  var isComplete = false
  var longField: Int?
  private(set) var count = 0
  private var bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
  private var ends = UnsafeMutableBufferPointer<Int>.allocate(capacity: 64)
  private var used = 0

  init(maximumFieldLength: Int) { unsafe self.maximumFieldLength = maximumFieldLength }

  func deallocate() {
    unsafe bytes.deallocate()
    unsafe ends.deallocate()
  }

  mutating func removeAll() {
    unsafe count = 0
    unsafe used = 0
    unsafe longField = nil
    unsafe isComplete = false
  }

  mutating func append(_ field: UnsafeRawBufferPointer) {
    if unsafe count == ends.count { unsafe Self.grow(&ends, holding: count, by: 1) }
    if unsafe field.count > maximumFieldLength {
      // Reported and never handed out, so there is no need to keep it.
      if unsafe longField == nil { unsafe longField = count }
    } else if let source = field.baseAddress {
      if unsafe used + field.count > bytes.count {
        unsafe Self.grow(&bytes, holding: used, by: field.count)
      }
      if let target = unsafe bytes.baseAddress {
        unsafe UnsafeMutableRawPointer(target + used).copyMemory(
          from: source, byteCount: field.count
        )
      }
      unsafe used += field.count
    }
    unsafe ends[count] = used
    unsafe count += 1
  }

  private static func grow<Element: BitwiseCopyable>(
    _ buffer: inout UnsafeMutableBufferPointer<Element>,
    holding count: Int,
    by added: Int
  ) {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(
      capacity: max(2 * buffer.count, count + added)
    )
    unsafe _ = larger.initialize(from: buffer[..<count])
    unsafe buffer.deallocate()
    unsafe buffer = larger
  }

  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe precondition(field >= 0 && field < count, "no such field")
    let start = unsafe field == 0 ? 0 : ends[field - 1]
    return unsafe UnsafeBufferPointer(rebasing: bytes[start..<ends[field]])
  }
}

/// Called by libcsv at the end of each field.
private func appendField(
  _ bytes: UnsafeMutableRawPointer?,
  _ count: Int,
  _ context: UnsafeMutableRawPointer?
) {
  let fields = unsafe context?.assumingMemoryBound(to: FieldStore.self)
  unsafe fields?.pointee.append(UnsafeRawBufferPointer(start: bytes, count: count))
}

/// Called by libcsv at the end of each record.
private func endRecord(_ byte: Int32, _ context: UnsafeMutableRawPointer?) {
  unsafe context?.assumingMemoryBound(to: FieldStore.self).pointee.isComplete = true
}
