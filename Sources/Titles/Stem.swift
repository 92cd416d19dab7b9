/// The stem of a folded word: without the endings of number and gender in English, Spanish and French.
///
/// Titles mix languages and say the same job of a woman, a man or several people, so one light rule set
/// serves all three. Snowball's stemmers, which cut deeper and need to know the language, found fewer
/// groups (docs/titles.md).
///
/// - Parameter word: A folded word: lower-case letters without accents, and digits.
/// - Returns: The stem, which need not be a word.
/// - Complexity: O(*n*), where *n* is the length of the word.
func stem(_ word: [UInt8]) -> [UInt8] {
  guard word.count > 3 else { return word }
  var stem = word
  for (ending, replacement) in StemRules.wholes where stem.ends(with: ending) {
    if stem.count - ending.count >= 2 {
      stem.replaceSubrange((stem.count - ending.count)..., with: replacement)
    }
    break
  }
  if stem.last == UInt8(ascii: "s"), !stem.ends(with: StemRules.doubleS) { stem.removeLast() }
  if stem.ends(with: StemRules.ie) {
    stem.removeLast(2)
    stem.append(UInt8(ascii: "y"))
    return stem
  }
  if let last = stem.last, StemRules.vowels.contains(last) { stem.removeLast() }
  for (ending, replacement) in StemRules.genders where stem.ends(with: ending) {
    if stem.count - ending.count >= 2 {
      stem.replaceSubrange((stem.count - ending.count)..., with: replacement)
    }
    break
  }
  return stem
}

/// The root that a stem shares with words of other kinds: who drives is a driver, *quien cuida* a *cuidadora*,
/// *qui nettoie* does *nettoyage*.
///
/// - Parameter stem: A stem.
/// - Returns: The root, which need not be a word.
func root(_ stem: [UInt8]) -> [UInt8] {
  for ending in StemRules.derivations where stem.ends(with: ending) {
    if stem.count - ending.count >= 4 { return Array(stem.dropLast(ending.count)) }
  }
  return stem
}

private enum StemRules {
  /// Endings by which one kind of word is made of another, the longer before the shorter.
  static let derivations = [
    "ement", "amiento", "iendo", "ador", "edor", "idor", "ando", "ez", "ing", "eur", "ier", "age",
    "ant", "ag", "ar", "er", "ir", "or", "ur",
  ].map { Array($0.utf8) }

  static let doubleS = Array("ss".utf8)
  static let ie = Array("ie".utf8)
  static let vowels = Array("eao".utf8)

  /// Endings of whole words that are all one: a fireman, a firewoman, fire persons.
  static let wholes = [
    ("women", "man"), ("woman", "man"), ("persons", "man"), ("person", "man"), ("people", "man"),
    ("men", "man"), ("trices", "teur"), ("trice", "teur"), ("triz", "tor"), ("trices", "tor"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Endings of gender that are left when number and a last vowel are gone, with the form they become.
  static let genders = [
    ("eus", "eur"), ("ienn", "ien"), ("iv", "if"), ("ier", "ier"), ("enn", "en"), ("onn", "on"),
    ("ell", "el"), ("ett", "et"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}

extension [UInt8] {
  /// Whether the bytes end with others.
  func ends(with ending: [UInt8]) -> Bool {
    count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
