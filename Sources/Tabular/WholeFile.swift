public import Diagnostics
import Glibc

/// Reads whole files into memory.
public enum WholeFile {
  /// Reads a file, or the standard input if the path is `-`.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - maximumLength: The longest file that is accepted, in bytes; 1 GiB unless told.
  /// - Returns: The bytes of the file.
  /// - Throws: `FileError` if the file cannot be read or is longer than accepted.
  public static func read(
    _ path: String,
    maximumLength: Int = 1 << 30
  ) throws(FileError) -> [UInt8] {
    let file = try FileDescriptor.forReading(path)
    do throws(SystemFailure) {
      // One byte more than the file has, so that one call more finds its end.
      let size = try file.status().size
      var bytes = [UInt8](repeating: 0, count: min(max(size, 0), maximumLength) + 1)
      var count = 0
      while true {
        let added = try file.read(into: &bytes, at: count, count: bytes.count - count)
        if added == 0 { break }
        count += added
        if count > maximumLength { throw SystemFailure(EFBIG) }
        if count == bytes.count {
          bytes.append(contentsOf: repeatElement(0, count: max(count, 65_536)))
        }
      }
      bytes.removeLast(bytes.count - count)
      return bytes
    } catch {
      throw FileError("read", path, reason: error.reason)
    }
  }
}
