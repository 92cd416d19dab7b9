public import Diagnostics
import Glibc

/// Writes files so that nobody ever sees half of one.
public enum AtomicFile {
  /// Replaces a file, or makes it if there is none.
  ///
  /// The bytes go to a new file in the same folder, which takes the place of the old one once the
  /// system has it on disk. If anything fails before, the old file is as it was and the new one is
  /// removed. The old file's permissions are kept, and a symbolic link stays a link: the file to
  /// which it leads is replaced. A device or a pipe is written to directly.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - path: The path of the file.
  /// - Throws: `FileError` if the file cannot be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    do throws(SystemFailure) {
      guard !path.utf8.contains(0) else { throw SystemFailure(EINVAL) }
      let target = try destination(of: path)
      let old = try status(of: target)
      if let old, old.isFolder { throw SystemFailure(EISDIR) }
      if old != nil { _ = try SystemFailure.retrying { unsafe access(target, W_OK) } }
      if let old, !old.isRegular {
        try FileDescriptor(path: target, flags: O_WRONLY).write(bytes)
      } else {
        try replace(target, keeping: old, with: bytes)
      }
    } catch {
      throw FileError("write", path, reason: error.reason)
    }
  }

  private static func replace(
    _ target: String,
    keeping old: FileDescriptor.Status?,
    with bytes: [UInt8]
  ) throws(SystemFailure) {
    let folder = folder(of: target)
    let (file, temporary) = try makeFile(in: folder)
    do throws(SystemFailure) {
      if let old {
        // Only root may give a file away; for anybody else the file becomes his own.
        _ = fchown(file.number, old.owner, old.group)
        _ = try SystemFailure.retrying { fchmod(file.number, old.permissions) }
      }
      try file.write(bytes)
      _ = try SystemFailure.retrying { fsync(file.number) }
      _ = try SystemFailure.retrying { unsafe rename(temporary, target) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    // The new name lasts once the folder is on disk. Not every file system can do this, and a
    // folder need not be readable: the file has been replaced as a whole in any case.
    if let folder = try? FileDescriptor(path: folder, flags: O_RDONLY | O_DIRECTORY) {
      _ = fsync(folder.number)
    }
  }

  /// Makes a file of a name that nobody has, in a folder.
  private static func makeFile(
    in folder: String
  ) throws(SystemFailure) -> (file: FileDescriptor, path: String) {
    var attempts = 16
    while true {
      let path = "\(folder)/.puente-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
      do throws(SystemFailure) {
        let file = try FileDescriptor(path: path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
        return (file, path)
      } catch {
        attempts -= 1
        guard error.code == EEXIST, attempts > 0 else { throw error }
      }
    }
  }

  /// The file to which a path leads, through symbolic links; it need not exist.
  static func destination(of path: String) throws(SystemFailure) -> String {
    var path = path
    for _ in 0..<40 {
      guard let next = try linkTarget(of: path) else { return path }
      path = next.hasPrefix("/") ? next : "\(folder(of: path))/\(next)"
    }
    throw SystemFailure(ELOOP)
  }

  /// Where a symbolic link leads; nothing if the path is not one.
  private static func linkTarget(of path: String) throws(SystemFailure) -> String? {
    let text = unsafe [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      count = unsafe max(readlink(path, base, buffer.count), 0)
    }
    if text.isEmpty { return nil }
    // A name that is not UTF-8 cannot be a `String`; mending it would name another file.
    guard let target = String(validating: text.map(UInt8.init(bitPattern:)), as: UTF8.self) else {
      throw SystemFailure(EILSEQ)
    }
    return target
  }

  /// What the system knows of the file at a path; nothing if there is none.
  static func status(of path: String) throws(SystemFailure) -> FileDescriptor.Status? {
    var status = stat()
    do throws(SystemFailure) {
      _ = try SystemFailure.retrying { unsafe stat(path, &status) }
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    return FileDescriptor.Status(status)
  }

  /// The folder in which the file of a path is.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
