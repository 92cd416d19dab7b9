public import Diagnostics

/// A language that a candidate knows, with the result of a test where there is one.
public struct LanguageSkill: Hashable, Sendable {
  /// The result of a test.
  public struct Result: Hashable, Sendable {
    /// The test.
    public var test: LanguageTest
    /// The results by skill on the test's own scale, such as `7.5` or `C+`; a skill may be missing.
    public var scores: [Skill: String]
    /// The day of the test; `nil` where it is not known.
    public var date: CalendarDate?

    /// Creates a result.
    public init(_ test: LanguageTest, _ scores: [Skill: String], date: CalendarDate? = nil) {
      self.test = test
      self.scores = scores
      self.date = date
    }
  }

  /// What a test looks at.
  public enum Skill: String, Hashable, Sendable, CaseIterable {
    case listening
    case reading
    case writing
    case speaking
  }

  /// The code of ISO 639-1, such as `en`.
  public var language: String
  /// The result of the test; `nil` where the language is known without one.
  public var result: Result?

  /// Creates a language that is known.
  public init(_ language: String, _ result: Result? = nil) {
    self.language = language
    self.result = result
  }

  /// Whether a text can be the result of a skill: a number such as `7.5`, or a grade such as `B2`, `C+`, `350`,
  /// `pass`.
  public static func isScore(_ text: String) -> Bool {
    if text == "pass" || text == "fail" { return true }
    guard (1...4).contains(text.utf8.count) else { return false }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) {
      return text.utf8.count <= 3 || text.utf8.contains(0x2E)
    }
    guard let first = text.utf8.first, (0x41...0x45).contains(first), text.utf8.count <= 2 else {
      return false
    }
    return text.utf8.dropFirst().allSatisfy { $0 == 0x2B || (0x31...0x32).contains($0) }
  }
}

/// A test of a language, of a closed list, or the scale that its results were turned into.
public enum LanguageTest: String, Hashable, Sendable, CaseIterable {
  case ieltsAcademic = "IELTS Academic"
  case ieltsGeneral = "IELTS General"
  case celpip = "CELPIP"
  case celban = "CELBAN"
  case oet = "OET"
  case pte = "PTE"
  case toefl = "TOEFL"
  case cael = "CAEL"
  case tef = "TEF Canada"
  case tcf = "TCF Canada"
  case delf = "DELF"
  case dalf = "DALF"
  case oqlf = "OQLF exam"
  /// Canadian Language Benchmarks.
  case clb = "CLB"
  /// Niveaux de compétence linguistique canadiens.
  case nclc = "NCLC"
  /// Common European Framework of Reference.
  case cefr = "CEFR"
  case other

  /// Reads the name, whatever its case and blanks; `nil` for another.
  public init?(words text: String) {
    func core(_ text: String) -> String { text.lowercased().filter { $0.isLetter } }
    let wanted = core(text)
    guard let test = Self.allCases.first(where: { core($0.rawValue) == wanted }) else {
      return nil
    }
    self = test
  }
}
