import CNettle

/// The SHA-256 digest of some bytes (FIPS 180-4), by means of nettle.
///
/// ```swift
/// SHA256Digest(of: Array("abc".utf8)).hex  // ba7816bf…f20015ad
/// ```
public struct SHA256Digest: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The length of a digest in bytes.
  public static let byteCount = 32

  /// Calculates the digest of some bytes.
  public init(of bytes: [UInt8]) {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    self = hasher.digest()
  }

  /// Creates a digest from its 32 bytes, or returns `nil` if there are not 32.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in bytes.enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// Reads a digest from 64 hexadecimal digits in lower case, or returns `nil` if the text is not that.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  /// The digest as 64 hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * Self.byteCount)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether two digests are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.words == right.words
  }

  /// Feeds the digest into a hasher; its first bytes are as good as all.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension SHA256Digest: Comparable {
  /// Orders by bytes.
  public static func < (left: Self, right: Self) -> Bool { left.words < right.words }
}

extension SHA256Digest: CustomStringConvertible {
  /// The hexadecimal digits.
  public var description: String { hex }
}

/// Calculates a digest of bytes that arrive in parts.
@safe public struct SHA256Hasher {
  private var context = sha256_ctx()

  /// Begins without bytes.
  public init() { unsafe nettle_sha256_init(&context) }

  /// Takes some bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe nettle_sha256_update(&context, bytes.count, base)
    }
  }

  /// The digest of all the bytes; the hasher begins anew.
  public mutating func digest() -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    unsafe bytes.withUnsafeMutableBufferPointer { target in
      unsafe nettle_sha256_digest(&context, target.count, target.baseAddress)
    }
    guard let digest = SHA256Digest(bytes: bytes) else { preconditionFailure("32 bytes") }
    return digest
  }
}
