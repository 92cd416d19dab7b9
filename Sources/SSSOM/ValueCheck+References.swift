extension ValueCheck {
  func referenceFaults(_ text: String, _ prefixes: PrefixMap) -> [Fault] {
    if text == Vocabulary.noTermFound {
      return kind == .entity
        ? [] : [Fault(rule: .misplacedNoTerm, message: "'\(text)' in '\(name)'")]
    }
    guard let prefix = PrefixMap.prefix(of: text), !prefix.isEmpty else {
      return [Fault(rule: .notACURIE, message: "\(text.quoted) in '\(name)' has no prefix")]
    }
    let local = text.utf8.dropFirst(prefix.utf8.count + 1)
    if prefixes[prefix] == nil, local.starts(with: "//".utf8) || prefix == "urn" {
      return [
        Fault(
          rule: .iri, message: "\(text.quoted) in '\(name)' is an IRI",
          suggestions: prefixes.contract(text).map { [$0] } ?? []
        )
      ]
    }
    if local.isEmpty || text.unicodeScalars.contains(where: \.properties.isWhitespace) {
      return [Fault(rule: .notACURIE, message: "\(text.quoted) in '\(name)' is not a CURIE")]
    }
    guard prefixes[prefix] != nil else {
      return [
        Fault(
          rule: .undeclaredPrefix,
          message: "the prefix \(prefix.quoted) of \(text.quoted) is not declared",
          suggestions: []
        )
      ]
    }
    return []
  }

  func justificationFaults(_ text: String, _ prefixes: PrefixMap) -> [Fault] {
    let faults = referenceFaults(text, prefixes)
    if !faults.isEmpty { return faults }
    let vocabulary = "https://w3id.org/semapv/vocab/"
    guard let iri = prefixes.expand(text), iri.hasPrefix(vocabulary) else {
      return [
        Fault(
          rule: .justification,
          message: "the justification \(text.quoted) is not a term of 'semapv'"
        )
      ]
    }
    let term = String(iri.dropFirst(vocabulary.count))
    if Vocabulary.justifications.contains(term) { return [] }
    return [
      Fault(
        rule: .unknownJustification,
        message: "\(text.quoted) is not a justification that SSSOM lists",
        suggestions: term.nearest(of: Vocabulary.justifications).map { "semapv:" + $0 }
      )
    ]
  }
}
