extension IdentifierScan {
  /// How many words at a place are a date of birth; `nil` if they are none.
  ///
  /// Any day up to 2012 is taken for one, and any day behind a word such as `nacido`. Two digits of a year are
  /// enough.
  func birthDate(at index: Int) -> Int? {
    if let year = year(ofWord: plain(index)) { return isBirth(year, index) ? 1 : nil }
    for count in [3, 5] where index + count <= wordCount {
      let parts = (0..<count).map { plain(index + $0).filter { $0.isLetter || $0.isNumber } }
      let named = count == 5 ? [parts[0], parts[2], parts[4]] : parts
      guard count == 3 || (["DE", "DEL"].contains(parts[1]) && ["DE", "DEL"].contains(parts[3])),
        let year = Self.year(of: named)
      else { continue }
      return isBirth(year, index) ? count : nil
    }
    // A year alone is one only behind such a word.
    if isBehindCue(index), let year = Int(plain(index).filter(\.isNumber)),
      (1900...2099).contains(year)
    {
      return 1
    }
    return nil
  }

  private func isBirth(_ year: Int, _ index: Int) -> Bool { year <= 2012 || isBehindCue(index) }

  /// The year of a word such as `1990-03-12`, `12/03/1990` or `12.3.90`; `nil` if it is no day.
  private func year(ofWord text: String) -> Int? {
    let parts = text.filter { !"():".contains($0) }.split { "-/.".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].count == 4, numbers[1] <= 12, numbers[2] <= 31 { return numbers[0] }
    guard numbers[0] <= 31, numbers[1] <= 31, numbers[0] <= 12 || numbers[1] <= 12 else {
      return nil
    }
    return Self.fullYear(parts[2])
  }

  /// The year of `12 MARZO 1990`, `MARCH 12 1990`, `12 03 1990`.
  private static func year(of parts: [String]) -> Int? {
    let months = parts.filter { isMonth($0) }
    let numbers = parts.compactMap { Int($0) }
    if months.count == 1, numbers.count == 2, let last = parts.last, numbers[0] <= 31 {
      return last.count == 4 ? Int(last) : nil
    }
    if numbers.count == 3, parts[0].count <= 2, parts[1].count <= 2, numbers[0] <= 31,
      numbers[1] <= 12, parts[2].count == 4
    {
      return numbers[2]
    }
    return nil
  }

  private static func fullYear(_ text: Substring) -> Int? {
    guard let year = Int(text) else { return nil }
    switch text.count {
    case 4: return year
    // Two digits are a year of birth more often than one of a day to come.
    case 2: return 1900 + year
    default: return nil
    }
  }

  private static func isMonth(_ text: String) -> Bool {
    guard text.count >= 3 else { return false }
    return months.contains { month in
      month == text || (text.count <= 4 && month.hasPrefix(text))
    }
  }

  private static let months = [
    "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE",
    "OCTUBRE", "NOVIEMBRE", "DICIEMBRE", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE",
    "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "JANVIER", "FÉVRIER",
    "FEVRIER", "MARS", "AVRIL", "MAI", "JUIN", "JUILLET", "AOÛT", "AOUT", "SEPTEMBRE", "OCTOBRE",
    "NOVEMBRE", "DÉCEMBRE", "DECEMBRE",
  ]

  private static let cues = [
    "NAC", "BORN", "BIRTH", "NÉ", "NÉE", "DOB", "FN", "NAISSANCE", "D.O.B", "CUMPLE",
  ]

  /// Whether a word such as `nacido` is among the three before a place.
  private func isBehindCue(_ index: Int) -> Bool {
    (max(0, index - 3)..<index).contains { place in
      Self.cues.contains { cue in
        cue.count <= 3 && cue != "NAC"
          ? plain(place).filter(\.isLetter) == cue : plain(place).contains(cue)
      }
    }
  }
}
