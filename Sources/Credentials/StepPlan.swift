public import Diagnostics

/// The way of an occupation in a jurisdiction, from the papers in Mexico to entry.
public struct StepPlan: Hashable, Sendable {
  /// The ways, in the order in which they are gone: papers, recognition, entry.
  public let pathways: [Pathway]
  /// The papers that recognition builds on, directly or through others.
  public let foundations: Set<String>
  /// Steps that are not asked for, because the occupation is not regulated there on the day.
  public let notAsked: Set<String>

  /// The ways to recognition; none where the data have no way.
  public var recognition: [Pathway] { pathways.filter { $0.stage == .recognition } }

  /// Every step, in order.
  public var steps: [Step] { pathways.flatMap(\.steps) }

  /// What everybody pays who goes this way, by currency, from the lowest to the highest.
  ///
  /// Steps whose fee is not known are left out, and amounts of different currencies are never added.
  public var knownFees: [(currency: String, amount: ClosedRange<Double>)] {
    Self.knownFees(of: asked)
  }

  /// The fees of steps by currency, from the lowest to the highest, without those that are not known.
  public static func knownFees(
    of steps: [Step]
  ) -> [(currency: String, amount: ClosedRange<Double>)] {
    var sums: [String: ClosedRange<Double>] = [:]
    for step in steps {
      guard let fee = step.fee, let amount = fee.amount else { continue }
      let sum = sums[fee.currency] ?? 0...0
      sums[fee.currency] =
        (sum.lowerBound + amount.lowerBound)...(sum.upperBound + amount.upperBound)
    }
    return sums.sorted { $0.key < $1.key }.map { (currency: $0.key, amount: $0.value) }
  }

  /// The steps that everybody takes.
  public var asked: [Step] {
    steps.filter { $0.condition == .always && !notAsked.contains($0.id) }
  }
}

extension CredentialCatalogue {
  /// The way of an occupation in a jurisdiction.
  ///
  /// - Parameters:
  ///   - occupation: The occupation.
  ///   - jurisdiction: A province or territory.
  ///   - day: The day that rules are looked up for.
  /// - Returns: The way, which has no steps of recognition where the data have none.
  public func plan(
    for occupation: String, in jurisdiction: String, on day: CalendarDate
  ) -> StepPlan {
    let own = pathways.filter { pathway in
      (pathway.occupation == occupation || pathway.occupation == "ALL")
        && pathway.source.standing(on: day) != .over
        && (pathway.stage != .recognition || pathway.jurisdictions.contains(jurisdiction)
          || pathway.jurisdictions == ["ALL"])
    }
    let ordered = Pathway.Stage.allCases.flatMap { stage in own.filter { $0.stage == stage } }
    let recognition = own.filter { $0.stage == .recognition }.flatMap(\.steps)
    let papers = Set(own.filter { $0.stage == .documents }.flatMap(\.steps).map(\.id))
    var foundations: Set<String> = []
    var open = recognition.flatMap(\.dependencies.all)
    while let id = open.popLast() {
      guard papers.contains(id), foundations.insert(id).inserted else { continue }
      open += steps[id]?.dependencies.all ?? []
    }
    let answer = regulation(of: occupation, in: jurisdiction, on: day).regulated
    let notAsked =
      answer == .no ? Set(recognition.filter { $0.kind == "licence" }.map(\.id)) : []
    return StepPlan(pathways: ordered, foundations: foundations, notAsked: notAsked)
  }

  /// What is asked for an occupation in a jurisdiction, in the whole of Canada, and in Mexico, on a day.
  public func requirements(
    for occupation: String, in jurisdiction: String, on day: CalendarDate
  ) -> [Requirement] {
    requirements.filter { requirement in
      (requirement.occupations.contains(occupation) || requirement.occupations == ["ALL"])
        && [jurisdiction, "CA", "MX"].contains(requirement.jurisdiction)
        && requirement.source.standing(on: day) != .over
    }
  }

  /// What says how long the result of a step holds for an occupation in a jurisdiction on a day; `nil` if nothing does.
  public func validity(
    of step: String, for occupation: String, in jurisdiction: String, on day: CalendarDate
  ) -> Requirement? {
    requirements.first { requirement in
      requirement.validitySteps.contains(step) && requirement.validityMonths != nil
        && (requirement.occupations.contains(occupation) || requirement.occupations == ["ALL"])
        && [jurisdiction, "CA"].contains(requirement.jurisdiction)
        && requirement.source.standing(on: day) != .over
    }
  }

  /// The programs that fill gaps for an occupation in a jurisdiction, those that have ended included.
  public func bridging(for occupation: String, in jurisdiction: String) -> [BridgingProgram] {
    bridging.filter { program in
      (program.occupations.contains(occupation) || program.occupations == ["ALL"])
        && [jurisdiction, "CA"].contains(program.jurisdiction)
    }
  }
}
