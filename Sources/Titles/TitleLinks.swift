/// Where the groups of an index lead in a classification, as it is written down so that titles are coded at
/// once.
public struct TitleLinks: Hashable, Sendable {
  /// The codes of the unit groups, in the publisher's order.
  public let codes: [String]
  /// How many people work in each, or any number in proportion; empty if not known.
  public let workers: [Double]
  /// For each group of the index, where it leads.
  public let links: [[TitleTarget.Link]]

  /// Creates links.
  public init(codes: [String], workers: [Double], links: [[TitleTarget.Link]]) {
    self.codes = codes
    self.workers = workers
    self.links = links
  }

  private static let signature = Array("titlelinks 1".utf8)

  /// The links in a form that is read at once.
  ///
  /// - Parameter origin: What they were made from.
  /// - Returns: The bytes.
  public func compiled(from origin: CompiledOrigin) -> [UInt8] {
    var writer = NumberWriter()
    writer.bytes = Self.signature
    writer.write(word: origin.content)
    writer.write(word: origin.sizes)
    writer.write(codes.count)
    for code in codes { writer.write(Array(code.utf8)) }
    writer.write(workers.count)
    for number in workers { writer.write(word: number.bitPattern) }
    writer.write(links.count)
    for own in links {
      writer.write(own.count)
      for link in own {
        writer.write(link.group)
        writer.write(Int((link.strength * 10_000).rounded()))
      }
    }
    writer.write(word: contentHash(writer.bytes))
    return writer.bytes
  }

  /// Reads compiled links, or returns `nil` if they were made from something else or are damaged.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - isCurrent: Whether what they were made from is what there is now.
  public init?(_ bytes: [UInt8], isCurrent: (CompiledOrigin) throws -> Bool) rethrows {
    guard bytes.starts(with: Self.signature), bytes.count > Self.signature.count + 24 else {
      return nil
    }
    var ending = NumberReader(bytes, from: bytes.count - 8)
    var reader = NumberReader(bytes, from: Self.signature.count)
    let origin = CompiledOrigin(content: reader.readWord(), sizes: reader.readWord())
    guard ending.readWord() == contentHash(bytes, count: bytes.count - 8), try isCurrent(origin)
    else { return nil }
    reader.end = bytes.count - 8
    codes = (0..<reader.readCount()).map { _ in String(decoding: reader.readBytes(), as: UTF8.self)
    }
    workers = (0..<reader.readCount()).map { _ in Double(bitPattern: reader.readWord()) }
    links = (0..<reader.readCount()).map { _ in
      (0..<reader.readCount()).map { _ in
        TitleTarget.Link(group: reader.read(), strength: Float(reader.read()) / 10_000)
      }
    }
    let count = codes.count
    guard reader.isAtSoundEnd, workers.isEmpty || workers.count == count,
      links.allSatisfy({ $0.allSatisfy { $0.group < count } })
    else { return nil }
  }
}

/// What a compiled file was made from: a hash of the content of its inputs, and one of their sizes, which is
/// quicker to compare.
public struct CompiledOrigin: Hashable, Sendable {
  /// The hash of the content.
  public let content: UInt64
  /// The hash of the sizes.
  public let sizes: UInt64

  /// Creates an origin.
  public init(content: UInt64, sizes: UInt64) {
    self.content = content
    self.sizes = sizes
  }
}
