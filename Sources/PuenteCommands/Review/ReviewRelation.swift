import CommandLineKit
import Correspondences
import Reviews

/// The word of a relation that a user typed; empty if none was.
func relationWord(_ text: String) throws -> String {
  guard !text.isEmpty else { return "" }
  guard let relation = ReviewLink.relation(text) else {
    let known = MapRelation.allCases.map(\.word).joined(separator: ", ")
    throw UsageError("\(echoed(text)) is not a relation: one of \(known)")
  }
  return relation.word
}
