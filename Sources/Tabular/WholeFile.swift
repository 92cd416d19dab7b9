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

  /// Reads a part of a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - start: The place of the first byte, counted from 0.
  ///   - count: How many bytes.
  /// - Returns: The bytes; fewer where the file ends before.
  /// - Throws: `FileError` if the file cannot be read.
  public static func read(
    _ path: String, from start: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    let file = try FileDescriptor.forReading(path)
    do throws(SystemFailure) {
      guard start >= 0, count > 0 else { return [] }
      try file.seek(to: start)
      var bytes = [UInt8](repeating: 0, count: count)
      var filled = 0
      while filled < count {
        let added = try file.read(into: &bytes, at: filled, count: count - filled)
        if added == 0 { break }
        filled += added
      }
      bytes.removeLast(count - filled)
      return bytes
    } catch {
      throw FileError("read", path, reason: error.reason)
    }
  }
}

/// What the system knows of a file.
public struct FileState: Hashable, Sendable {
  /// Its length in bytes.
  public let size: Int
  /// When its content last changed, in nanoseconds since 1970.
  public let changed: Int

  /// Asks for the state of a file, which is `nil` if it is not there or may not be read.
  ///
  /// - Parameter path: The path of the file.
  public init?(_ path: String) {
    guard let file = try? FileDescriptor.forReading(path), let status = try? file.status() else {
      return nil
    }
    size = status.size
    changed = status.changed
  }
}
