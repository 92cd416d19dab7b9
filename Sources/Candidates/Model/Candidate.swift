public import Classifications
public import Diagnostics

/// A person who looks for work in Canada, under a pseudonym.
///
/// Nothing in it identifies a person directly: no name, number, address or day of birth. What is a free text
/// (``Study/institution``, and ``Study/fieldText`` where it is of no field known) is never shown by default,
/// because a person's data may have been written into it.
public struct Candidate: Hashable, Sendable {
  /// The pseudonym.
  public var id: CandidateID
  /// The number that a recruitment mission gave the candidate; not shown by default.
  public var reference: String?
  /// The occupations the candidate has worked or was trained in, by codes of any classification.
  public var occupations: [OccupationCode] = []
  /// The studies, the highest first.
  public var studies: [Study] = []
  /// Whether the candidate holds a cédula profesional.
  public var cedula = CedulaStatus.unknown
  /// The experience, the latest first.
  public var experience: [Experience] = []
  /// The languages, each once, with results of tests where there are some.
  public var languages: [LanguageSkill] = []
  /// What the candidate wants to work as; the credentials' name for it, or a code.
  public var targets: [CandidateTarget] = []
  /// Where: codes of ISO 3166-2 such as `CA-ON`; none for anywhere in Canada.
  public var jurisdictions: [String] = []
  /// What the candidate has agreed to.
  public var consents: [Consent] = []
  /// The last day on which the data may be kept; `nil` where none is set.
  public var retainUntil: CalendarDate?

  /// Creates a candidate of whom nothing is known.
  public init(_ id: CandidateID) { self.id = id }

  /// The months of experience in an occupation, or in all if none is named; `nil` where none is recorded.
  public func months(in code: OccupationCode? = nil) -> Int? {
    let counted = experience.filter { code == nil || $0.code == code }.compactMap(\.months)
    return counted.isEmpty ? nil : counted.reduce(0, +)
  }

  /// The consent for a purpose and a recipient on a day; `nil` if there is none.
  public func consent(
    for purpose: Consent.Purpose, to recipient: Consent.Recipient, on day: CalendarDate
  ) -> Consent? {
    consents.first {
      $0.purposes.contains(purpose) && $0.recipients.contains(recipient) && $0.holds(on: day)
    }
  }

  /// Whether the data may no longer be kept on a day: the day after the last one, and later.
  public func isOverdue(on day: CalendarDate) -> Bool { retainUntil.map { $0 < day } ?? false }
}

/// Whether a cédula profesional is held; its number is never kept.
public enum CedulaStatus: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
  case unknown
}

/// What a candidate wants to work as.
public enum CandidateTarget: Hashable, Sendable {
  /// An occupation of the credentials, such as `RN`.
  case occupation(String)
  /// A code, such as `noc2021:31301`.
  case code(OccupationCode)

  /// Reads `RN` or `noc2021:31301`; `nil` if the text is neither.
  public init?(_ text: String) {
    if let code = CandidateCode.read(text) {
      self = .code(code)
    } else if (2...12).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      self = .occupation(text)
    } else {
      return nil
    }
  }
}

extension CandidateTarget: CustomStringConvertible {
  /// The form it is read from.
  public var description: String {
    switch self {
    case .occupation(let id): id
    case .code(let code): code.description
    }
  }
}

/// Reads codes as candidates' data have them.
enum CandidateCode {
  /// Reads `noc2021:31301`: a name of a classification, and two to six digits with points or hyphens.
  ///
  /// No other text passes, so that one which passes can be shown.
  static func read(_ text: String) -> OccupationCode? {
    guard let code = OccupationCode(curie: text), known.contains(code.classification),
      (1...7).contains(code.code.utf8.count),
      code.code.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    return code
  }

  private static let known: Set<ClassificationID> = [
    .noc2006, .nocs2006, .noc2011, .noc2016, .noc2021, .sinco2011, .sinco2019, .isco08, .soc2010,
  ]
}
