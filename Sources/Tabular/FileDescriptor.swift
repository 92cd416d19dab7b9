import Diagnostics
import Glibc

/// An open file of the system, closed with the last reference to it.
///
/// This, ``AtomicFile`` and ``AtomicFolder`` make all system calls of the module.
final class FileDescriptor {
  /// What the system knows of a file.
  struct Status {
    let mode: mode_t
    let size: Int
    let owner: uid_t
    let group: gid_t
    let device: UInt64
    let file: UInt64
    let changed: Int

    init(_ status: stat) {
      mode = status.st_mode
      size = Int(status.st_size)
      owner = status.st_uid
      group = status.st_gid
      device = UInt64(status.st_dev)
      file = UInt64(status.st_ino)
      changed = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    }

    var isFolder: Bool { mode & S_IFMT == S_IFDIR }
    var isRegular: Bool { mode & S_IFMT == S_IFREG }
    var permissions: mode_t { mode & 0o7777 }
  }

  let number: Int32
  private let isOwned: Bool

  /// The standard input of the process, which is left open.
  static var standardInput: FileDescriptor { FileDescriptor(number: 0, isOwned: false) }

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  /// Opens a file.
  ///
  /// - Throws: The reason, if the system refuses.
  convenience init(path: String, flags: Int32, mode: mode_t = 0) throws(SystemFailure) {
    // The system would read the path up to the NUL and so open another file.
    guard !path.utf8.contains(0) else { throw SystemFailure(EINVAL) }
    let number = try SystemFailure.retrying { unsafe open(path, flags | O_CLOEXEC, mode) }
    self.init(number: number, isOwned: true)
  }

  deinit {
    if isOwned { close(number) }
  }

  /// Opens a file to be read, or the standard input if the path is `-`.
  ///
  /// - Throws: If the system refuses or the path names a folder.
  static func forReading(_ path: String) throws(FileError) -> FileDescriptor {
    if path == "-" { return .standardInput }
    do throws(SystemFailure) {
      let file = try FileDescriptor(path: path, flags: O_RDONLY)
      if try file.status().isFolder { throw SystemFailure(EISDIR) }
      return file
    } catch {
      throw FileError("read", path, reason: error.reason)
    }
  }

  /// What the system knows of the file.
  func status() throws(SystemFailure) -> Status {
    var status = stat()
    _ = try SystemFailure.retrying { unsafe fstat(number, &status) }
    return Status(status)
  }

  /// Goes to a place in the file, counted from its beginning.
  func seek(to place: Int) throws(SystemFailure) {
    _ = try SystemFailure.retrying { lseek(number, off_t(place), SEEK_SET) }
  }

  /// Reads some bytes into an array, from an index on; none at the end of the file.
  func read(into bytes: inout [UInt8], at index: Int, count: Int) throws(SystemFailure) -> Int {
    precondition(index >= 0 && count > 0 && index + count <= bytes.count)
    var span = bytes.mutableSpan
    return try unsafe span.withUnsafeMutableBytes { (bytes) throws(SystemFailure) in
      let target = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[index..<(index + count)])
      return try SystemFailure.retrying { unsafe Glibc.read(number, target.baseAddress, count) }
    }
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    try unsafe bytes.span.withUnsafeBytes { (bytes) throws(SystemFailure) in
      var rest = unsafe bytes[...]
      while unsafe !rest.isEmpty {
        let part = unsafe UnsafeRawBufferPointer(rebasing: rest)
        let count = try SystemFailure.retrying {
          unsafe Glibc.write(number, part.baseAddress, part.count)
        }
        unsafe rest = rest.dropFirst(count)
      }
    }
  }
}

/// The reason for which the system refused a call.
struct SystemFailure: Error {
  /// The C counterpart is `errno`.
  let code: Int32

  init(_ code: Int32) { self.code = code }

  /// The reason in the system's words.
  var reason: String { unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)" }

  /// Makes a call again as long as signals interrupt it.
  ///
  /// - Throws: If the call returns a negative number.
  static func retrying<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemFailure) -> Result {
    while true {
      let result = call()
      let code = errno
      if result >= 0 { return result }
      if code != EINTR { throw SystemFailure(code) }
    }
  }
}
