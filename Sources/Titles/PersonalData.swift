/// A title without what may tell who somebody is: addresses, telephone numbers, and numbers of identity
/// such as CURP, RFC, SIN and SSN.
///
/// Real answers have them, and they must neither be matched nor repeated. Words with an at sign, and runs
/// of five digits or more (blanks, dots and hyphens between them aside), are taken out, together with
/// the word they stand in.
///
/// - Parameter text: The text.
/// - Returns: The text without them.
/// - Complexity: O(*n*), where *n* is the length of the text, of which no more than the first 2,000 scalars
///   are kept.
public func withoutPersonalData(_ text: String) -> String {
  var digits = 0
  var hasAt = false
  for scalar in text.unicodeScalars.prefix(2_000) {
    if scalar.properties.numericType == .decimal { digits += 1 }
    if scalar == "@" || scalar == "＠" { hasAt = true }
  }
  guard digits >= 5 || hasAt else { return text }
  var kept: [Substring] = []
  let words = String(text.unicodeScalars.prefix(2_000)).split { " \t\n,;|".contains($0) }
  var run: [Substring] = []
  var runDigits = 0
  func isNumeric(_ word: Substring) -> Bool {
    word.unicodeScalars.allSatisfy {
      $0.properties.numericType == .decimal || "()+-./#:xX".unicodeScalars.contains($0)
    }
  }
  func digitCount(_ word: Substring) -> Int {
    word.unicodeScalars.count { $0.properties.numericType == .decimal }
  }
  for word in words {
    if isNumeric(word), digitCount(word) > 0 {
      run.append(word)
      runDigits += digitCount(word)
      continue
    }
    if runDigits < 5 { kept += run }
    run.removeAll()
    runDigits = 0
    if word.contains("@") || word.contains("＠") || digitCount(word) >= 5 { continue }
    kept.append(word)
  }
  if runDigits < 5 { kept += run }
  return kept.joined(separator: " ")
}
