public import Classifications
public import Correspondences
import Diagnostics
import Tabular

/// Turns a publisher's concordance into a correspondence.
///
/// It reads Statistics Canada's concordances (codes, titles, `GSIM Type of Change`, `Partial`, notes),
/// INEGI's comparative tables, and other tables with a column of codes for each side. What is repaired
/// on the way is logged with its place, and nothing of a file with a fault is imported.
public struct CorrespondenceImporter {
  let description: CorrespondenceDescription
  let subject: CodeTable
  let object: CodeTable
  let options: ImportOptions

  /// Creates an importer.
  ///
  /// - Parameters:
  ///   - description: What the file links.
  ///   - subject: The code table of the subjects, against which codes are repaired and checked.
  ///   - object: The code table of the objects.
  ///   - options: How the file is to be read.
  public init(
    _ description: CorrespondenceDescription, subject: CodeTable, object: CodeTable,
    options: ImportOptions
  ) {
    self.description = description
    self.subject = subject
    self.object = object
    self.options = options
  }

  /// The columns of a concordance.
  private struct Columns {
    let subject: Int
    let object: Int
    let objectTitle: Int?
    let partial: Int?
    let change: Int?
    let notes: [Int]

    init(_ columns: [String], _ importer: CorrespondenceImporter) throws(ColumnError) {
      let header = HeaderRecognition(columns: columns, named: importer.options.columns)
      let left = SideHeaders(
        classification: importer.subject.classification, other: importer.object.classification)
      let right = SideHeaders(
        classification: importer.object.classification, other: importer.subject.classification)
      subject = try header.requiredColumn("source", where: left.isCode)
      object = try header.requiredColumn("target", where: right.isCode)
      // A title column that names no side, such as `Denominación`, is of the codes before it.
      let next = object + 1
      let isBare =
        next < columns.count
        && HeaderRecognition.titleWords.contains(foldedTitle(columns[next]))
      objectTitle =
        try header.column("target-title", where: right.isTitle) ?? (isBare ? next : nil)
      partial = try header.column("partial") { header in
        ["partial", "parcial", "part", "partiel"].contains(header) || header.hasSuffix(" part")
      }
      change = try header.column("change") { $0.contains("gsim") || $0.contains("type of change") }
      let noteWords: Set<String> = ["note", "notes", "nota", "notas", "comment", "comments"]
      let words = columns.map { Set(foldedTitle($0).split(separator: " ").map(String.init)) }
      let found = columns.indices.filter { !words[$0].isDisjoint(with: noteWords) }
      notes = try header.column("note", where: { _ in false }).map { [$0] } ?? found
    }
  }

  /// A row as it was read, before the relations are known.
  struct Row {
    let subject: String?
    let object: String?
    let objectTitle: String
    let isPartial: Bool
    let changes: [String]
    let note: String
    let location: SourceLocation
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - unlinkedTargets: A file in which the publisher lists targets that have no source; `nil` if
  ///     there is none.
  /// - Returns: The links in the order of the file, and what was repaired.
  /// - Throws: ``InvalidInput`` with every fault, or ``FileError``.
  public func read(path: String, unlinkedTargets: String? = nil) throws -> Import<[ImportedLink]> {
    let (table, findings) = try publishersTable(path: path, options)
    var log = ImportLog()
    log.add(findings)
    let columns = try log.header(of: table) { () throws(ColumnError) in
      try Columns(table.columns, self)
    }
    var rows: [Row] = []
    var carried = ""
    for row in table.rows {
      if let read = self.row(row, columns, &carried, &log) { rows.append(read) }
    }
    if let unlinkedTargets { rows += try self.unlinkedTargets(path: unlinkedTargets, &log) }
    if rows.isEmpty, log.faults.isEmpty {
      log.failed(
        "empty-input", at: SourceLocation(file: table.name, line: 1, column: 1),
        "the file has no links",
        help: "check that it is the concordance"
      )
    }
    checkDuplicates(rows, &log)
    let links = links(rows, &log)
    return try log.finish(links)
  }

  /// Reads the publisher's list of targets that have no source.
  private func unlinkedTargets(path: String, _ log: inout ImportLog) throws -> [Row] {
    let (table, findings) = try publishersTable(path: path, options)
    log.add(findings)
    let header = HeaderRecognition(columns: table.columns, named: [:])
    let side = SideHeaders(classification: object.classification, other: subject.classification)
    let code = try log.header(of: table) { () throws(ColumnError) in
      try header.requiredColumn("target", where: side.isCode)
    }
    return table.rows.compactMap { row in
      let place = row.location(of: code)
      guard let resolved = resolve(cleaned(row.values[code]).text, in: object, place, &log) else {
        return nil
      }
      return Row(
        subject: nil, object: resolved, objectTitle: "", isPartial: false, changes: [],
        note: "listed by the publisher as without correspondence", location: place
      )
    }
  }

  private func row(
    _ row: Table.Row, _ columns: Columns, _ carried: inout String, _ log: inout ImportLog
  ) -> Row? {
    var printedSubject = cleaned(row.values[columns.subject]).text
    let printedObject = cleaned(row.values[columns.object]).text
    let title = columns.objectTitle.map { cleaned(row.values[$0]).text } ?? ""
    let subjectPlace = row.location(of: columns.subject)
    for code in [printedSubject, printedObject]
    where options.excludedCodes.contains(code) && !code.isEmpty {
      log.repaired(
        "excluded", at: subjectPlace,
        "the row '\(printedSubject)' - '\(printedObject)' is left out as asked", to: "")
      return nil
    }
    if printedSubject.isEmpty, printedObject.isEmpty {
      log.failed(
        "missing-code", at: subjectPlace, "the row has no code on either side",
        help: "delete the row")
      return nil
    }
    if options.carriesMergedCells {
      if printedSubject.isEmpty {
        printedSubject = carried
        log.repaired(
          "merged-cell", at: subjectPlace, "the blank cell stands for the merged one above it",
          to: carried)
      }
      carried = printedSubject
    }
    var note = columns.notes.map { cleaned(row.values[$0]).text }.filter { !$0.isEmpty }.joined(
      separator: "; ")
    var objectText = printedObject
    // INEGI writes its statement where a code or a title would stand.
    for statement in [printedObject, title] where isStatementOfNone(statement) {
      if note.isEmpty { note = statement }
      objectText = ""
    }
    if printedSubject.isEmpty || objectText.isEmpty, note.isEmpty {
      guard options.blankMeansNone else {
        let place = printedSubject.isEmpty ? subjectPlace : row.location(of: columns.object)
        log.failed(
          "blank-code", at: place, "the cell is blank, and no words say that nothing corresponds",
          help:
            "if a blank says so in this table, add '--blank-is-none'; if cells are merged, '--merged-cells'"
        )
        return nil
      }
      note = "listed by the publisher without a code on the other side"
    }
    let subjectCode = resolve(printedSubject, in: subject, subjectPlace, &log)
    let objectCode = resolve(objectText, in: object, row.location(of: columns.object), &log)
    guard subjectCode != nil || printedSubject.isEmpty, objectCode != nil || objectText.isEmpty
    else {
      return nil
    }
    return Row(
      subject: subjectCode, object: objectCode, objectTitle: title,
      isPartial: columns.partial.map { isMarked(row.values[$0]) } ?? false,
      changes: changes(row, columns, &log), note: note, location: subjectPlace
    )
  }

  private func isStatementOfNone(_ text: String) -> Bool {
    let folded = foldedTitle(text)
    return folded.hasPrefix("no tiene correspondencia") || folded.hasPrefix("sin correspondencia")
      || folded == "no correspondence"
  }

  private func isMarked(_ cell: String) -> Bool {
    let text = cleaned(cell).text.lowercased()
    return !["", "0", "no", "n", "false"].contains(text)
  }

  private func resolve(
    _ printed: String, in table: CodeTable, _ place: SourceLocation, _ log: inout ImportLog
  ) -> String? {
    guard !printed.isEmpty else { return nil }
    let level = options.mixesLevels ? nil : table.classification.unitGroupLevel
    let repair = CodeRepair(table: table, level: level, cutsPadding: options.cutsPadding)
    switch repair.resolve(printed) {
    case .asPrinted(let code): return code
    case .restoredZeros(let code):
      log.repaired("lost-zeros", at: place, "'\(printed)' has lost leading zeros", to: code)
      return code
    case .cutPadding(let code):
      log.repaired("padded-aggregate", at: place, "'\(printed)' is a padded aggregate", to: code)
      return code
    case .unknown:
      // A code that the other repair would find is not another code mistyped.
      let padded = CodeRepair(table: table, level: nil, cutsPadding: true)
      if !options.cutsPadding, case .cutPadding(let group) = padded.resolve(printed) {
        log.failed(
          "unknown-code", at: place,
          "'\(printed)' is not a code of \(table.classification.name); it reads like the group \(group), padded",
          help: "if aggregates are padded in this file, add '--cut-padding'", suggestions: [group])
        return nil
      }
      let near = NearCodes.of(printed, in: table).prefix(3).map(\.0.code)
      let advice = "correct it, or leave its rows out with '--exclude \(printed)'"
      log.failed(
        "unknown-code", at: place, "'\(printed)' is not a code of \(table.classification.name)",
        help: near.isEmpty ? advice : "did you mean \(near.joined(separator: ", "))? \(advice)",
        suggestions: near
      )
      return nil
    }
  }

  private func changes(_ row: Table.Row, _ columns: Columns, _ log: inout ImportLog) -> [String] {
    guard let column = columns.change, !row.values[column].isEmpty else { return [] }
    let cell = cleaned(row.values[column]).text
    guard let (codes, wasRepaired) = ChangeTypes.codes(in: cell) else {
      log.failed(
        "unknown-change", at: row.location(of: column),
        "'\(cell)' is not a list of GSIM types of change",
        help: "the types are RC1, RC2, RC3.1, RC3.2, RC4.1, RC4.2, RC5, VC1 and VC2"
      )
      return []
    }
    if wasRepaired {
      log.repaired(
        "change-types", at: row.location(of: column),
        "'\(cell)' is not written as the other cells are", to: codes.joined(separator: " "))
    }
    return codes
  }
}
