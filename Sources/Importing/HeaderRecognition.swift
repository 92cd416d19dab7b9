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

  /// As ``column(_:where:)``, for a role that has to be there.
  func requiredColumn(_ role: String, where isRole: (String) -> Bool) throws(ColumnError) -> Int {
    guard let index = try column(role, where: isRole) else {
      throw ColumnError(role: role, columns: columns, problem: .none)
    }
    return index
  }
}

/// A column that could not be told from a header.
public struct ColumnError: Error, Hashable, Sendable, CustomStringConvertible {
  enum Problem: Hashable, Sendable {
    case none
    case named(String)
    case several([String])
  }

  let role: String
  let columns: [String]
  let problem: Problem

  /// What is missing or doubled, and how to name the column.
  public var description: String {
    let listed = columns.map { "'\($0)'" }.joined(separator: ", ")
    let advice = "name it with '--column \(role)=HEADER'; the file has \(listed)"
    switch problem {
    case .none: return "no column looks like the \(role); \(advice)"
    case .named(let name):
      return "there is no column '\(name)' for the \(role); the file has \(listed)"
    case .several(let names):
      let several = names.map { "'\($0)'" }.joined(separator: " and ")
      return "\(several) both look like the \(role); name it with '--column \(role)=HEADER'"
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

  /// Whether a folded header speaks of this side.
  func isOfSide(_ header: String) -> Bool {
    let joined = header.filter { $0 != " " }
    let id = classification.id.rawValue
    if joined == id { return true }
    let digits = String(id.drop { !$0.isNumber })
    let names = Self.aliases[classification.family] ?? [classification.family]
    if names.contains(where: { joined.hasPrefix($0 + digits) }) { return true }
    // Without a version it can only be told where the other side is of another family.
    let words = header.split(separator: " ").map(String.init)
    guard classification.family != other.family, let first = words.first, names.contains(first)
    else { return false }
    return !(words.dropFirst().first?.first?.isNumber ?? false)
  }

  /// Whether a folded header is that of this side's codes.
  func isCode(_ header: String) -> Bool {
    let words = Set(header.split(separator: " ").map(String.init))
    if header.filter({ $0 != " " }) == classification.id.rawValue { return true }
    return isOfSide(header) && !words.isDisjoint(with: HeaderRecognition.codeWords)
      && words.isDisjoint(with: HeaderRecognition.titleWords)
  }

  /// Whether a folded header is that of this side's titles.
  func isTitle(_ header: String) -> Bool {
    let words = Set(header.split(separator: " ").map(String.init))
    return isOfSide(header) && !words.isDisjoint(with: HeaderRecognition.titleWords)
  }
}
