import Classifications

extension TitleIndex {
  /// What a compiled index begins with; the number is that of its form and of
  /// the rules by which titles are taken apart.
  private static let signature: [UInt8] = Array("titles 3".utf8)

  /// The index as two files: numbers, and the titles themselves.
  ///
  /// - Parameter origin: What the index was made from; a compiled index of something else is not used.
  /// - Returns: The bytes of both.
  public func compiled(from origin: CompiledOrigin) -> (numbers: [UInt8], titles: [UInt8]) {
    var writer = NumberWriter()
    writer.bytes = Self.signature
    writer.write(word: origin.content)
    writer.write(word: origin.sizes)
    writer.write(groups.count)
    for group in groups { writer.write(Array("\(group)".utf8)) }
    writer.write(abbreviations.count)
    for abbreviation in abbreviations {
      writer.write(abbreviation.text)
      writer.write(Int(abbreviation.language))
      writer.write(abbreviation.words.count)
      for word in abbreviation.words { writer.write(word) }
    }
    writer.write(stemCount)
    writer.write(postings.count)
    for stem in 0..<stemCount {
      writer.write(Array(stemText(stem)))
      for language in 0..<3 { writer.write(Int(stemLanguages[3 * stem + language])) }
      var last: UInt32 = 0
      for index in Int(postingStarts[stem])..<Int(postingStarts[stem + 1]) {
        writer.write(Int(postings[index] - last))
        last = postings[index] & ~1
      }
      let own = bags[Int(bagStarts[stem])..<Int(bagStarts[stem + 1])]
      writer.write(own.count)
      var group: UInt16 = 0
      for bag in own {
        writer.write(Int(bag.group - group))
        writer.write(Int(bag.titles) << 1 | (bag.heads > 0 ? 1 : 0))
        if bag.heads > 0 { writer.write(Int(bag.heads)) }
        group = bag.group
      }
    }
    writer.write(count)
    writer.write(links.count)
    for title in 0..<count {
      writer.write(
        Int(titleStarts[title + 1] - titleStarts[title]) * 3 + Int(titleLanguages[title]))
      writer.write(linkRange(title).count)
      for link in linkRange(title).map({ links[$0] }) {
        writer.write(Int(link.group) << 4 | Int(link.standing))
        writer.bytes.append(link.strength)
      }
    }
    writer.write(word: contentHash(writer.bytes))
    return (writer.bytes, titleBytes)
  }

  /// Reads a compiled index, or returns `nil` if it was made from something else or is damaged.
  ///
  /// - Parameters:
  ///   - numbers: The file of numbers.
  ///   - titles: The file of titles.
  ///   - isCurrent: Whether what it was made from is what there is now.
  public init?(
    numbers: [UInt8], titles: [UInt8], isCurrent: (CompiledOrigin) throws -> Bool
  ) rethrows {
    guard numbers.starts(with: Self.signature), numbers.count > 32 else { return nil }
    var ending = NumberReader(numbers, from: numbers.count - 8)
    var reader = NumberReader(numbers, from: Self.signature.count)
    let origin = CompiledOrigin(content: reader.readWord(), sizes: reader.readWord())
    guard ending.readWord() == contentHash(numbers, count: numbers.count - 8),
      try isCurrent(origin)
    else { return nil }
    reader.end = numbers.count - 8
    self.init()
    for _ in 0..<reader.readCount() {
      guard let code = OccupationCode(curie: String(decoding: reader.readBytes(), as: UTF8.self))
      else { return nil }
      groups.append(code)
    }
    for _ in 0..<reader.readCount() {
      let text = Array(reader.readBytes())
      let language = UInt8(truncatingIfNeeded: reader.read())
      let words = (0..<reader.readCount()).map { _ in Array(reader.readBytes()) }
      abbreviations.append(Abbreviation(text: text, language: language, words: words))
    }
    guard readStems(&reader), readTitles(&reader, titles), reader.isAtSoundEnd else { return nil }
    let isSound = postings.allSatisfy { Int($0 >> 1) < count }
    guard isSound, links.allSatisfy({ Int($0.group) < groups.count }) else { return nil }
    weigh()
  }

  private mutating func readStems(_ reader: inout NumberReader) -> Bool {
    let stems = reader.readCount()
    let total = reader.readCount()
    postings.reserveCapacity(total)
    stemStarts.reserveCapacity(stems + 1)
    postingStarts.reserveCapacity(stems + 1)
    stemLanguages.reserveCapacity(3 * stems)
    for _ in 0..<stems {
      stemBytes += reader.readBytes()
      stemStarts.append(UInt32(stemBytes.count))
      var frequency = 0
      for _ in 0..<3 {
        let number = reader.readCount()
        frequency += number
        stemLanguages.append(UInt32(number))
      }
      var last: UInt32 = 0
      for _ in 0..<frequency {
        let posting = last &+ UInt32(truncatingIfNeeded: reader.read())
        postings.append(posting)
        last = posting & ~1
      }
      postingStarts.append(UInt32(postings.count))
      var group: UInt16 = 0
      for _ in 0..<reader.readCount() {
        group &+= UInt16(truncatingIfNeeded: reader.read())
        let titles = reader.read()
        bags.append(
          Bag(
            group: group, titles: UInt16(truncatingIfNeeded: titles >> 1),
            heads: titles & 1 == 0 ? 0 : UInt16(truncatingIfNeeded: reader.read())))
      }
      bagStarts.append(UInt32(bags.count))
    }
    return postings.count == total && bags.allSatisfy { Int($0.group) < groups.count }
  }

  private mutating func readTitles(_ reader: inout NumberReader, _ titles: [UInt8]) -> Bool {
    let count = reader.readCount()
    let total = reader.readCount()
    titleStarts.reserveCapacity(count + 1)
    titleLanguages.reserveCapacity(count)
    linkStarts.reserveCapacity(count + 1)
    links.reserveCapacity(total)
    var end = 0
    for _ in 0..<count {
      let shape = reader.read()
      end += shape / 3
      titleStarts.append(UInt32(truncatingIfNeeded: end))
      titleLanguages.append(UInt8(shape % 3))
      for _ in 0..<reader.readCount() {
        let link = reader.read()
        links.append(
          Link(
            group: UInt16(truncatingIfNeeded: link >> 4), standing: UInt8(link & 15),
            strength: reader.readByte()))
      }
      linkStarts.append(UInt32(links.count))
    }
    titleBytes = titles
    return end == titles.count && links.count == total
  }
}

/// A hash that tells whether content has changed; it is no protection against deceit.
///
/// - Parameters:
///   - bytes: The content.
///   - count: How many bytes of it count; all if it is not given.
///   - seed: Where to begin, to hash several contents one after the other.
/// - Returns: The hash.
public func contentHash(_ bytes: [UInt8], count: Int? = nil, seed: UInt64 = 0) -> UInt64 {
  // Eight bytes at a time, multiplied to twice the width and folded, as wyhash and its kin do.
  let count = count ?? bytes.count
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count) ^ seed
  let span = bytes.span
  var index = 0
  while index + 8 <= count {
    var word = UInt64(span[index])
    word |= UInt64(span[index + 1]) << 8
    word |= UInt64(span[index + 2]) << 16
    word |= UInt64(span[index + 3]) << 24
    word |= UInt64(span[index + 4]) << 32
    word |= UInt64(span[index + 5]) << 40
    word |= UInt64(span[index + 6]) << 48
    word |= UInt64(span[index + 7]) << 56
    let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    state = product.low ^ product.high
    index += 8
  }
  while index < count {
    state = (state ^ UInt64(span[index])) &* 0x0000_0100_0000_01B3
    index += 1
  }
  return state
}
