/// Checks a hierarchical code list by the eight rules that Eurostat's `classificationQC` made usual.
///
/// A finding is not always a fault: publishers leave numbers free, and name a group like the only
/// group in it. What each rule is for stands in `docs/checks.md`.
public struct CodeListQuality: Hashable, Sendable {
  /// One of the eight rules.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// A code is not of the form of its level.
    case codeForm = "code-form"
    /// A code stands more than once.
    case duplicateCode = "duplicate-code"
    /// A group has no parent at the level above.
    case orphan
    /// A group above the unit groups has nothing below it.
    case childless
    /// Two groups of the same level have the same title.
    case duplicateTitle = "duplicate-title"
    /// The only group within a group has another title than it.
    case singleChildTitle = "single-child-title"
    /// The only group within a group is not numbered as its publisher numbers only children, or one
    /// of several is.
    case singleChildCode = "single-child-code"
    /// The last digits of the groups within a group leave a number free.
    case gapInSequence = "gap-in-sequence"
  }

  /// Something a rule found.
  public struct Breach: Hashable, Sendable {
    /// The rule.
    public let rule: Rule
    /// The code it concerns.
    public let code: String
    /// What was found.
    public let message: String
  }

  /// What was found, by rule and then in the publisher's order.
  public let breaches: [Breach]

  /// How many breaches a rule has.
  public func count(of rule: Rule) -> Int { breaches.count { $0.rule == rule } }

  /// Checks a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - forms: The form of the codes of each level, by its number; a level without one is not checked.
  /// - Complexity: O(*n* log *n*), where *n* is the number of groups.
  public init(of table: CodeTable, forms: [Int: CodeForm]) {
    var breaches: [Breach] = []
    func add(_ rule: Rule, _ code: String, _ message: String) {
      breaches.append(Breach(rule: rule, code: code, message: message))
    }
    Self.checkCodes(table, forms, add)
    Self.checkTree(table, add)
    Self.checkTitles(table, add)
    Self.checkNumbering(table, add)
    let order = Dictionary(uniqueKeysWithValues: Rule.allCases.enumerated().map { ($1, $0) })
    self.breaches = breaches.enumerated().sorted {
      (order[$0.element.rule] ?? 0, $0.offset) < (order[$1.element.rule] ?? 0, $1.offset)
    }.map(\.element)
  }

  private typealias Add = (Rule, String, String) -> Void

  private static func checkCodes(_ table: CodeTable, _ forms: [Int: CodeForm], _ add: Add) {
    var seen: Set<String> = []
    for item in table.items {
      if let form = forms[item.level], !form.matches(item.code) {
        add(
          .codeForm, item.code,
          "'\(item.code)' is not of the form '\(form.pattern)' of level \(item.level)")
      } else if !table.classification.levels.contains(where: { $0.number == item.level }) {
        add(.codeForm, item.code, "'\(item.code)' is of level \(item.level), which does not exist")
      }
      if !seen.insert(item.code).inserted {
        add(.duplicateCode, item.code, "'\(item.code)' stands more than once")
      }
    }
  }

  private static func checkTree(_ table: CodeTable, _ add: Add) {
    let top = table.classification.levels.map(\.number).min() ?? 1
    let bottom = table.classification.unitGroupLevel
    for item in table.items {
      if item.level > top {
        if let parent = item.parent {
          if let above = table[parent] {
            if above.level != item.level - 1 {
              add(
                .orphan, item.code,
                "the parent '\(parent)' of '\(item.code)' is of level \(above.level)")
            }
          } else {
            add(.orphan, item.code, "the parent '\(parent)' of '\(item.code)' does not exist")
          }
        } else {
          add(.orphan, item.code, "'\(item.code)' has no parent")
        }
      }
      if item.level < bottom, table.children(of: item.code).isEmpty {
        add(.childless, item.code, "'\(item.code)' has no groups below it")
      }
    }
  }

  private static func checkTitles(_ table: CodeTable, _ add: Add) {
    for language in Language.allCases {
      var first: [String: String] = [:]
      for item in table.items {
        guard let title = item.title(in: language) else { continue }
        let key = "\(item.level) \(foldedTitle(title))"
        if let other = first[key] {
          add(
            .duplicateTitle, item.code,
            "'\(item.code)' has the same \(language.rawValue) title as '\(other)': '\(title)'"
          )
        } else {
          first[key] = item.code
        }
      }
    }
    for item in table.items {
      let children = table.children(of: item.code)
      guard children.count == 1, let child = children.first else { continue }
      for language in Language.allCases {
        guard let title = item.title(in: language), let below = child.title(in: language),
          foldedTitle(title) != foldedTitle(below)
        else { continue }
        add(
          .singleChildTitle, child.code,
          "'\(child.code)' is alone in '\(item.code)' but is titled '\(below)', not '\(title)'"
        )
        break
      }
    }
  }

  /// Checks last digits.
  ///
  /// How a publisher numbers an only child is read from the table itself: if most
  /// only children end in the same digit, that is its convention.
  private static func checkNumbering(_ table: CodeTable, _ add: Add) {
    var onlyChildren: [Int: [ClassificationItem]] = [:]
    var siblings: [Int: [[ClassificationItem]]] = [:]
    for item in table.items {
      let children = table.children(of: item.code)
      guard let level = children.first?.level else { continue }
      if children.count == 1 { onlyChildren[level, default: []].append(children[0]) }
      siblings[level, default: []].append(children)
    }
    for level in siblings.keys.sorted() {
      let only = onlyChildren[level] ?? []
      var counts: [Character: Int] = [:]
      for child in only { child.code.last.map { counts[$0, default: 0] += 1 } }
      let convention = counts.filter { $0.value * 2 > only.count && only.count > 2 }.keys.min()
      for child in only {
        guard let convention, child.code.last != convention else { continue }
        add(
          .singleChildCode, child.code,
          "'\(child.code)' is an only child and does not end in '\(convention)' as most of them do"
        )
      }
      for group in siblings[level] ?? [] where group.count > 1 {
        checkSequence(group, convention: convention, add)
      }
    }
  }

  private static func checkSequence(
    _ siblings: [ClassificationItem], convention: Character?, _ add: Add
  ) {
    if convention == "0", let wrong = siblings.first(where: { $0.code.last == "0" }) {
      add(
        .singleChildCode, wrong.code,
        "'\(wrong.code)' ends in '0' like an only child but has siblings")
    }
    let length = siblings[0].code.utf8.count
    let digits = siblings.compactMap { item -> (Int, String)? in
      guard item.code.utf8.count == length, let digit = item.code.last?.wholeNumberValue else {
        return nil
      }
      return (digit, item.code)
    }.sorted { $0.0 < $1.0 }
    for (lower, upper) in zip(digits, digits.dropFirst()) where upper.0 > lower.0 + 1 {
      // A residual group is numbered 9 everywhere, whatever comes before it.
      guard upper.0 != 9 else { continue }
      add(.gapInSequence, upper.1, "nothing is numbered between '\(lower.1)' and '\(upper.1)'")
    }
  }
}

/// The form of the codes of a level: alternatives of fixed characters, ranges and repetitions, such as
/// `[0-9]{2}|[0-9]{2}-[0-9]{2}`.
///
/// It is the part of a regular expression that `datasets/levels.csv` uses, so that the same cell serves
/// the Frictionless schema.
public struct CodeForm: Hashable, Sendable {
  /// The form as written.
  public let pattern: String

  private let alternatives: [[ClosedRange<UInt8>]]

  /// Reads a form, or returns `nil` if it has something else than characters, ranges and counts.
  public init?(_ pattern: String) {
    self.pattern = pattern
    var alternatives: [[ClosedRange<UInt8>]] = []
    let written = pattern.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    for alternative in written {
      var ranges: [ClosedRange<UInt8>] = []
      var rest = alternative
      while let byte = rest.popFirst() {
        guard let range = Self.range(byte, &rest), let count = Self.count(&rest) else { return nil }
        ranges += Array(repeating: range, count: count)
      }
      guard !ranges.isEmpty else { return nil }
      alternatives.append(ranges)
    }
    self.alternatives = alternatives
  }

  /// The characters that a place may have: one, or a range in brackets.
  private static func range(
    _ first: UInt8, _ rest: inout Substring.UTF8View
  ) -> ClosedRange<UInt8>? {
    if first == UInt8(ascii: "[") {
      let inside = Array(rest.prefix(4))
      guard inside.count == 4, inside[1] == UInt8(ascii: "-"), inside[3] == UInt8(ascii: "]"),
        isPlain(inside[0]), isPlain(inside[2]), inside[0] <= inside[2]
      else { return nil }
      rest = rest.dropFirst(4)
      return inside[0]...inside[2]
    }
    return isPlain(first) || first == UInt8(ascii: "-") ? first...first : nil
  }

  /// How often a place is repeated: what stands in braces after it, else once.
  private static func count(_ rest: inout Substring.UTF8View) -> Int? {
    guard rest.first == UInt8(ascii: "{") else { return 1 }
    let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count + 1)
    guard rest.popFirst() == UInt8(ascii: "}"), let number = Int(Substring(digits)),
      (1...32).contains(number)
    else { return nil }
    return number
  }

  /// Whether a character means itself in every kind of regular expression.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether a code is of the form.
  public func matches(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    return alternatives.contains { ranges in
      ranges.count == bytes.count && zip(ranges, bytes).allSatisfy { $0.contains($1) }
    }
  }
}
