import Diagnostics

/// Reads the words with which an English report dates something: `early 2018`, `Feb/March 2018`,
/// `by the end of the calendar year`, `in the first quarter of 2018`, `July 2018 deadline, tentative`.
///
/// The words stay what the report says; the span is Puente's reading. `early`, `mid` and `late` are taken
/// as the first quarter, the two middle ones and the last, and marked as approximate. A date without
/// a year that is not relative to the report is unresolved.
public struct PrintedDate: Hashable, Sendable {
  /// The days that the words stand for.
  public let span: DateSpan
  /// Whether the words call the date tentative or to be confirmed.
  public let isTentative: Bool

  /// Reads words.
  ///
  /// - Parameters:
  ///   - text: The words as printed.
  ///   - reportYear: The year of the report, to which `next year` and `the end of the year` refer.
  public init(_ text: String, reportYear: Int) {
    let words = PrintedWords(text)
    isTentative = words.containsAny(["tentative", "tentatively", "tbc", "tbd", "proposed"])
    span = words.span(reportYear: reportYear) ?? .unresolved
  }
}

/// The words of a printed date in lower case, without punctuation.
private struct PrintedWords {
  let words: [String]

  init(_ text: String) {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  func containsAny(_ wanted: Set<String>) -> Bool { words.contains { wanted.contains($0) } }

  /// Whether words follow each other somewhere.
  func contains(_ phrase: String) -> Bool {
    let parts = phrase.split(separator: " ").map(String.init)
    return words.indices.contains { words[$0...].starts(with: parts) }
  }

  /// Whether only the end of the span is meant.
  private var isLimit: Bool {
    containsAny(["by", "before", "until"]) || contains("prior to") || contains("no later than")
  }

  func span(reportYear: Int) -> DateSpan? {
    let found =
      isoDays() ?? monthSpan() ?? partOfYear() ?? endOfYear(reportYear) ?? years()
      ?? relativeYears(reportYear)
    guard let found, isLimit, found.earliest != found.latest else { return found }
    return DateSpan(earliest: nil, latest: found.latest, precision: found.precision)
  }

  // MARK: Days and months

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private func year(_ word: String) -> Int? {
    guard word.count == 4, let year = Int(word), (1900...2199).contains(year) else { return nil }
    return year
  }

  /// The month a word names in full or by its first three or four letters.
  private func month(at index: Int) -> Int? {
    let word = words[index]
    guard word.count >= 3, let month = Self.months.firstIndex(where: { $0.hasPrefix(word) }),
      word.count <= 4 || Self.months[month] == word
    else { return nil }
    // 'may' is a verb unless a number or another month stands beside it.
    guard word == "may" else { return month + 1 }
    let before = index > 0 ? words[index - 1] : ""
    let after = index + 1 < words.count ? words[index + 1] : ""
    let isMonth =
      after.first?.isNumber == true || before.first?.isNumber == true
      || ["in", "of", "until", "early", "late"].contains(before)
      || Self.months.contains { $0.hasPrefix(after) && after.count >= 3 }
    return isMonth ? 5 : nil
  }

  /// The day of a month a word is: `31`, `31st`.
  private func day(at index: Int) -> Int? {
    guard words.indices.contains(index) else { return nil }
    let digits = words[index].prefix { $0.isNumber }
    guard ["", "st", "nd", "rd", "th"].contains(words[index].dropFirst(digits.count)),
      let day = Int(digits), (1...31).contains(day)
    else { return nil }
    return day
  }

  private func isoDays() -> DateSpan? {
    guard words.count == 2 || words.count == 3, let year = year(words[0]), words[1].count == 2,
      let month = Int(words[1]), let first = CalendarDate(year: year, month: month, day: 1)
    else { return nil }
    guard words.count == 3 else {
      return DateSpan(earliest: first, latest: lastDay(year, month), precision: .month)
    }
    guard let day = Int(words[2]), let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return DateSpan(earliest: date, latest: date, precision: .day)
  }

  /// A month with the day and year that stand beside it.
  private struct MonthOfYear {
    let month: Int
    let day: Int?
    var year: Int?
  }

  private func monthSpan() -> DateSpan? {
    var found: [MonthOfYear] = []
    for index in words.indices {
      guard let month = month(at: index) else { continue }
      let after = day(at: index + 1)
      let next = index + (after == nil ? 1 : 2)
      let year = words.indices.contains(next) ? year(words[next]) : nil
      found.append(MonthOfYear(month: month, day: after ?? day(at: index - 1), year: year))
    }
    guard !found.isEmpty else { return nil }
    // 'February - September 2018': a year counts for the months before it.
    for index in found.indices.reversed() where found[index].year == nil {
      found[index].year = index + 1 < found.count ? found[index + 1].year : nil
    }
    guard let first = found.first, let last = found.last, let firstYear = first.year,
      let lastYear = last.year,
      let start = CalendarDate(year: firstYear, month: first.month, day: first.day ?? 1),
      let end = last.day.map({ CalendarDate(year: lastYear, month: last.month, day: $0) })
        ?? lastDay(lastYear, last.month),
      start <= end
    else { return nil }
    if contains("end of \(words[wordOfFirstMonth])") {
      return DateSpan(earliest: nil, latest: end, precision: .day)
    }
    let precision: DatePrecision =
      start == end ? .day : firstYear == lastYear && first.month == last.month ? .month : .period
    return DateSpan(earliest: start, latest: end, precision: precision)
  }

  private var wordOfFirstMonth: Int { words.indices.first { month(at: $0) != nil } ?? 0 }

  private func lastDay(_ year: Int, _ month: Int) -> CalendarDate? {
    (28...31).reversed().lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
  }

  private func months(_ range: ClosedRange<Int>, _ year: Int, _ precision: DatePrecision)
    -> DateSpan
  {
    DateSpan(
      earliest: CalendarDate(year: year, month: range.lowerBound, day: 1),
      latest: lastDay(year, range.upperBound), precision: precision
    )
  }

  // MARK: Parts of years

  private static let ordinals = [
    ["first", "1st", "q1", "t1"], ["second", "2nd", "q2", "t2"], ["third", "3rd", "q3", "t3"],
    ["fourth", "4th", "q4", "t4", "last"],
  ]

  /// Quarters, halves, seasons, and `early`, `mid` and `late` of a year.
  private func partOfYear() -> DateSpan? {
    guard let year = words.lazy.compactMap(year).last else { return nil }
    let isQuarter = containsAny(["quarter", "trimester", "q1", "q2", "q3", "q4"])
    let isHalf = containsAny(["half", "semester"])
    for (index, names) in Self.ordinals.enumerated() where containsAny(Set(names)) {
      if isQuarter { return months(index * 3 + 1...index * 3 + 3, year, .quarter) }
      if isHalf, index < 2 { return months(index * 6 + 1...index * 6 + 6, year, .period) }
    }
    if containsAny(["early", "beginning"]) { return months(1...3, year, .approximate) }
    if containsAny(["mid", "middle"]) { return months(4...9, year, .approximate) }
    if containsAny(["late"]) { return months(10...12, year, .approximate) }
    if containsAny(["spring"]) { return months(3...5, year, .approximate) }
    if containsAny(["summer"]) { return months(6...8, year, .approximate) }
    if containsAny(["fall", "autumn"]) { return months(9...11, year, .approximate) }
    return nil
  }

  private func endOfYear(_ reportYear: Int) -> DateSpan? {
    let named = words.lazy.compactMap(year).last
    let isEnd =
      contains("end of the year") || contains("end of the calendar year") || contains("year end")
      || named.map { contains("end of \($0)") } == true
    guard isEnd else { return nil }
    return DateSpan(
      earliest: nil, latest: CalendarDate(year: named ?? reportYear, month: 12, day: 31),
      precision: .day)
  }

  private func years() -> DateSpan? {
    let years = words.compactMap(year)
    guard let first = years.first, let last = years.last, first <= last else { return nil }
    return DateSpan(
      earliest: CalendarDate(year: first, month: 1, day: 1),
      latest: CalendarDate(year: last, month: 12, day: 31),
      precision: first == last ? .year : .period)
  }

  private static let numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]

  private func relativeYears(_ reportYear: Int) -> DateSpan? {
    if contains("next year") { return months(1...12, reportYear + 1, .year) }
    if contains("this year") { return months(1...12, reportYear, .year) }
    for (index, number) in Self.numbers.enumerated()
    where contains("next \(number) years") || contains("next \(index + 2) years") {
      return DateSpan(
        earliest: CalendarDate(year: reportYear + 1, month: 1, day: 1),
        latest: CalendarDate(year: reportYear + index + 2, month: 12, day: 31),
        precision: .approximate)
    }
    return nil
  }
}
