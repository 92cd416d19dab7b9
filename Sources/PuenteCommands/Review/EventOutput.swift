import Diagnostics
import Digests
import Ledgers

/// An event as JSON shows it: the content that its identifier is the digest of.
struct EventOutput: Encodable {
  let id: String
  let stream: String
  let parents: [String]
  let kind: String
  let side: String
  let role: String
  let on: String
  let body: [String: String]

  init(_ event: Event) {
    id = event.id.hex
    stream = event.stream
    parents = event.parents.map(\.hex)
    kind = event.kind
    side = event.side.rawValue
    role = event.role
    on = event.on.description
    body = event.draft.body
  }
}
