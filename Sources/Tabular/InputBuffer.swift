import Diagnostics
import Glibc

/// The part of an input that is in memory, addressed by offsets from the start of the input.
///
/// Offsets count bytes of the text in UTF-8: an input in another encoding is decoded on its way in.
struct InputBuffer {
  private enum Source {
    case file(FileDescriptor)
    /// Bytes in memory that are handed out in parts, and how many have been; for tests.
    case parts([UInt8], Int)
    case nothing
  }

  private var source: Source
  private let path: String
  private let partLength: Int
  let decodesWindows1252: Bool
  private var bytes: [UInt8]

  /// The offset of the first byte in memory.
  private(set) var start = 0

  /// The offset after the last byte in memory.
  private(set) var end = 0

  /// Whether the last byte in memory is the last one of the input.
  private(set) var isComplete: Bool

  /// An input that is in memory as a whole.
  init(_ bytes: [UInt8], decodesWindows1252: Bool) {
    self.path = ""
    self.partLength = 0
    self.decodesWindows1252 = decodesWindows1252
    self.source = .nothing
    self.bytes = decodesWindows1252 ? Windows1252.utf8(bytes[...]) : bytes
    self.end = self.bytes.count
    self.isComplete = true
  }

  /// An input in memory that arrives in parts, as that of a file does.
  init(_ bytes: [UInt8], partLength: Int, decodesWindows1252: Bool) {
    self.path = ""
    self.partLength = max(partLength, 1)
    self.decodesWindows1252 = decodesWindows1252
    self.source = .parts(bytes, 0)
    self.bytes = []
    self.isComplete = false
  }

  /// A file that is read as it is needed.
  init(_ file: FileDescriptor, path: String, decodesWindows1252: Bool) {
    self.path = path
    // Large enough that calls cost nothing, small enough for the second-level cache.
    self.partLength = 262_144
    self.decodesWindows1252 = decodesWindows1252
    self.source = .file(file)
    self.bytes = []
    self.isComplete = false
  }

  /// The byte at an offset.
  subscript(offset: Int) -> UInt8 { bytes[offset - start] }

  /// Calls a function with the bytes in a range of offsets.
  func withBytes<Result>(in range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting((range.lowerBound - start)..<(range.upperBound - start)))
  }

  /// The first offset in a range at which a byte is; nothing if it is not there.
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= start && range.upperBound <= end)
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let first = unsafe base + (range.lowerBound - start)
      guard let found = unsafe memchr(first, Int32(byte), range.count) else { return nil }
      return unsafe UnsafeRawPointer(found) - base + start
    }
  }

  /// The first offset in a range at which a byte is not plain, that is NUL or not ASCII; the end of
  /// the range if all are plain.
  func endOfPlainText(in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= start && range.upperBound <= end)
    return unsafe bytes.withUnsafeBytes { bytes in
      var index = range.lowerBound - start
      let limit = range.upperBound - start
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      while index + 8 <= limit {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A zero byte borrows in the subtraction, which sets a high bit.
        if (word | (word &- ones)) & highs != 0 { break }
        index += 8
      }
      while index < limit, unsafe bytes[index] &- 1 < 0x7F { index += 1 }
      return index + start
    }
  }

  /// Reads on, and forgets what comes before an offset.
  ///
  /// - Throws: `FileError` if the system refuses.
  mutating func readOn(keepingFrom offset: Int) throws(FileError) {
    guard !isComplete else { return }
    forget(before: offset)
    let held = end - start
    if bytes.count < held + partLength {
      // Doubling keeps the copying of long records linear.
      grow(to: max(held + partLength, 2 * bytes.count))
    }
    var added = try readPart(at: held)
    if added == 0 {
      isComplete = true
      source = .nothing
    } else if decodesWindows1252 {
      let text = Windows1252.utf8(bytes[held..<(held + added)])
      bytes.replaceSubrange(held..<(held + added), with: text)
      added = text.count
    }
    end += added
  }

  private mutating func readPart(at index: Int) throws(FileError) -> Int {
    switch source {
    case .nothing: return 0
    case .parts(let all, let done):
      let count = min(partLength, all.count - done)
      bytes.replaceSubrange(index..<(index + count), with: all[done..<(done + count)])
      source = .parts(all, done + count)
      return count
    case .file(let file):
      do throws(SystemFailure) {
        return try file.read(into: &bytes, at: index, count: partLength)
      } catch {
        throw FileError("read", path, reason: error.reason)
      }
    }
  }

  private mutating func grow(to count: Int) {
    unsafe bytes = [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
      unsafe UnsafeMutableRawBufferPointer(target).copyBytes(from: bytes)
      if let base = target.baseAddress {
        unsafe memset(base + bytes.count, 0, count - bytes.count)
      }
      initialized = count
    }
  }

  private mutating func forget(before offset: Int) {
    let dropped = offset - start
    guard dropped > 0 else { return }
    let kept = end - offset
    unsafe bytes.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe memmove(base, base + dropped, kept)
    }
    start = offset
  }
}
