import Diagnostics
import Glibc
import Testing

@testable import Tabular

@Suite struct AtomicFileTests {
  private func permissions(_ path: String) -> mode_t {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  @Test func makesFiles() throws {
    try TemporaryFolder.use { folder in
      try AtomicFile.write([1, 2, 3], to: folder + "/new")
      try AtomicFile.write([], to: folder + "/empty")
      #expect(try WholeFile.read(folder + "/new") == [1, 2, 3])
      #expect(try WholeFile.read(folder + "/empty") == [])
      #expect(TemporaryFolder.names(in: folder) == ["empty", "new"])
    }
  }

  @Test func replacesFilesAndKeepsTheirPermissions() throws {
    try TemporaryFolder.use { folder in
      let path = folder + "/old"
      try AtomicFile.write([1], to: path)
      unsafe chmod(path, 0o640)
      try AtomicFile.write([2, 3], to: path)
      #expect(try WholeFile.read(path) == [2, 3])
      #expect(permissions(path) == 0o640)
      #expect(TemporaryFolder.names(in: folder) == ["old"])
    }
  }

  @Test func replacesTheFileToWhichLinksLead() throws {
    try TemporaryFolder.use { folder in
      unsafe mkdir(folder + "/inner", 0o700)
      try AtomicFile.write([1], to: folder + "/inner/file")
      unsafe symlink("file", folder + "/inner/link")
      unsafe symlink(folder + "/inner/link", folder + "/first")
      unsafe symlink("inner/none", folder + "/dangling")
      try AtomicFile.write([2], to: folder + "/first")
      try AtomicFile.write([3], to: folder + "/dangling")
      #expect(try WholeFile.read(folder + "/inner/file") == [2])
      #expect(try WholeFile.read(folder + "/inner/none") == [3])
      #expect(["first", "inner/link", "dangling"].allSatisfy { isLink("\(folder)/\($0)") })
    }
  }

  @Test func writesToDevicesDirectly() throws {
    try AtomicFile.write([1], to: "/dev/null")
    #expect(throws: FileError("write", "/dev/full", reason: "No space left on device")) {
      try AtomicFile.write([1], to: "/dev/full")
    }
    #expect(permissions("/dev/full") != 0)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let path: String
    let reason: String
    var testDescription: String { path.quotedForMessage }
  }

  static let refusals: [Refusal] = [
    Refusal(path: "missing/file", reason: "No such file or directory"),
    Refusal(path: "old/file", reason: "Not a directory"),
    Refusal(path: "inner", reason: "Is a directory"),
    Refusal(path: "loop", reason: "Too many levels of symbolic links"),
    Refusal(path: "old\0x", reason: "Invalid argument"),
    Refusal(path: String(repeating: "x", count: 300), reason: "File name too long"),
  ]

  @Test(arguments: refusals) func leavesEverythingAsItWas(after refusal: Refusal) throws {
    try TemporaryFolder.use { folder in
      try AtomicFile.write([1], to: folder + "/old")
      unsafe mkdir(folder + "/inner", 0o700)
      unsafe symlink("loop", folder + "/loop")
      let path = "\(folder)/\(refusal.path)"
      #expect(throws: FileError("write", path, reason: refusal.reason)) {
        try AtomicFile.write([2], to: path)
      }
      #expect(TemporaryFolder.names(in: folder) == ["inner", "loop", "old"])
      #expect(TemporaryFolder.names(in: folder + "/inner") == [])
      #expect(try WholeFile.read(folder + "/old") == [1])
    }
  }

  /// In a process of its own, as the limit holds for all of a process: the system refuses to go on
  /// with a file that has got long, as it does on a full disk.
  @Test func leavesEverythingAsItWasIfTheDiskIsFull() async {
    await #expect(processExitsWith: .success) {
      try TemporaryFolder.use { folder in
        try AtomicFile.write([1], to: folder + "/old")
        signal(SIGXFSZ, SIG_IGN)
        try limitFiles(to: 1000)
        // What coverage writes at the end of the process has to be whole.
        defer { try? limitFiles(to: nil) }
        #expect(throws: FileError("write", folder + "/old", reason: "File too large")) {
          try AtomicFile.write([UInt8](repeating: 2, count: 2000), to: folder + "/old")
        }
        #expect(try WholeFile.read(folder + "/old") == [1])
        #expect(TemporaryFolder.names(in: folder) == ["old"])
      }
    }
  }

  @Test func refusesAnEmptyPath() {
    #expect(throws: FileError("write", "", reason: "No such file or directory")) {
      try AtomicFile.write([1], to: "")
    }
  }
}

/// Sets how long files may get that this process writes, in bytes.
private func limitFiles(to length: UInt?) throws {
  let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
  var limit = rlimit()
  _ = try SystemFailure.retrying { unsafe getrlimit(resource, &limit) }
  limit.rlim_cur = length ?? limit.rlim_max
  _ = try SystemFailure.retrying { unsafe setrlimit(resource, &limit) }
}

@Suite struct WholeFileTests {
  @Test func refusesFilesThatAreTooLong() throws {
    try TemporaryFolder.use { folder in
      try AtomicFile.write([1, 2, 3], to: folder + "/file")
      #expect(try WholeFile.read(folder + "/file", maximumLength: 3) == [1, 2, 3])
      #expect(throws: FileError("read", folder + "/file", reason: "File too large")) {
        try WholeFile.read(folder + "/file", maximumLength: 2)
      }
      #expect(throws: FileError("read", "/dev/zero", reason: "File too large")) {
        try WholeFile.read("/dev/zero", maximumLength: 1_000_000)
      }
    }
  }

  @Test func readsFilesOfUnknownLength() throws {
    #expect(try !WholeFile.read("/proc/self/status").isEmpty)
  }

  @Test func refusesFoldersAndMissingFiles() {
    #expect(throws: FileError("read", "/tmp", reason: "Is a directory")) {
      try WholeFile.read("/tmp")
    }
    #expect(throws: FileError("read", "/tmp/no/file", reason: "No such file or directory")) {
      try WholeFile.read("/tmp/no/file")
    }
  }
}
