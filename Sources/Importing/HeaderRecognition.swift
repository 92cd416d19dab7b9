import Classifications
import Diagnostics

/// Finds out which column of a publisher's file holds what.
///
/// Publishers write the same header in many ways: with stray or double spaces, in three languages, with
/// the version or without. A header is therefore compared by its folded words, and a user can name a
/// column outright where it is not recognised.
struct HeaderRecognition {
  /// The columns as the file has them.
  let columns: [String]
  /// The columns the user named, by role.
  let named: [String: String]

  private let words: [String]

  /// Words for a code, in the languages of the publishers.
  static let codeWords: Set<String> = ["code", "codes", "codigo", "clave", "cve", "cod"]
  /// Words for a title.
  static let titleWords: Set<String> = [
    "title", "titles", "titulo", "titre", "titres", "denominacion", "descripcion", "label",
    "nombre",
    "name", "intitule",
  ]

  init(columns: [String], named: [String: String]) {
    self.columns = columns
    self.named = named
    self.words = columns.map(foldedTitle)
  }

  /// The column of a role: the one the user named, else the one whose folded header satisfies a test.
  ///
  /// - Returns: The index, or `nil` if no column is the role's.
  /// - Throws: ``ColumnError`` if the user named a column that is not there, or several satisfy the test.
  func column(_ role: String, where isRole: (String) -> Bool) throws(ColumnError) -> Int? {
    if let name = named[role] {
      if name.first == "#", let place = Int(name.dropFirst()), columns.indices.contains(place - 1) {
        return place - 1
      }
      guard let index = columns.firstIndex(of: name) ?? words.firstIndex(of: foldedTitle(name))
      else {
        throw ColumnError(role: role, columns: columns, problem: .named(name))
      }
      return index
    }
    let fitting = words.indices.filter { isRole(words[$0]) }
    // Of several, the one that is called just like the role is it.
    let plain = fitting.filter { words[$0] == role }
    let found = plain.count == 1 ? plain : fitting
    guard found.count < 2 else {
      throw ColumnError(role: role, columns: columns, problem: .several(found.map { columns[$0] }))
    }
    return found.first
  }

  /// The language that a header names, as `Element Description English` does; `nil` if it names none.
  func language(of column: Int) -> Language? {
    let named: [(Language, Set<Substring>)] = [
      (.en, ["english", "en", "ingles", "anglais"]), (.fr, ["french", "fr", "francais"]),
      (.es, ["spanish", "es", "espanol", "espagnol"]),
    ]
    let found = words[column].split(separator: " ")
    return named.first { !$0.1.isDisjoint(with: found) }?.0
  }

  /// As ``column(_:where:)``, for a role that has to be there.
  func requiredColumn(_ role: String, where isRole: (String) -> Bool) throws(ColumnError) -> Int {
    guard let index = try column(role, where: isRole) else {
      throw ColumnError(role: role, columns: columns, problem: .none)
    }
    return index
  }
}

/// A column that could not be told from a header.
struct ColumnError: Error, Hashable, CustomStringConvertible {
  enum Problem: Hashable {
    case none
    case named(String)
    case several([String])
  }

  let role: String
  let columns: [String]
  let problem: Problem

  /// What is missing or doubled.
  var description: String {
    switch problem {
    case .none: "no column looks like the \(role)"
    case .named(let name): "there is no column '\(name)' for the \(role)"
    case .several(let names):
      "\(names.map { "'\($0)'" }.joined(separator: " and ")) look like the \(role)"
    }
  }

  /// How to name the column.
  var advice: String {
    let listed = columns.map { "'\($0)'" }.joined(separator: ", ")
    return switch problem {
    case .none: "name it with '--column \(role)=HEADER'; the file has \(listed)"
    case .named: "the file has \(listed)"
    case .several(let names):
      Set(names).count == 1
        ? "name it by its place, as in '--column \(role)=#\((columns.firstIndex(of: names[0]) ?? 0) + 1)'"
        : "name it with '--column \(role)=HEADER'"
    }
  }
}

/// Recognises the columns of one side of a correspondence, such as `NOC 2016 V1.3 Code`.
struct SideHeaders {
  /// The classification of the side.
  let classification: Classification
  /// The classification of the other side.
  let other: Classification

  /// The names of a family in the publishers' languages, without blanks.
  private static let aliases: [String: [String]] = [
    "isco": ["isco", "ciuo", "citp"], "noc": ["noc", "cnp"], "nocs": ["nocs", "noc"],
    "sinco": ["sinco"], "soc": ["soc"],
  ]

  /// The words of a folded header that are not those for a code or a title.
  private func naming(_ header: String) -> [String] {
    let others = HeaderRecognition.codeWords.union(HeaderRecognition.titleWords)
      .union(["de", "del", "of"])
    return header.split(separator: " ").map(String.init).filter { !others.contains($0) }
  }

  /// Whether a folded header speaks of this side.
  func isOfSide(_ header: String) -> Bool { remainder(header) != nil }

  /// The words of a folded header after those that name this side; `nil` if none name it.
  private func remainder(_ header: String) -> [String]? {
    let words = naming(header)
    let id = classification.id.rawValue
    let digits = String(id.drop { !$0.isNumber })
    let names = Self.aliases[classification.family] ?? [classification.family]
    for count in 1...2 where words.count >= count {
      let joined = words.prefix(count).joined()
      if joined == id || names.contains(where: { joined == $0 + digits }) {
        return Array(words.dropFirst(count))
      }
    }
    // Without a version it can only be told where the other side is of another family.
    guard classification.family != other.family, let first = words.first, names.contains(first),
      !(words.dropFirst().first?.first?.isNumber ?? false)
    else { return nil }
    return Array(words.dropFirst())
  }

  /// Whether a folded header is that of this side's codes: it says so, or names the side and no more.
  func isCode(_ header: String) -> Bool {
    guard let rest = remainder(header) else { return false }
    let words = Set(header.split(separator: " ").map(String.init))
    guard words.isDisjoint(with: HeaderRecognition.titleWords) else { return false }
    return rest.isEmpty || !words.isDisjoint(with: HeaderRecognition.codeWords)
  }

  /// Whether a folded header is that of this side's titles.
  func isTitle(_ header: String) -> Bool {
    let words = Set(header.split(separator: " ").map(String.init))
    return isOfSide(header) && !words.isDisjoint(with: HeaderRecognition.titleWords)
  }
}
