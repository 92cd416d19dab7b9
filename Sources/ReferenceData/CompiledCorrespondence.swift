import Correspondences
import Diagnostics
import Tabular

/// The links of a mapping set in a form that is quick to read, for look-ups that should not wait.
///
/// A mapping set repeats labels, prefixes and justifications on every row; libcsv takes 5 ns for each of
/// its bytes. The compiled form has a tenth of them. It names the content it was made from by a hash, so
/// it can never stand in for a set that has changed: then the set itself is read.
enum CompiledCorrespondence {
  /// The path of the compiled form of a set, relative to the data folder.
  static func file(_ description: CorrespondenceDescription) -> String {
    "crosswalks/compiled/\(description.id).tsv"
  }

  private static let signature = "#puente-compiled-1 "

  private static let letters: [(UInt8, MapRelation)] = [
    (UInt8(ascii: "e"), .exactMatch), (UInt8(ascii: "c"), .closeMatch), (UInt8(ascii: "b"), .broadMatch),
    (UInt8(ascii: "n"), .narrowMatch), (UInt8(ascii: "r"), .relatedMatch),
  ]

  /// Writes the compiled form of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - bytes: The file it was read from.
  static func encode(_ table: Correspondence, of bytes: [UInt8]) -> [UInt8] {
    var writer = CSVWriter(style: CSVWriter.Style(delimiter: .tab))
    writer.write(["subject", "object", "relation", "line", "note"])
    for link in table.links {
      let letter = letters.first { $0.1 == link.relation }.map { Character(UnicodeScalar($0.0)) } ?? "?"
      let relation = link.isNegated ? "!\(letter)" : "\(letter)"
      writer.write([link.subject, link.object, relation, String(link.line), link.note])
    }
    for (code, note) in table.withoutCorrespondence(.forward) { writer.write([code, "", "0", "", note]) }
    for (code, note) in table.withoutCorrespondence(.backward) { writer.write(["", code, "0", "", note]) }
    return Array("\(signature)\(hash(bytes))\n".utf8) + writer.bytes
  }

  /// Reads a compiled form, or returns `nil` if it was made from other bytes or is damaged.
  static func decode(
    _ compiled: [UInt8], name: String, of bytes: [UInt8], _ description: CorrespondenceDescription
  ) -> Correspondence? {
    let first = Array("\(signature)\(hash(bytes))\n".utf8)
    guard compiled.starts(with: first) else { return nil }
    var options = CSVOptions()
    options.delimiter = .tab
    var reader = CSVReader(bytes: compiled, name: name, from: first.count, line: 2, options: options)
    var builder = Correspondence.Builder(description)
    var isSound = true
    var isHeader = true
    let findings = try? reader.read { record in
      if isHeader {
        isHeader = false
        return
      }
      guard record.fieldCount == 5 else {
        isSound = false
        return
      }
      var letter: UInt8 = 0
      var isNegated = false
      record.withUTF8(2) { relation in
        isNegated = relation.count == 2
        if let last = relation.indices.last { letter = relation[last] }
      }
      if letter == UInt8(ascii: "0") {
        if record[1].isEmpty {
          builder.add(subjectWithout: record[0], note: record[4])
        } else {
          builder.add(objectWithout: record[1], note: record[4])
        }
        return
      }
      let line = record.withUTF8(3) { digits in
        var number = 0
        for index in digits.indices { number = number * 10 + Int(digits[index]) - 0x30 }
        return number
      }
      guard let relation = letters.first(where: { $0.0 == letter })?.1 else {
        isSound = false
        return
      }
      let note = record.withUTF8(4) { $0.isEmpty } ? "" : record[4]
      let isAdded = record.withUTF8(0) { subject in
        record.withUTF8(1) { object in
          builder.add(
            subject: subject, object: object, relation: relation, isNegated: isNegated, note: note, line: line
          )
        }
      }
      if !isAdded { isSound = false }
    }
    guard isSound, findings?.isEmpty == true else { return nil }
    return builder.finish()
  }

  /// A hash that tells whether a file has changed; it is no protection against somebody who wants to
  /// deceive.
  private static func hash(_ bytes: [UInt8]) -> String {
    // Eight bytes at a time, each multiplied and folded, as in wyhash and its kin.
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    let span = bytes.span
    var index = 0
    while index + 8 <= span.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(span[index + offset]) << (8 * UInt64(offset)) }
      let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.low ^ product.high
      index += 8
    }
    while index < span.count {
      state = (state ^ UInt64(span[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
