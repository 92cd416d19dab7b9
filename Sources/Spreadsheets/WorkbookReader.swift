/// Reads workbooks in the form of Excel (XLSX): the texts of the cells, nothing else.
///
/// What Excel, LibreOffice and others write is read alike. An archive or a document that is made to overwhelm its
/// reader is refused.
public struct WorkbookReader {
  private let archive: Archive
  private let file: String
  private let limits: SpreadsheetLimits
  private var strings: [String] = []
  private var cells = 0

  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - name: The name of the file for errors.
  ///   - limits: What the workbook may have at most.
  /// - Returns: The sheets, in the order of the workbook.
  /// - Throws: ``SpreadsheetError``.
  public static func read(
    _ bytes: [UInt8], name: String, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) -> [ReadSheet] {
    var reader = WorkbookReader(
      archive: try Archive(bytes, file: name, limits: limits), file: name, limits: limits)
    return try reader.sheets()
  }

  private init(archive: Archive, file: String, limits: SpreadsheetLimits) {
    self.archive = archive
    self.file = file
    self.limits = limits
  }

  private mutating func sheets() throws(SpreadsheetError) -> [ReadSheet] {
    var names: [(name: String, relation: String)] = []
    var countsFrom1904 = false
    try walk("xl/workbook.xml") { name, attributes in
      if name == "sheet" { names.append((attributes["name"] ?? "", attributes["id"] ?? "")) }
      if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"]) }
    }
    var targets: [String: String] = [:]
    try walk("xl/_rels/workbook.xml.rels") { name, attributes in
      if name == "Relationship", let id = attributes["Id"] { targets[id] = attributes["Target"] }
    }
    strings = try sharedStrings()
    var result: [ReadSheet] = []
    for (name, relation) in names {
      guard let target = targets[relation] else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
      // A sheet of charts has no cells.
      guard !target.contains("chartsheets"), let bytes = try archive.part(path) else { continue }
      let rows = try rows(of: bytes, part: path)
      result.append(ReadSheet(name: name, rows: rows, countsFrom1904: countsFrom1904))
    }
    return result
  }

  private func walk(
    _ part: String, _ begins: @escaping (String, [String: String]) -> Void
  ) throws(SpreadsheetError) {
    guard let bytes = try archive.part(part) else {
      throw SpreadsheetError(
        file: file,
        problem: "it is not a workbook in the form of Excel (XLSX): '\(part)' is missing")
    }
    let reader = try reader()
    reader.begins = begins
    try read(reader, bytes, part)
  }

  private func reader() throws(SpreadsheetError) -> XMLReader {
    guard let reader = XMLReader(mostDeep: limits.depth) else {
      throw SpreadsheetError(file: file, problem: "there is not enough memory to read it")
    }
    return reader
  }

  private func read(
    _ reader: XMLReader, _ bytes: [UInt8], _ part: String
  ) throws(SpreadsheetError) {
    if let problem = reader.read(bytes) {
      throw SpreadsheetError(file: file, problem: "its part '\(part)' cannot be read: \(problem)")
    }
  }

  /// The texts that cells refer to by number; none if the workbook has no list of them.
  private func sharedStrings() throws(SpreadsheetError) -> [String] {
    guard let bytes = try archive.part("xl/sharedStrings.xml") else { return [] }
    let reader = try reader()
    let collector = TextCollector()
    var strings: [String] = []
    reader.begins = { name, _ in
      if name == "si" { collector.clear() }
      collector.begin(name)
    }
    reader.text = { collector.add($0) }
    reader.ends = { name in
      collector.end(name)
      if name == "si" { strings.append(collector.text) }
    }
    try read(reader, bytes, "xl/sharedStrings.xml")
    return strings
  }

  private mutating func rows(
    of bytes: [UInt8], part: String
  ) throws(SpreadsheetError) -> [ReadSheet.Row] {
    let reader = try reader()
    let walk = SheetWalk(strings: strings, remaining: limits.cells - cells)
    reader.begins = { walk.begin($0, $1) }
    reader.text = { walk.collector.add($0) }
    reader.ends = { walk.end($0) }
    try read(reader, bytes, part)
    cells += walk.count
    guard !walk.isOverfull else {
      throw SpreadsheetError(file: file, problem: "it has more than \(limits.cells) cells")
    }
    if let problem = walk.problem {
      throw SpreadsheetError(file: file, problem: "its part '\(part)' \(problem)")
    }
    return walk.rows
  }
}

/// Collects the text of `t` and `v` elements, without the pronunciation of Asian texts.
private final class TextCollector {
  private var bytes: [UInt8] = []
  private var isOpen = false
  private var isPronunciation = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func clear() {
    bytes.removeAll(keepingCapacity: true)
    isOpen = false
    isPronunciation = false
  }

  func begin(_ name: String) {
    if name == "rPh" { isPronunciation = true }
    if name == "t" || name == "v" { isOpen = !isPronunciation }
  }

  func end(_ name: String) {
    if name == "rPh" { isPronunciation = false }
    if name == "t" || name == "v" { isOpen = false }
  }

  func add(_ text: [UInt8]) {
    if isOpen { bytes += text }
  }
}

/// Takes the cells out of a sheet.
private final class SheetWalk {
  let collector = TextCollector()
  private(set) var rows: [ReadSheet.Row] = []
  private(set) var count = 0
  private(set) var isOverfull = false
  private(set) var problem: String?

  private let strings: [String]
  private let remaining: Int
  private var number = 0
  private var texts: [String] = []
  private var column = 0
  private var type = ""

  /// The most columns that Excel has.
  private static let mostColumns = 16_384

  init(strings: [String], remaining: Int) {
    self.strings = strings
    self.remaining = remaining
  }

  func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      number = attributes["r"].flatMap { Int($0) } ?? number + 1
      texts = []
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? texts.count
      type = attributes["t"] ?? "n"
      collector.clear()
    default: collector.begin(name)
    }
  }

  func end(_ name: String) {
    switch name {
    case "row":
      if texts.contains(where: { !$0.isEmpty }) {
        rows.append(ReadSheet.Row(number: number, texts: texts))
      }
    case "c": add()
    default: collector.end(name)
    }
  }

  private func add() {
    count += 1
    guard count <= remaining else {
      isOverfull = true
      return
    }
    guard column < Self.mostColumns else {
      problem = "has a cell beyond the last column"
      return
    }
    var text = collector.text
    if type == "s" {
      guard let index = Int(text), strings.indices.contains(index) else {
        problem = "has a cell whose text is not there"
        return
      }
      text = strings[index]
    }
    guard !text.isEmpty else { return }
    text = EscapedText.unescaped(text)
    while texts.count < column { texts.append("") }
    if texts.count == column { texts.append(text) } else { texts[column] = text }
  }

  /// The index of the column of a reference such as `AB12`.
  private static func column(_ reference: String) -> Int? {
    var index = 0
    for byte in reference.utf8.prefix(while: { $0 >= 0x41 && $0 <= 0x5A }) {
      index = index * 26 + Int(byte) - 0x40
      if index > mostColumns { return mostColumns }
    }
    return index == 0 ? nil : index - 1
  }
}
