import CLibZip

/// An archive in the ZIP format in memory, read by means of libzip.
@safe final class Archive {
  private let handle: OpaquePointer
  // libzip reads from it as long as the archive is open.
  private let bytes: UnsafeMutableRawBufferPointer
  private let file: String
  private var remaining: Int

  init(_ content: [UInt8], file: String, limits: SpreadsheetLimits) throws(SpreadsheetError) {
    self.file = file
    self.remaining = limits.bytes
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 1)
    unsafe bytes.copyBytes(from: content)
    unsafe self.bytes = bytes
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    let source = unsafe zip_source_buffer_create(
      bytes.baseAddress, UInt64(bytes.count), 0, &error)
    guard let source = unsafe source,
      let handle = unsafe zip_open_from_source(source, zip_flags_t(ZIP_RDONLY).int, &error)
    else {
      if let source = unsafe source { unsafe zip_source_free(source) }
      unsafe zip_error_fini(&error)
      unsafe bytes.deallocate()
      throw SpreadsheetError(
        file: file, problem: "it is not a workbook in the form of Excel (XLSX), or it is damaged")
    }
    unsafe self.handle = handle
    unsafe zip_error_fini(&error)
    let count = unsafe zip_get_num_entries(handle, 0)
    guard count <= limits.parts else {
      throw SpreadsheetError(
        file: file, problem: "it has \(count) parts, where \(limits.parts) are the most")
    }
  }

  deinit {
    unsafe zip_discard(handle)
    unsafe bytes.deallocate()
  }

  /// The bytes of a part; `nil` if there is none of that name.
  ///
  /// - Throws: If the part is damaged, or what is unpacked is more than allowed.
  func part(_ name: String) throws(SpreadsheetError) -> [UInt8]? {
    guard let part = unsafe zip_fopen(handle, name, 0) else {
      return nil
    }
    defer { unsafe zip_fclose(part) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe zip_fread(part, $0.baseAddress, UInt64($0.count))
      }
      guard count >= 0 else {
        throw SpreadsheetError(file: file, problem: "its part '\(name)' is damaged")
      }
      if count == 0 { return content }
      remaining -= Int(count)
      // The sizes that the archive states are not trusted.
      guard remaining >= 0 else {
        throw SpreadsheetError(file: file, problem: "it unpacks to more than is read")
      }
      content += buffer.prefix(Int(count))
    }
  }
}

extension zip_flags_t {
  fileprivate var int: Int32 { Int32(self) }
}
