import Classifications
import Diagnostics
import ReferenceData

/// Compares what the versions of a classification mean by one code.
final class VersionComparison {
  private let catalogue: Catalogue
  private let profiles: CodeProfiles
  private var uses: [OccupationCode: [LaterUse]] = [:]

  /// Another version that has a code.
  struct OtherVersion {
    let classification: Classification
    /// The title of the code there.
    let title: String
    /// The codes that the own version has for that.
    let here: [String]
  }

  /// A later version that uses a code for something else.
  private struct LaterUse {
    let classification: Classification
    let title: String
    /// The codes that it has for what the own version means; empty if no table says.
    let successors: [String]
  }

  init(_ catalogue: Catalogue, _ profiles: CodeProfiles) {
    self.catalogue = catalogue
    self.profiles = profiles
  }

  /// The other versions of a family in which a printed code is a unit group of the printed title, if one
  /// is printed; the newest first.
  func otherVersions(
    with printed: PrintedCode, than own: Classification
  ) throws -> [OtherVersion] {
    try versions(besides: own).compactMap { other in
      let table = try catalogue.codeTable(other.id)
      guard let item = table[printed.code], item.level == other.unitGroupLevel,
        printed.title.isEmpty || has(item, title: printed.title)
      else { return nil }
      let here = try profiles.successors(of: OccupationCode(other.id, item.code), in: own.id)
      return OtherVersion(classification: other, title: item.title(), here: here)
    }
  }

  /// Whether a code was printed with the title that it has in another version, which the table therefore
  /// seems to be of.
  func mismatch(
    _ printed: PrintedCode, _ item: ClassificationItem, _ own: Classification,
    on side: PrintedSide
  ) throws -> [Finding] {
    guard let other = try otherVersions(with: printed, than: own).first else { return [] }
    let id = other.classification.id
    let here = other.here.map { "\(own.id):\($0)" }
    return [
      Finding(
        .versionReuse, .error, at: side.location,
        "'\(item.code) \(printed.title)' is of \(other.classification.name); \(own.name) uses \(item.code) for something else, '\(item.title())'",
        help: "if the codes are of that version, use '--read-as \(id)'"
          + (here.isEmpty ? "" : "; what is meant is here \(alternatives(here))"),
        suggestions: ["\(id):\(item.code)"] + here,
        subjects: ["\(own.id):\(item.code)", "\(id):\(item.code)"]
      )
    ]
  }

  /// Whether a later version of the classification uses the code for something else.
  ///
  /// Where the table says its version, the code cannot be mistaken, and it is only worth knowing.
  func reuse(
    of item: ClassificationItem, in own: Classification, on side: PrintedSide
  ) throws -> [Finding] {
    let code = OccupationCode(own.id, item.code)
    return try laterUses(of: code, item, own).map { other in
      let moved =
        other.successors.isEmpty
        ? ""
        : "; what it means in \(own.name) is \(alternatives(other.successors)) there"
      return Finding(
        .versionReuse, side.isVersionStated ? .note : .warning, at: side.location,
        "\(other.classification.name) uses \(item.code) for something else, '\(other.title)'\(moved)",
        help: side.isVersionStated
          ? "keep the version with the code: \(code)" : "name the version with the code: \(code)",
        suggestions: [code.description],
        subjects: [code.description, "\(other.classification.id):\(item.code)"]
      )
    }
  }

  private func laterUses(
    of code: OccupationCode, _ item: ClassificationItem, _ own: Classification
  ) throws -> [LaterUse] {
    if let known = uses[code] { return known }
    let found: [LaterUse] = try versions(besides: own).reversed().compactMap { version in
      guard version.year > own.year,
        let other = try catalogue.codeTable(version.id)[item.code],
        other.level == version.unitGroupLevel, item.level == own.unitGroupLevel
      else { return nil }
      let successors = try profiles.successors(of: code, in: version.id)
      let isSame =
        successors.isEmpty ? haveSameTitle(item, other) : successors.contains(item.code)
      guard !isSame else { return nil }
      return LaterUse(
        classification: version, title: other.title(), successors: successors)
    }
    uses[code] = found
    return found
  }

  private func versions(besides own: Classification) -> [Classification] {
    catalogue.classifications.filter { $0.family == own.family && $0.id != own.id }
      .sorted { $0.year > $1.year }
  }

  private func has(_ item: ClassificationItem, title: String) -> Bool {
    let folded = foldedTitle(title)
    return Language.allCases.contains { item.title(in: $0).map(foldedTitle) == folded }
  }

  private func haveSameTitle(_ left: ClassificationItem, _ right: ClassificationItem) -> Bool {
    Language.allCases.contains { language in
      guard let a = left.title(in: language), let b = right.title(in: language) else {
        return false
      }
      return foldedTitle(a) == foldedTitle(b)
    }
  }
}
