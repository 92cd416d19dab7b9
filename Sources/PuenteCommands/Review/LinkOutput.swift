import Classifications
import Correspondences
import Diagnostics
import Ledgers
import Reviews

/// A pair as JSON and CSV show it.
///
/// The contract: members are only ever added. What is not known is `null`, or empty in CSV.
struct LinkOutput: Encodable {
  let id: String
  let noc: String
  let nocTitle: String
  let sinco: String
  let sincoTitle: String
  let relation: String?
  let state: String
  let since: String
  let days: Int
  let awaiting: String?
  let proposer: String?
  let proposedOn: String
  let round: Int
  let alternativeTo: String?
  let alternative: String?
  let carriedFrom: String?
  let comments: Int
  let conflict: Bool
  let list: String?
  let source: String?

  enum CodingKeys: String, CodingKey {
    case id, noc, sinco, relation, state, since, days, awaiting, proposer, round, alternative
    case comments, conflict, list, source
    case nocTitle = "noc_title"
    case sincoTitle = "sinco_title"
    case proposedOn = "proposed_on"
    case alternativeTo = "alternative_to"
    case carriedFrom = "carried_from"
  }

  init(_ link: ReviewLink, on day: CalendarDate) {
    id = link.id
    noc = link.noc.description
    nocTitle = link.nocTitle
    sinco = link.sinco.description
    sincoTitle = link.sincoTitle
    relation = link.relation?.word
    state = link.state.rawValue
    since = link.since.description
    days = link.age(on: day)
    awaiting = link.awaiting?.rawValue
    proposer = link.proposer?.rawValue
    proposedOn = link.proposedOn.description
    round = link.round
    alternativeTo = link.alternativeTo
    alternative = link.alternative
    carriedFrom = link.carriedFrom
    comments = link.comments
    conflict = link.hasConflict
    list = link.list.isEmpty ? nil : link.list
    source = link.source.isEmpty ? nil : link.source
  }

  static let columns = [
    "id", "noc", "noc_title", "sinco", "sinco_title", "relation", "state", "since", "days",
    "awaiting", "proposer", "proposed_on", "round", "alternative_to", "alternative",
    "carried_from", "comments", "conflict", "list", "source",
  ]

  var fields: [String] {
    [
      id, noc, nocTitle, sinco, sincoTitle, relation ?? "", state, since, String(days),
      awaiting ?? "", proposer ?? "", proposedOn, String(round), alternativeTo ?? "",
      alternative ?? "", carriedFrom ?? "", String(comments), conflict ? "yes" : "no", list ?? "",
      source ?? "",
    ]
  }
}
