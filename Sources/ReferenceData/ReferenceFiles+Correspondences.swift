import Classifications
import Correspondences
import Diagnostics
import Tabular

// MARK: - Correspondences

extension ReferenceFiles {
  func correspondences() throws -> [CorrespondenceDescription] {
    var result: [CorrespondenceDescription] = []
    try read(
      "crosswalks/index.csv", ["id", "subject", "object", "file", "title", "kind", "source"],
      optional: ["evidence", "derived_from"], key: ["id"]
    ) { row in
      guard let subject = ClassificationID(rawValue: row[1]),
        let object = ClassificationID(rawValue: row[2])
      else {
        throw fault(
          row, 1, "'\(row[1])' or '\(row[2])' is not an identifier",
          "use those of classifications.csv")
      }
      result.append(
        CorrespondenceDescription(
          id: row[0], subject: subject, object: object, file: row[3], title: row[4], kind: row[5],
          source: row[6], evidence: row[7].isEmpty ? nil : row[7],
          derivedFrom: row[8].split(separator: " ").map(String.init)
        )
      )
    }
    return result
  }

  /// Reads the links of a correspondence, from its compiled form where that is of the same content.
  func correspondence(_ description: CorrespondenceDescription) throws -> Correspondence {
    let path = directory.file("crosswalks/\(description.file)")
    let bytes = try WholeFile.read(path)
    if let compiled = try? WholeFile.read(compiledFile(description)),
      let table = Correspondence(description, compiled: compiled, content: bytes)
    {
      return table
    }
    return try correspondence(description, bytes: bytes, name: path)
  }

  /// The compiled form of a correspondence: the path it belongs at, and its bytes.
  func compiled(_ description: CorrespondenceDescription) throws -> (path: String, bytes: [UInt8]) {
    let path = directory.file("crosswalks/\(description.file)")
    let bytes = try WholeFile.read(path)
    let table = try correspondence(description, bytes: bytes, name: path)
    return (compiledFile(description), table.compiled(from: bytes))
  }

  private func compiledFile(_ description: CorrespondenceDescription) -> String {
    directory.file("crosswalks/compiled/\(description.id).bin")
  }

  /// Reads the links of a correspondence from its SSSOM file.
  ///
  /// Only the columns that a link needs are taken; `puente check` reads such a file whole.
  private func correspondence(
    _ description: CorrespondenceDescription, bytes: [UInt8], name path: String
  ) throws -> Correspondence {
    var start = 0
    var line = 1
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      start = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
      line += 1
    }
    let schema = TableSchema(
      columns: [
        TableSchema.Column("subject_id"), TableSchema.Column("predicate_id"),
        TableSchema.Column("predicate_modifier", isRequired: false),
        TableSchema.Column("object_id"),
        TableSchema.Column("comment", isRequired: false),
        TableSchema.Column("ext_partial", isRequired: false),
        TableSchema.Column("similarity_score", isRequired: false),
        TableSchema.Column("match_string", isRequired: false),
      ]
    )
    var options = CSVOptions()
    options.delimiter = .tab
    var reader = TableReader(
      bytes: bytes, name: path, from: start, line: line, schema: schema, options: options
    )
    let subjectPrefix = description.subject.rawValue.utf8.count + 1
    let objectPrefix = description.object.rawValue.utf8.count + 1
    var builder = Correspondence.Builder(description)
    let findings = try reader.read { row in
      if isNoTerm(row, 3) {
        builder.add(subjectWithout: String(row[0].dropFirst(subjectPrefix)), note: row[4])
        return
      }
      if isNoTerm(row, 0) {
        builder.add(objectWithout: String(row[3].dropFirst(objectPrefix)), note: row[4])
        return
      }
      guard let relation = relation(row, 1) else {
        throw fault(
          row, 1, "'\(row[1])' is not a SKOS mapping property", "run 'puente check' on the file")
      }
      let score = try similarity(row, 6)
      let note = row.isEmpty(7) ? row[4] : row[7]
      let isAdded = row.withUTF8(0) { subject in
        row.withUTF8(3) { object in
          builder.add(
            subject: subject.extracting(droppingFirst: min(subjectPrefix, subject.count)),
            object: object.extracting(droppingFirst: min(objectPrefix, object.count)),
            relation: relation, isNegated: row[2] == "Not", isPartial: row[5] == "true",
            score: score, note: note, line: row.line
          )
        }
      }
      guard isAdded else {
        throw fault(row, 0, "a code is missing or too long", "run 'puente check' on the file")
      }
    }
    if findings.containsErrors { throw InvalidInput(findings) }
    return builder.finish()
  }
}

/// Whether a cell says that there is no term.
private func isNoTerm(_ row: borrowing TableRow, _ column: Int) -> Bool {
  row.withUTF8(column) {
    $0.count == 17 && $0[0] == UInt8(ascii: "s") && $0[1] == UInt8(ascii: "s")
  }
    && row[column] == "sssom:NoTermFound"
}

/// The relation a cell names: told from the first letter after `skos:`, then checked whole.
private func relation(_ row: borrowing TableRow, _ column: Int) -> MapRelation? {
  let letter = row.withUTF8(column) { $0.count > 5 ? $0[5] : 0 }
  let relation: MapRelation? =
    switch letter {
    case UInt8(ascii: "e"): .exactMatch
    case UInt8(ascii: "c"): .closeMatch
    case UInt8(ascii: "b"): .broadMatch
    case UInt8(ascii: "n"): .narrowMatch
    case UInt8(ascii: "r"): .relatedMatch
    default: nil
    }
  guard let relation else { return nil }
  let isSame = row.withUTF8(column) { bytes in
    let name = relation.rawValue.utf8
    return bytes.count == name.count && zip(bytes.indices, name).allSatisfy { bytes[$0] == $1 }
  }
  return isSame ? relation : nil
}

/// The similarity in a cell; `nil` where the table has none.
private func similarity(_ row: borrowing TableRow, _ column: Int) throws -> Float? {
  guard row.hasColumn(column) else { return nil }
  guard let score = Float(row[column]), (0...1).contains(score) else {
    throw fault(
      row, column, "'\(row[column])' is not a similarity", "write a number from 0 to 1 on every row"
    )
  }
  return score
}
