extension Correspondence {
  /// What a compiled form begins with; the number is that of the form.
  private static let signature: [UInt8] = Array("puente 3".utf8)

  private static let relationNumbers: [MapRelation] = [
    .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .relatedMatch,
  ]

  /// The table in a form that is quick to read.
  ///
  /// A mapping set repeats labels, prefixes and justifications on every row, and libcsv takes 5 ns for each
  /// of its bytes; look-ups should not wait for that. The compiled form names the content it was made
  /// from, so that it can never stand in for a set that has changed, and ends in a hash of itself, so
  /// that a damaged one is not used.
  ///
  /// - Parameter content: The mapping set the table was read from.
  /// - Returns: The compiled form.
  public func compiled(from content: [UInt8]) -> [UInt8] {
    var writer = CompiledWriter()
    writer.bytes = Self.signature
    writer.write(contentHash(content[...]))
    for side in [subjects, objects] {
      writer.write(side.codes.count)
      for code in side.codes {
        writer.write(code.low)
        writer.write(code.high)
      }
      writer.write(side.without.count)
      for (code, note) in side.without.sorted(by: { $0.key < $1.key }) {
        writer.write(code)
        writer.write(note)
      }
    }
    writer.write(relations.count)
    for link in relations.indices {
      writer.write(Int(subjects.codeOfLink[link]))
      writer.write(Int(objects.codeOfLink[link]))
      let relation = Self.relationNumbers.firstIndex(of: relations[link]) ?? 0
      let flags =
        (negated.contains(Int32(link)) ? 8 : 0) | (partial.contains(Int32(link)) ? 16 : 0)
      writer.write(relation | flags)
      writer.write(Int(lines[link]))
    }
    writer.write(notes.count)
    for (link, note) in notes.sorted(by: { $0.key < $1.key }) {
      writer.write(Int(link))
      writer.write(note)
    }
    writer.write(scores.count)
    for score in scores { writer.write(Int(score.bitPattern)) }
    return Self.sealed(writer.bytes)
  }

  /// A compiled form with the hash of itself behind it.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var writer = CompiledWriter(bytes: bytes)
    writer.write(contentHash(bytes[...]))
    return writer.bytes
  }

  /// Reads a compiled form, or returns `nil` if it was made from other content or is damaged.
  ///
  /// - Parameters:
  ///   - description: What the table links.
  ///   - compiled: The compiled form.
  ///   - content: The mapping set as it is now.
  public init?(
    _ description: CorrespondenceDescription, compiled: [UInt8], content: [UInt8]
  ) {
    guard compiled.starts(with: Self.signature), compiled.count >= Self.signature.count + 16
    else { return nil }
    let body = compiled.dropLast(8)
    var ending = CompiledReader(compiled[body.endIndex...])
    var reader = CompiledReader(body.dropFirst(Self.signature.count))
    guard reader.readWord() == contentHash(content[...]), ending.readWord() == contentHash(body)
    else { return nil }
    self.init(description)
    for isObject in [false, true] {
      var side = Side()
      let codes = reader.readCount()
      side.codes.reserveCapacity(codes)
      for _ in 0..<codes {
        side.codes.append(PackedCode(low: reader.readWord(), high: reader.readWord()))
      }
      for _ in 0..<reader.readCount() {
        let code = reader.readText()
        side.without[code] = reader.readText()
      }
      if isObject { objects = side } else { subjects = side }
    }
    let links = reader.readCount()
    subjects.codeOfLink.reserveCapacity(links)
    objects.codeOfLink.reserveCapacity(links)
    relations.reserveCapacity(links)
    lines.reserveCapacity(links)
    for link in 0..<links {
      let subject = reader.readNumber()
      let object = reader.readNumber()
      let relation = reader.readNumber()
      guard subject < subjects.codes.count, object < objects.codes.count, relation & 7 < 5 else {
        return nil
      }
      subjects.codeOfLink.append(Int32(subject))
      objects.codeOfLink.append(Int32(object))
      relations.append(Self.relationNumbers[relation & 7])
      if relation & 8 != 0 { negated.insert(Int32(link)) }
      if relation & 16 != 0 { partial.insert(Int32(link)) }
      lines.append(Int32(clamping: reader.readNumber()))
    }
    for _ in 0..<reader.readCount() {
      let link = Int32(clamping: reader.readNumber())
      notes[link] = reader.readText()
    }
    let scored = reader.readCount()
    guard scored == 0 || scored == links else { return nil }
    scores.reserveCapacity(scored)
    for _ in 0..<scored {
      scores.append(Float(bitPattern: UInt32(truncatingIfNeeded: reader.readNumber())))
    }
    guard reader.isAtSoundEnd else { return nil }
    subjects.index(without: negated)
    objects.index(without: negated)
  }
}

/// A hash that tells whether content has changed.
///
/// It is no protection against somebody who wants to deceive.
private func contentHash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  // Eight bytes at a time, multiplied to twice the width and folded, as wyhash and its kin do.
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
  let span = bytes.span
  var index = 0
  while index + 8 <= span.count {
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
  while index < span.count {
    state = (state ^ UInt64(span[index])) &* 0x0000_0100_0000_01B3
    index += 1
  }
  return state
}
