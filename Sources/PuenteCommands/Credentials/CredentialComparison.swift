import Credentials
import FactTables
import Rendering

/// Jurisdictions side by side.
struct CredentialComparison {
  let report: CredentialReport

  /// The names of the columns: what is compared, then the jurisdictions.
  var header: [String] { [""] + report.places.map(\.jurisdiction.id) }

  /// The rows: what is compared, then what each jurisdiction has.
  var rows: [[String]] {
    var rows: [[String]] = []
    func add(_ name: String, _ value: (CredentialPlace) -> String?) {
      rows.append([name] + report.places.map { value($0) ?? "unknown" })
    }
    add("regulated") { $0.answer.regulated.rawValue }
    add("how") { $0.answer.rule?.kind }
    add("by") { place in
      let ids = place.answer.rules.compactMap(\.regulator)
      let names = ids.map { report.credentials.bodies[$0]?.acronym ?? $0 }
      return names.isEmpty ? nil : names.joined(separator: " or ")
    }
    add("since") { $0.answer.rule?.source.validFrom?.words }
    add("until") { place in
      place.answer.rule.map { $0.source.validTo?.words ?? "no end known" }
    }
    add("later") { place in
      place.answer.next.map {
        "\($0.regulated.rawValue) from \($0.source.validFrom?.words ?? "unknown")"
      } ?? "no change known"
    }
    add("assessed by") { $0.answer.rule?.assessment }
    add("exam") { $0.answer.rule?.exam }
    add("language of practice") { place in
      let languages = place.answer.rule?.languages ?? []
      return languages.isEmpty ? nil : languages.joined(separator: " or ")
    }
    add("language levels") { place in
      let asked = place.requirements.filter { $0.kind == "language" }
      let words = asked.map { "\($0.title): \($0.threshold ?? "unknown")" }
      return words.isEmpty ? nil : words.joined(separator: "; ")
    }
    add("way") { place in
      let ways = place.plan.recognition.map(\.id)
      return ways.isEmpty ? nil : ways.joined(separator: ", ")
    }
    add("steps of recognition") { place in
      let steps = place.plan.recognition.flatMap(\.steps)
      return steps.isEmpty ? nil : "\(steps.count)"
    }
    add("of those from Mexico") { place in
      let steps = place.plan.recognition.flatMap(\.steps)
      guard !steps.isEmpty else { return nil }
      return
        "\(steps.count { $0.fromMexico == .yes }), \(steps.count { $0.fromMexico == .partly }) in part"
    }
    add("known fees of recognition") { place in
      recognitionFees(place)
    }
    add("bridging") { place in
      let names = place.bridging.filter { $0.offered != "no" }.map(\.program)
      return names.isEmpty ? nil : names.joined(separator: "; ")
    }
    for (index, verdict) in report.anywhere.enumerated() {
      add("stream \(verdict.stream.id)") { $0.verdicts[index].state.rawValue }
    }
    add("marks") { place in
      let marks = place.answer.rule.map { report.marks($0.source) } ?? []
      return (marks + place.answer.doubts).joined(separator: "; ")
    }
    return rows
  }

  private func recognitionFees(_ place: CredentialPlace) -> String? {
    let steps = place.plan.recognition.flatMap(\.steps).filter {
      $0.condition == .always && !place.plan.notAsked.contains($0.id)
    }
    guard !steps.isEmpty else { return nil }
    let fees = StepPlan.knownFees(of: steps).map { "\(span($0.amount)) \($0.currency)" }
    let unknown = steps.count { $0.fee?.amount == nil }
    return
      "\(fees.isEmpty ? "none" : fees.joined(separator: " and ")); \(unknown) of \(steps.count) not known"
  }
}
