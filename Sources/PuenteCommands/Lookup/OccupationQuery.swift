import Classifications
import CommandLineKit
import ReferenceData
import Rendering

/// What a user types to name an occupation: a code with its classification, a bare code, or a title.
struct OccupationQuery {
  /// What a query names.
  enum Meaning {
    /// One code.
    case code(OccupationCode)
    /// The groups that have a title, each with the title that was found and whose it is.
    case titled([TitleSearch.Group])
  }

  let text: String
  let classification: ClassificationID?

  /// Creates a query; blanks around it do not matter.
  init(text: String, classification: ClassificationID?) {
    var text = text[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    self.text = String(text)
    self.classification = classification
  }

  /// Finds out what the query names.
  ///
  /// - Throws: ``NotFound`` if nothing has that code or title, ``AmbiguousCode`` if a bare code exists in
  ///   several classifications, `UsageError` if there is no code or title at all.
  func resolve(in catalogue: Catalogue) throws -> Meaning {
    guard !text.isEmpty else { throw UsageError("the code or title is empty") }
    if text.first == ":", Self.looksLikeCode(String(text.dropFirst())) {
      let code = String(text.dropFirst())
      return try OccupationQuery(text: code, classification: classification).resolve(in: catalogue)
    }
    if text.last == ":", let id = ClassificationID(rawValue: text.dropLast().lowercased()),
      catalogue.classifications.contains(where: { $0.id == id })
    {
      throw UsageError("\(echoed(text)) has no code; 'puente tree \(id)' shows the codes there are")
    }
    if let code = Self.code(in: text, catalogue) {
      return .code(try known(code, in: catalogue))
    }
    if let code = OccupationCode(curie: text) {
      if catalogue.classifications.contains(where: { $0.id == code.classification }) {
        guard try catalogue.codeTable(code.classification).contains(code.code) else {
          throw try unknown(code, in: catalogue)
        }
        return .code(code)
      }
      guard text.contains(" ") else {
        _ = try catalogue.classification(code.classification)
        return .titled([])
      }
    }
    if let classification {
      if Self.looksLikeCode(text) {
        return .code(try known(OccupationCode(classification, text), in: catalogue))
      }
    } else if Self.looksLikeCode(text) {
      return try bareCode(in: catalogue)
    }
    let groups = try TitleSearch(text, in: classification, catalogue).groups
    guard !groups.isEmpty else {
      throw NotFound(
        message: "no group has the title \(echoed(text))",
        suggestions: try SimilarTitles.groups(of: text, in: classification, catalogue))
    }
    return .titled(groups)
  }

  /// The code that a text names however its prefix is written: `NOC 2016:3012`, `noc-2016 3012`.
  ///
  /// - Returns: The code, which need not exist; `nil` if the text begins with no classification.
  static func code(in text: String, _ catalogue: Catalogue) -> OccupationCode? {
    let plain = text.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    for classification in catalogue.classifications {
      let id = classification.id.rawValue
      guard plain.hasPrefix(id) else { continue }
      // What follows the prefix, as it was written: a hyphen belongs to codes of SOC.
      var rest = text[...]
      var matched = ""
      while matched != id, let first = rest.popFirst() {
        if first != " ", first != "-", first != "_" { matched += first.lowercased() }
      }
      let code = rest.drop { $0 == ":" || $0.isWhitespace }
      let isSeparated = rest.first == ":" || rest.first?.isWhitespace == true
      guard isSeparated, !code.isEmpty, looksLikeCode(String(code)) else { continue }
      return OccupationCode(classification.id, String(code))
    }
    return nil
  }

  /// The code as its table writes it; letters may be small.
  private func known(_ code: OccupationCode, in catalogue: Catalogue) throws -> OccupationCode {
    let table = try catalogue.codeTable(code.classification)
    for spelling in [code.code, code.code.uppercased()] where table.contains(spelling) {
      return OccupationCode(code.classification, spelling)
    }
    throw try unknown(code, in: catalogue)
  }

  /// Whether a text can only be meant as a code: it is short and has digits, no blanks, and at most one
  /// letter at its beginning.
  static func looksLikeCode(_ text: String) -> Bool {
    let rest = text.first?.isLetter == true ? text.dropFirst() : text[...]
    return text.count <= 8 && rest.contains(where: \.isNumber)
      && rest.allSatisfy { $0.isASCII && ($0.isNumber || "-/.".contains($0)) }
  }

  private func bareCode(in catalogue: Catalogue) throws -> Meaning {
    let text = text.uppercased()
    let found = try catalogue.classifications.filter {
      try catalogue.codeTable($0.id).contains(text)
    }
    if found.count == 1 { return .code(OccupationCode(found[0].id, text)) }
    guard found.isEmpty else {
      let choices = try found.map { classification in
        (
          "\(classification.id):\(text)",
          "\(try catalogue.codeTable(classification.id)[text]?.title() ?? "") (\(classification.name))"
        )
      }
      throw AmbiguousCode(code: text, choices: choices)
    }
    var near: [(String, String)] = []
    for classification in catalogue.classifications {
      let table = try catalogue.codeTable(classification.id)
      near += NearCodes.of(text, in: table).prefix(2).map {
        ("\(classification.id):\($0.0.code)", "\($0.0.title()), if \($0.1.explanation)")
      }
    }
    throw NotFound(
      message: "no classification has the code \(echoed(text))",
      suggestions: Array(near.prefix(8)))
  }

  private func unknown(_ code: OccupationCode, in catalogue: Catalogue) throws -> NotFound {
    let table = try catalogue.codeTable(code.classification)
    var near = NearCodes.of(code.code, in: table).prefix(5).map {
      ("\(table.id):\($0.0.code)", "\($0.0.title()), if \($0.1.explanation)")
    }
    for other in catalogue.classifications where other.id != table.id && near.count < 8 {
      guard other.family == table.classification.family,
        let item = try catalogue.codeTable(other.id)[code.code]
      else { continue }
      near.append(("\(other.id):\(item.code)", "\(item.title()), in \(other.name)"))
    }
    return NotFound(
      message: "\(table.classification.name) has no code \(echoed(code.code))",
      suggestions: Array(near)
    )
  }
}
