/// The number of edits between two words, if it is at most `limit`.
///
/// Edits are insertions, deletions, substitutions, and swaps of neighbours: the restricted
/// Damerau-Levenshtein distance (Damerau 1964, doi:10.1145/363958.363994). For example,
/// `formt` and `fromat` are both at distance 1 from `format`.
///
/// - Complexity: O(*n* · *m*) for words of *n* and *m* characters.
func editDistance(_ first: String, _ second: String, limit: Int) -> Int? {
  let (first, second) = (Array(first), Array(second))
  guard abs(first.count - second.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in first.indices {
    var current = [i + 1]
    for j in second.indices {
      let substitution = last[j] + (first[i] == second[j] ? 0 : 1)
      var edits = min(substitution, last[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
        edits = min(edits, beforeLast[j - 1] + 1)
      }
      current.append(edits)
    }
    (beforeLast, last) = (last, current)
  }
  let distance = last[second.count]
  return distance <= limit ? distance : nil
}

/// The candidates that a word is most likely a misspelling of: at most three, all equally near.
///
/// One edit is allowed in three letters, and none in a word of fewer. A word that a candidate
/// begins with counts as one edit away.
func nearest(to word: String, among candidates: [String]) -> [String] {
  let letters = word.drop { $0 == "-" }.count
  // A word of no sensible length is no misspelling; this bounds the time as well.
  guard (1...64).contains(letters) else { return [] }
  let found = candidates.compactMap { candidate -> (distance: Int, candidate: String)? in
    if letters > 1, candidate.hasPrefix(word) { return (1, candidate) }
    return editDistance(word.lowercased(), candidate, limit: letters / 3).map { ($0, candidate) }
  }
  guard let least = found.map(\.distance).min() else { return [] }
  return Array(found.filter { $0.distance == least }.map(\.candidate).prefix(3))
}

/// The end of a message that tells what may have been meant; empty if nothing is near.
func suggestion(for word: String, among candidates: [String]) -> String {
  let names = nearest(to: word, among: candidates).map { "'\($0)'" }
  return names.isEmpty ? "" : "; did you mean \(names.joined(separator: " or "))?"
}

/// A text of the user in quotes, with control characters made visible.
func quoted(_ text: String) -> String {
  var result = "'"
  for scalar in text.unicodeScalars {
    let isControl = scalar.properties.generalCategory == .control
    result += isControl ? scalar.escaped(asASCII: true) : String(scalar)
  }
  return result + "'"
}
