public import Classifications

/// The words of titles without their endings of number and gender, and without those that say nothing.
///
/// Endings only, because titles of occupations are nouns and adjectives: a stemmer for running text would also
/// take apart what tells occupations from each other.
public enum Stems {
  private static let endings: [Language: [String]] = [
    .es: [
      "adoras", "adores", "adora", "ador", "istas", "ista", "es", "as", "os", "a", "o", "e", "s",
    ],
    .en: ["ies", "es", "s", "y"],
    .fr: [
      "euses", "euse", "eurs", "eur", "trices", "trice", "ieres", "iere", "iers", "ier", "es", "e",
      "s",
    ],
  ]

  private static let empty: Set<String> = [
    "de", "del", "la", "las", "los", "el", "y", "e", "o", "u", "en", "a", "para", "por", "con",
    "al", "no",
    "otros", "otras", "otro", "otra", "sin", "que", "su", "sus", "un", "una", "the", "of", "and",
    "or", "in",
    "for", "to", "et", "des", "du", "les", "le", "au", "aux", "l", "d",
  ]

  /// The stems of a title, in its order.
  public static func of(_ title: String, in language: Language) -> [String] {
    foldedTitle(title).split(separator: " ").filter { $0.count > 1 && !empty.contains(String($0)) }
      .map { stem(String($0), in: language) }
  }

  static func stem(_ word: String, in language: Language) -> String {
    let ending = (endings[language] ?? []).first {
      word.hasSuffix($0) && word.count - $0.count >= 3
    }
    return ending.map { String(word.dropLast($0.count)) } ?? word
  }
}
