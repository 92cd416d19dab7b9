import Glibc

/// Whether a file or folder is there and may be read.
public func fileExists(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }
