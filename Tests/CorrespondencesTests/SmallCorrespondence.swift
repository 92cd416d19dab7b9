import Classifications
import Correspondences

/// What a table of a test links.
let smallDescription = CorrespondenceDescription(
  id: "left-right", subject: ClassificationID(known: "left"),
  object: ClassificationID(known: "right"),
  file: "left-right.sssom.tsv", title: "Left - Right", kind: "published", source: "test"
)

/// A link; its line is told apart from those of other links by the caller where it matters.
func link(
  _ subject: String, _ object: String, _ relation: MapRelation = .closeMatch,
  isNegated: Bool = false, note: String = "", line: Int = 2
) -> Correspondence.Link {
  Correspondence.Link(
    subject: subject, object: object, relation: relation, isNegated: isNegated, note: note,
    line: line
  )
}
