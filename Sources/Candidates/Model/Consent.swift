public import Diagnostics

/// What a candidate has agreed to: for what, to whom, from when to when, after which notice.
public struct Consent: Hashable, Sendable {
  /// What data are used for, of a closed list.
  public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// To find openings.
    case matching
    /// To follow the recognition of credentials.
    case recognition
    /// To report the profile to a recipient.
    case profile
    /// To hand the identified version to a recipient.
    case identified
    /// To count in tables.
    case statistics
    /// To be written or called to.
    case contact
  }

  /// Who gets the data, of a closed list.
  public enum Recipient: String, Hashable, Sendable, CaseIterable {
    /// Mexico's ministry of labour and its employment service.
    case stps
    case sne
    /// Canada's ministries.
    case esdc
    case ircc
    /// The government of a province or territory.
    case province
    /// A regulator or an assessor.
    case regulator
    case employer
    case recruiter
  }

  /// For what.
  public var purposes: [Purpose]
  /// To whom.
  public var recipients: [Recipient]
  /// The first day it holds.
  public var givenOn: CalendarDate
  /// The day on which it was withdrawn, from which on it holds no more; `nil` if it was not.
  public var withdrawnOn: CalendarDate?
  /// The version of the privacy notice, such as `2026-1`.
  public var notice: String
  /// The language of the notice: `en`, `es`, `fr`.
  public var language: String

  /// Creates a consent.
  public init(
    for purposes: [Purpose], to recipients: [Recipient], on day: CalendarDate, notice: String,
    language: String, withdrawnOn: CalendarDate? = nil
  ) {
    self.purposes = purposes
    self.recipients = recipients
    givenOn = day
    self.withdrawnOn = withdrawnOn
    self.notice = notice
    self.language = language
  }

  /// Whether a text can be the version of a notice: letters, digits, `-` and `.`, with a digit.
  public static func isNotice(_ text: String) -> Bool { CandidateRowParser.isNotice(text) }

  /// Whether it holds on a day: from the day it was given up to the day before it was withdrawn.
  public func holds(on day: CalendarDate) -> Bool {
    givenOn <= day && (withdrawnOn.map { day < $0 } ?? true)
  }
}
