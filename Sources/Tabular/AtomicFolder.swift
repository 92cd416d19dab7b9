import CExchange
public import Diagnostics
import Glibc

/// Replaces files of a folder together, so that nobody ever sees some of them new and some old.
public enum AtomicFolder {
  /// Which folder a path leads to at a moment; another one after ``AtomicFolder/write(_:to:)``.
  public struct Identity: Hashable, Sendable {
    let device: UInt64
    let file: UInt64
  }

  /// Replaces files of a folder, or makes it if there is none; its other files stay.
  ///
  /// The files go to a new folder beside the old one, which takes its place in one step once the system
  /// has all of it on disk. Until then the old folder is as it was, after that all files are the new
  /// ones, whenever the process is killed. What a killed process leaves beside the folder (`.NAME.new`)
  /// is removed by the next call.
  ///
  /// - Parameters:
  ///   - files: The names of the files, without folders, and their bytes.
  ///   - path: The path of the folder. The folder above it has to be there.
  /// - Throws: `FileError` if a file cannot be written, if another process is replacing a folder beside
  ///   it, if the folder holds anything but files, or if its file system cannot exchange folders.
  public static func write(
    _ files: [(name: String, bytes: [UInt8])], to path: String
  ) throws(FileError) {
    do throws(SystemFailure) {
      guard !path.utf8.contains(0) else { throw SystemFailure(EINVAL) }
      let target = try AtomicFile.destination(of: path)
      let above = AtomicFile.folder(of: target)
      let lock = try FileDescriptor(path: above, flags: O_RDONLY | O_DIRECTORY)
      _ = try SystemFailure.retrying { flock(lock.number, LOCK_EX | LOCK_NB) }
      let name = target.split(separator: "/").last.map(String.init) ?? target
      let new = "\(above)/.\(name).new"
      try remove(new)
      do throws(SystemFailure) {
        try prepare(new, of: target, with: files)
        try exchange(new, target)
      } catch {
        try? remove(new)
        throw error
      }
      _ = fsync(lock.number)
      // What was replaced. If it cannot be removed, the next call removes it.
      try? remove(new)
    } catch {
      let reason =
        switch error.code {
        case EWOULDBLOCK: "another import is writing there; try again when it is done"
        case ENOTEMPTY, EISDIR: "there is something in it that is no file; take it out"
        case EINVAL, ENOSYS: "its file system cannot replace a folder in one step; use another"
        default: error.reason
        }
      throw FileError("write", path, reason: reason)
    }
  }

  /// Which folder a path leads to; nothing if there is none.
  public static func identity(of path: String) -> Identity? {
    guard let folder = try? FileDescriptor(path: path, flags: O_RDONLY | O_DIRECTORY),
      let status = try? folder.status()
    else { return nil }
    return Identity(device: status.device, file: status.file)
  }

  /// Makes the new folder: what the old one has, with the files in place of those of the same name.
  private static func prepare(
    _ new: String, of old: String, with files: [(name: String, bytes: [UInt8])]
  ) throws(SystemFailure) {
    let before = try AtomicFile.status(of: old)
    if let before {
      guard before.isFolder else { throw SystemFailure(ENOTDIR) }
      _ = try SystemFailure.retrying { unsafe access(old, W_OK) }
    }
    _ = try SystemFailure.retrying { unsafe mkdir(new, 0o777) }
    let folder = try FileDescriptor(path: new, flags: O_RDONLY | O_DIRECTORY)
    if let before {
      _ = fchown(folder.number, before.owner, before.group)
      _ = try SystemFailure.retrying { fchmod(folder.number, before.permissions) }
    }
    let replaced = Set(files.map(\.name))
    for name in before == nil ? [] : try names(in: old) {
      let path = "\(old)/\(name)"
      guard let status = try AtomicFile.status(of: path) else { continue }
      if status.isFolder { throw SystemFailure(EISDIR) }
      guard !replaced.contains(name) else { continue }
      _ = try SystemFailure.retrying { unsafe link(path, "\(new)/\(name)") }
    }
    for (name, bytes) in files {
      let status = before == nil ? nil : try AtomicFile.status(of: "\(old)/\(name)")
      let file = try FileDescriptor(
        path: "\(new)/\(name)", flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
      if let status {
        _ = fchown(file.number, status.owner, status.group)
        _ = try SystemFailure.retrying { fchmod(file.number, status.permissions) }
      }
      try file.write(bytes)
      _ = try SystemFailure.retrying { fsync(file.number) }
    }
    _ = fsync(folder.number)
  }

  /// Puts the new folder in the place of the old one, and the old one in its place, in one step.
  private static func exchange(_ new: String, _ old: String) throws(SystemFailure) {
    if try AtomicFile.status(of: old) == nil {
      _ = try SystemFailure.retrying { unsafe rename(new, old) }
    } else {
      // The flag is RENAME_EXCHANGE.
      _ = try SystemFailure.retrying { unsafe renameat2(AT_FDCWD, new, AT_FDCWD, old, 1 << 1) }
    }
  }

  /// Removes a folder of files, if it is there.
  private static func remove(_ folder: String) throws(SystemFailure) {
    guard try AtomicFile.status(of: folder) != nil else { return }
    for name in try names(in: folder) {
      _ = try SystemFailure.retrying { unsafe unlink("\(folder)/\(name)") }
    }
    _ = try SystemFailure.retrying { unsafe rmdir(folder) }
  }

  /// The names in a folder.
  private static func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw SystemFailure(errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        let count = unsafe MemoryLayout.size(ofValue: name.pointee)
        return unsafe name.withMemoryRebound(to: CChar.self, capacity: count) { text in
          unsafe String(validatingCString: text)
        }
      }
      // A name that is not UTF-8 cannot be a `String`; mending it would name another file.
      guard let name else { throw SystemFailure(EILSEQ) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
