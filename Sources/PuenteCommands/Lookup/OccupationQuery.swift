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
    case titled([TitledGroup])
  }

  /// A group found by a title.
  struct TitledGroup: Hashable {
    let code: OccupationCode
    let title: String
    /// Whether it is the title of the group itself; otherwise it is a job title of its index.
    let isGroupTitle: Bool
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
      if try catalogue.codeTable(classification).contains(text) {
        return .code(OccupationCode(classification, text))
      }
      if Self.looksLikeCode(text) {
        throw try unknown(OccupationCode(classification, text), in: catalogue)
      }
    } else if Self.looksLikeCode(text) {
      return try bareCode(in: catalogue)
    }
    let groups = try titled(in: catalogue)
    guard !groups.isEmpty else {
      throw NotFound(message: "no group has the title \(echoed(text))", suggestions: [])
    }
    return .titled(groups)
  }

  /// Whether a text can only be meant as a code: it is short and has digits, no blanks, and at most one
  /// letter at its beginning.
  static func looksLikeCode(_ text: String) -> Bool {
    let rest = text.first?.isLetter == true ? text.dropFirst() : text[...]
    return text.count <= 8 && rest.contains(where: \.isNumber)
      && rest.allSatisfy { $0.isASCII && ($0.isNumber || "-/.".contains($0)) }
  }

  private func bareCode(in catalogue: Catalogue) throws -> Meaning {
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

  /// The groups that have the title, as their own or in their index; where there are none, those whose
  /// title has every word of it.
  private func titled(in catalogue: Catalogue) throws -> [TitledGroup] {
    let folded = foldedTitle(text)
    guard !folded.isEmpty else { return [] }
    let classifications = catalogue.classifications.filter {
      classification == nil || classification == $0.id
    }
    var exact: [TitledGroup] = []
    for classification in classifications {
      for item in try catalogue.codeTable(classification.id).items {
        let titles = Language.allCases.compactMap { item.title(in: $0) }
        if let title = titles.first(where: { foldedTitle($0) == folded }) {
          exact.append(
            TitledGroup(
              code: OccupationCode(classification.id, item.code), title: title, isGroupTitle: true))
        }
      }
    }
    if !exact.isEmpty { return try unitGroupsFirst(exact, catalogue) }
    var inIndex: [TitledGroup] = []
    var withWords: [TitledGroup] = []
    let words = folded.split(separator: " ").map { " \($0)" }
    for classification in classifications {
      let titles = try catalogue.titles(classification.id)
      let items = try catalogue.codeTable(classification.id).unitGroups
      for item in items {
        let code = OccupationCode(classification.id, item.code)
        let indexed = titles[item.code] ?? []
        if let title = indexed.first(where: { foldedTitle($0.title) == folded }) {
          inIndex.append(TitledGroup(code: code, title: title.title, isGroupTitle: false))
          continue
        }
        guard inIndex.isEmpty else { continue }
        let own = Language.allCases.compactMap { item.title(in: $0) }
        let fitting = own.first { title in
          let folded = " " + foldedTitle(title)
          return words.allSatisfy(folded.contains)
        }
        if let fitting {
          withWords.append(TitledGroup(code: code, title: fitting, isGroupTitle: true))
        }
      }
    }
    return inIndex.isEmpty ? withWords : inIndex
  }

  private func unitGroupsFirst(_ groups: [TitledGroup], _ catalogue: Catalogue) throws
    -> [TitledGroup]
  {
    let unitGroups = try groups.filter { group in
      let table = try catalogue.codeTable(group.code.classification)
      return table[group.code.code]?.level == table.classification.unitGroupLevel
    }
    return unitGroups.isEmpty ? groups : unitGroups
  }
}

/// Nothing has a code or a title.
struct NotFound: ReportedError {
  let message: String
  let suggestions: [(String, String)]

  var exitCode: ExitCode { .negative }

  var diagnostics: String {
    guard !suggestions.isEmpty else { return "error: \(message)" }
    var table = TextTable([.left, .left])
    for (code, title) in suggestions { table.add([code, title]) }
    return (["error: \(message)", "did you mean"] + table.lines(indent: 2)).joined(separator: "\n")
  }
}

/// A bare code that several classifications have.
struct AmbiguousCode: ReportedError {
  let code: String
  let choices: [(String, String)]

  var exitCode: ExitCode { .usage }

  var diagnostics: String {
    var table = TextTable([.left, .left])
    for (code, title) in choices { table.add([code, title]) }
    let first =
      "error: \(echoed(code)) is a code of \(choices.count) classifications; say which"
    return ([first] + table.lines(indent: 2)).joined(separator: "\n")
  }
}
