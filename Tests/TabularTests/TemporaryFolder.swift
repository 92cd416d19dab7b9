import Glibc

/// A folder that exists only while a function runs.
enum TemporaryFolder {
  static func use<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = "/tmp/tabular-tests-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    guard unsafe mkdir(path, 0o700) == 0 else { throw NoFolder() }
    defer { remove(path) }
    return try body(path)
  }

  struct NoFolder: Error {}

  /// The names in a folder, in order.
  static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(in: path) where unsafe unlink("\(path)/\(name)") != 0 {
      remove("\(path)/\(name)")
    }
    unsafe rmdir(path)
  }
}
