import Classifications
import Diagnostics
import Tabular

/// The columns of a table of pairs that say where the review of a pair stands.
struct ReviewColumns {
  private let state: Int?
  private let since: Int?
  private let awaiting: Int?
  private let reply: Int?

  init(_ columns: [String]) {
    let names = columns.map { foldedTitle($0) }
    func column(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    state = column([
      "state", "status", "review state", "review status", "mapping status", "estado", "estatus",
      "etat", "statut",
    ])
    since = column([
      "state since", "sent on", "proposed on", "since", "date sent", "date proposed", "sent",
      "fecha de envio", "enviado el", "desde", "date d'envoi", "envoye le", "depuis",
    ])
    awaiting = column([
      "awaiting", "awaiting feedback from", "waiting for", "en espera de", "en attente de",
    ])
    reply = column([
      "reply", "feedback", "response", "answer", "reply on", "replied on", "answered on",
      "decided on", "respuesta", "fecha de respuesta", "reponse", "date de reponse",
    ])
  }

  /// What a row says of the review of its pair; `nil` if the table does not speak of a review.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - findings: Takes what cannot be understood.
  /// - Returns: The standing.
  func standing(_ row: Table.Row, _ findings: inout [Finding]) -> ReviewStanding? {
    guard let place = state ?? (since == nil ? nil : reply) else { return nil }
    let text = state.map { row.values[$0] } ?? ""
    let read = ReviewState(printed: text)
    if read == nil, !text.allSatisfy(\.isWhitespace) {
      findings.append(unknownState(text, at: row.location(of: place)))
    }
    return ReviewStanding(
      printed: text, state: read, since: day(row, &findings),
      awaiting: awaiting.map { row.values[$0] } ?? "",
      hasReply: reply.map { !row.values[$0].allSatisfy(\.isWhitespace) } ?? false,
      location: row.location(of: place)
    )
  }

  private func day(_ row: Table.Row, _ findings: inout [Finding]) -> CalendarDate? {
    guard let since, !row.values[since].isEmpty else { return nil }
    if let day = CalendarDate(row.values[since]) { return day }
    findings.append(
      Finding(
        .badDate, .warning, at: row.location(of: since),
        "'\(row.values[since])' is no day, so waiting is not counted from it",
        help: "write the day as 2017-10-20"
      )
    )
    return nil
  }

  private func unknownState(_ text: String, at place: SourceLocation) -> Finding {
    let known = ReviewState.allCases.map(\.rawValue)
    return Finding(
      .unknownState, .warning, at: place,
      "'\(text)' is no state that a review can have, so it counts as open",
      help: "write one of \(known.joined(separator: ", "))", suggestions: known
    )
  }
}
