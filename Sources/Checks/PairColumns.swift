import Classifications

/// The columns of one side of a table of pairs.
struct PairColumns: Hashable {
  /// The family, such as `noc`; `nil` where the header does not say it.
  let family: String?
  /// The year of the version where the header has it, of two or four digits.
  let year: String
  /// The column of codes, or of cells with codes and titles.
  let code: Int
  /// The column of titles, if they have their own.
  var title: Int?
  /// The column that names the version, if there is one.
  let version: Int?

  /// The families of classifications, by the names they have in three languages.
  static let families = [
    "noc": "noc", "cnp": "noc", "nocs": "nocs", "sinco": "sinco", "isco": "isco", "ciuo": "isco",
    "citp": "isco", "soc": "soc",
  ]

  /// Finds the two sides of a table in its header.
  ///
  /// - Parameter columns: The names of the columns.
  /// - Returns: The sides, and the columns of titles that belong to neither; `nil` if there are not two.
  static func find(
    in columns: [String]
  ) -> (left: PairColumns, right: PairColumns, unusedTitles: [Int])? {
    let headers = columns.enumerated().map { PairHeader($0.element, at: $0.offset) }
    guard
      var (left, right) = curieSides(columns, headers) ?? familySides(headers)
        ?? directedSides(headers)
    else { return nil }
    var others = headers.filter {
      $0.isTitle && $0.family == nil && ![left.title, right.title].contains($0.index)
    }.map(\.index)
    assign(&others, to: &left, &right)
    return (left, right, others)
  }

  /// The sides of a table in the form of a mapping set, or of what `puente lookup --all` writes.
  private static func curieSides(
    _ columns: [String], _ headers: [PairHeader]
  ) -> (PairColumns, PairColumns)? {
    guard columns.contains(where: { ["source_id", "subject_id"].contains($0) }),
      columns.contains(where: { ["target_id", "object_id"].contains($0) })
    else { return nil }
    return directedSides(headers)
  }

  /// The sides that a header tells by the names of families, or of countries.
  private static func familySides(_ headers: [PairHeader]) -> (PairColumns, PairColumns)? {
    var sides: [PairColumns] = []
    for header in headers {
      guard let family = header.family, header.codeRank != nil,
        !sides.contains(where: { $0.family == family && $0.year == header.year })
      else { continue }
      let own = headers.filter {
        $0.family == family && ($0.year == header.year || $0.year.isEmpty || header.year.isEmpty)
      }
      let codes = own.filter { $0.year == header.year && $0.codeRank != nil }
      // Of columns that may be the codes, the one that says so comes first.
      guard
        let code = codes.min(by: { ($0.codeRank ?? 9, $0.index) < ($1.codeRank ?? 9, $1.index) })
      else { continue }
      let title =
        own.first { $0.isTitle } ?? own.first { $0.isOccupation && $0.index != code.index }
      sides.append(
        PairColumns(
          family: family, year: header.year, code: code.index, title: title?.index,
          version: own.first { $0.isVersion }?.index
        )
      )
    }
    // Versions of the same family beside the pair, such as a column with the successor, are no side.
    guard let first = sides.first,
      let second = sides.first(where: { $0.family != first.family }) ?? sides.dropFirst().first
    else { return nil }
    return (first, second)
  }

  /// The sides of columns called `source` and `target`, or with other words for them.
  private static func directedSides(_ headers: [PairHeader]) -> (PairColumns, PairColumns)? {
    func side(_ direction: PairHeader.Direction) -> PairColumns? {
      let own = headers.filter { $0.direction == direction }
      guard
        let code = own.filter({ $0.codeRank != nil }).min(by: {
          ($0.codeRank ?? 9, $0.index) < ($1.codeRank ?? 9, $1.index)
        })
      else { return nil }
      return PairColumns(
        family: nil, year: "", code: code.index, title: own.first { $0.isTitle }?.index,
        version: own.first { $0.isVersion }?.index
      )
    }
    guard let source = side(.source), let target = side(.target) else { return nil }
    return (source, target)
  }

  /// Gives a column of titles that names no side to the codes beside it: those before it or, where the
  /// first column of titles is before all codes, those after it.
  private static func assign(
    _ titles: inout [Int], to left: inout PairColumns, _ right: inout PairColumns
  ) {
    guard let first = titles.first else { return }
    let codes = [left.code, right.code].sorted()
    let isBefore = first < codes[0]
    titles.removeAll { title in
      let owner =
        isBefore ? codes.first { $0 > title } : codes.last { $0 < title }
      if owner == left.code, left.title == nil {
        left.title = title
      } else if owner == right.code, right.title == nil {
        right.title = title
      } else {
        return false
      }
      return true
    }
  }
}

/// What the name of a column says.
struct PairHeader {
  /// Which side of a pair a column is of, where it says so.
  enum Direction: Hashable {
    case source
    case target
  }

  /// The place of the column.
  let index: Int
  /// The family that it names; `nil` if it names none, or several.
  let family: String?
  /// The year that it names beside the family; empty if it names none.
  let year: String
  /// Which side it names.
  let direction: Direction?
  /// Whether it holds titles.
  let isTitle: Bool
  /// Whether it may hold titles, or codes with titles.
  let isOccupation: Bool
  /// Whether it names versions.
  let isVersion: Bool
  /// How surely it holds the codes of its side, 0 being the surest; `nil` if it does not.
  let codeRank: Int?

  init(_ name: String, at index: Int) {
    let words = foldedTitle(name).split(separator: " ").map(String.init)
    let set = Set(words)
    self.index = index
    let named = Self.family(in: words)
    direction = Self.direction(of: words)
    let saysCode = !set.isDisjoint(with: Self.codeWords)
    // `NOC code and title` heads cells that hold both.
    isTitle = !saysCode && !set.isDisjoint(with: Self.titleWords)
    isOccupation = !set.isDisjoint(with: Self.occupationWords)
    year = named?.year ?? ""
    family = named?.family
    isVersion =
      !set.isDisjoint(with: Self.versionWords)
      || family == nil && !set.isDisjoint(with: Self.classificationWords)
    let isOther = isTitle || isVersion || !set.isDisjoint(with: Self.otherWords)
    if isOther {
      codeRank = nil
    } else if saysCode {
      codeRank = 0
    } else {
      codeRank = named?.isAlone ?? (words.count == 1) ? 1 : isOccupation ? 3 : 2
    }
  }

  /// The one family that a header names, with its year, as in `NOC 2016 code` or `Código NOC`.
  private static func family(
    in words: [String]
  ) -> (family: String, year: String, isAlone: Bool)? {
    var found: [(family: String, year: String, place: Int, length: Int)] = []
    for (place, word) in words.enumerated() {
      let letters = String(word.prefix { $0.isLetter })
      let digits = String(word.dropFirst(letters.count))
      guard let family = PairColumns.families[letters], digits.allSatisfy(\.isNumber) else {
        continue
      }
      let next = digits.isEmpty ? words.dropFirst(place + 1).first ?? "" : ""
      let isYear = [2, 4].contains(next.count) && next.allSatisfy(\.isNumber)
      found.append((family, isYear ? next : digits, place, isYear ? 2 : 1))
    }
    if found.isEmpty { return country(in: words) }
    guard found.count == 1, let only = found.first else { return nil }
    let rest = words[..<only.place] + words[(only.place + only.length)...]
    // `V1.3` and the like say no more than the year does.
    let isAlone = rest.allSatisfy { word in
      word == "printed" || word.drop { $0 == "v" }.allSatisfy(\.isNumber)
    }
    return (only.family, only.year, isAlone)
  }

  /// The family of a country, where a header names that and at most what the column holds.
  private static func country(
    in words: [String]
  ) -> (family: String, year: String, isAlone: Bool)? {
    let families = words.compactMap { countries[$0] }
    guard families.count == 1, let family = families.first else { return nil }
    let rest = words.filter { countries[$0] == nil && !articles.contains($0) }
    let known = codeWords.union(titleWords).union(occupationWords)
    return known.isSuperset(of: rest) ? (family, "", rest.isEmpty) : nil
  }

  private static func direction(of words: [String]) -> Direction? {
    let isSource = !sourceWords.isDisjoint(with: words)
    let isTarget = !targetWords.isDisjoint(with: words)
    return isSource == isTarget ? nil : isSource ? .source : .target
  }

  private static let countries = [
    "canada": "noc", "canadian": "noc", "canadiense": "noc", "canadien": "noc",
    "canadienne": "noc", "mexico": "sinco", "mexican": "sinco", "mexicano": "sinco",
    "mexicana": "sinco", "mexique": "sinco", "mexicain": "sinco", "mexicaine": "sinco",
  ]
  private static let articles: Set<String> = [
    "de", "del", "en", "in", "of", "du", "au", "la", "le",
  ]
  private static let sourceWords: Set<String> = ["source", "subject", "from", "origen", "origine"]
  private static let targetWords: Set<String> = [
    "target", "object", "to", "destino", "cible", "destination",
  ]
  private static let titleWords: Set<String> = [
    "title", "titles", "titulo", "titre", "titres", "label", "denominacion", "name", "nombre",
    "descripcion", "description", "intitule",
  ]
  private static let occupationWords: Set<String> = [
    "occupation", "occupations", "ocupacion", "ocupaciones", "profession", "profesion", "group",
    "grupo", "groupe",
  ]
  private static let versionWords: Set<String> = [
    "version", "edition", "edicion", "year", "ano", "annee",
  ]
  private static let classificationWords: Set<String> = ["classification", "clasificacion"]
  private static let codeWords: Set<String> = [
    "code", "codes", "codigo", "codigos", "clave", "cve", "cod", "id", "curie", "number", "numero",
  ]
  private static let otherWords: Set<String> = [
    "resolved", "note", "notes", "nota", "notas", "comment", "comments", "level", "nivel", "niveau",
    "teer", "skill", "language", "lang", "url", "definition", "status", "state", "count", "score",
    "line", "relation", "successor",
  ]
}
