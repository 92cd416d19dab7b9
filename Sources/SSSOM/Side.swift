/// A side of mappings and its slots.
enum Side {
  case subject
  case object

  var id: Slot { self == .subject ? .subjectID : .objectID }
  var label: Slot { self == .subject ? .subjectLabel : .objectLabel }
  var type: Slot { self == .subject ? .subjectType : .objectType }
  var source: Slot { self == .subject ? .subjectSource : .objectSource }
}
