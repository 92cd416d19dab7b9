import Testing

@testable import Digests

@Suite struct SHA256DigestTests {
  /// The examples of FIPS 180-4 (NIST's "SHA-256 example" and its long message), and the empty message.
  static let examples: [(message: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test(arguments: examples.indices) func agreesWithTheStandard(_ index: Int) {
    let (message, digest) = Self.examples[index]
    #expect(SHA256Digest(of: Array(message.utf8)).hex == digest)
  }

  @Test func doesNotMindInWhichPartsBytesArrive() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var hasher = SHA256Hasher()
    for start in stride(from: 0, to: bytes.count, by: 13) {
      hasher.update(Array(bytes[start..<min(start + 13, bytes.count)]))
    }
    #expect(hasher.digest() == SHA256Digest(of: bytes))
  }

  @Test func readsWhatItWrites() throws {
    let digest = SHA256Digest(of: [1, 2, 3])
    #expect(SHA256Digest(hex: digest.hex) == digest)
    #expect(SHA256Digest(bytes: digest.bytes) == digest)
    #expect(SHA256Digest(hex: digest.hex.uppercased()) == nil)
    #expect(SHA256Digest(hex: String(digest.hex.dropLast())) == nil)
    #expect(SHA256Digest(bytes: [1]) == nil)
  }
}
