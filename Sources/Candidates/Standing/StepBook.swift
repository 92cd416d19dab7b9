import Credentials
import Diagnostics

/// The steps of a plan and all they depend on, with what is recorded of a candidate.
struct StepBook {
  let network: StepNetwork
  private let catalogue: CredentialCatalogue
  private let records: CandidateRecords
  private let day: CalendarDate
  private let names: [String]
  private let implied: Set<String>
  private let asked: Set<String>

  init(
    _ steps: [Step], notAsked: Set<String> = [], hasCedula: Bool, _ records: CandidateRecords,
    _ catalogue: CredentialCatalogue, on day: CalendarDate
  ) {
    self.catalogue = catalogue
    self.records = records
    self.day = day
    names = Self.closure(of: steps.map(\.id), catalogue)
    implied = hasCedula ? Self.underCedula(names, catalogue) : []
    let gaps = Self.gapSteps(names, records, catalogue)
    var asked: Set<String> = []
    for name in names {
      guard let step = catalogue.steps[name], !notAsked.contains(name) else { continue }
      let state = records.steps[name]?.state ?? .notStarted
      let isTouched = state != .notStarted && state != .withdrawn
      if step.condition == .always || isTouched || gaps.contains(name) { asked.insert(name) }
    }
    self.asked = asked
    var nodes: [String: StepNetwork.Node] = [:]
    for name in names {
      nodes[name] = Self.node(
        name, implied: implied, asked: asked, gaps: gaps, records, catalogue, day)
    }
    network = StepNetwork(nodes)
  }

  // MARK: What there is

  /// The steps, and those that they depend on, each once, those of the plan first.
  private static func closure(
    of names: [String], _ catalogue: CredentialCatalogue
  ) -> [String] {
    var result = names
    var known = Set(names)
    var index = 0
    while index < result.count {
      for name in catalogue.steps[result[index]]?.dependencies.all ?? []
      where catalogue.steps[name] != nil && known.insert(name).inserted {
        result.append(name)
      }
      index += 1
    }
    return result
  }

  /// The step that gives the cédula, and those before it.
  private static func underCedula(
    _ names: [String], _ catalogue: CredentialCatalogue
  ) -> Set<String> {
    var open = names.filter {
      catalogue.steps[$0]?.evidence.first?.hasPrefix("cédula profesional") == true
    }
    var result: Set<String> = []
    while let name = open.popLast() {
      if result.insert(name).inserted { open += catalogue.steps[name]?.dependencies.all ?? [] }
    }
    return result
  }

  /// The steps that fill gaps which a body has found: those asked for if gaps are found that depend on its step.
  private static func gapSteps(
    _ names: [String], _ records: CandidateRecords, _ catalogue: CredentialCatalogue
  ) -> Set<String> {
    Set(
      names.filter { name in
        guard let step = catalogue.steps[name], step.condition == .ifRequired else { return false }
        return step.dependencies.all.contains { records.steps[$0]?.state == .conditional }
      })
  }

  private static func node(
    _ name: String, implied: Set<String>, asked: Set<String>, gaps: Set<String>,
    _ records: CandidateRecords, _ catalogue: CredentialCatalogue, _ day: CalendarDate
  ) -> StepNetwork.Node? {
    guard let step = catalogue.steps[name] else { return nil }
    let record = records.steps[name]
    let state = record?.state(on: day) ?? .notStarted
    var node = StepNetwork.Node(groups: step.dependencies.groups, own: TimeSpan(of: step))
    node.isDone = state.isDone || (state == .notStarted && implied.contains(name))
    node.isSkipped = !asked.contains(name)
    switch state {
    case .inProgress, .submitted, .moreInformationNeeded:
      // What it depended on was done when it began.
      node.groups = []
      node.own = node.own.less(record?.since.days(until: day) ?? 0)
    case .conditional:
      // It is complete once its gaps are filled.
      let own = gaps.filter { catalogue.steps[$0]?.dependencies.all.contains(name) == true }
      node.groups = own.sorted().map { [$0] }
      node.own = own.isEmpty ? .unknown : .none
    case .failed:
      node.isClosed = record?.canBeRetried == false
      let wait = record?.retryFrom.map { max(0, day.days(until: $0)) } ?? 0
      node.own = TimeSpan(wait, wait) + node.own
    case .withdrawn: node.isClosed = step.condition == .always
    default: break
    }
    if gaps.contains(name) {
      // The step in which the gaps were found is behind a step that fills them, not before it.
      node.groups = node.groups.filter { group in
        !group.contains { records.steps[$0]?.state == .conditional }
      }
    }
    return node
  }

  // MARK: Questions

  /// Whether a step has to be done, or is done.
  func isAsked(_ name: String) -> Bool { asked.contains(name) }

  /// Whether a step is passed over.
  func isSkipped(_ name: String) -> Bool {
    catalogue.steps[name].map { $0.condition != .always && !asked.contains(name) } ?? false
  }

  /// Steps in the order of the catalogue: papers, then others by way and number.
  func order(_ chosen: Set<String>) -> [String] {
    catalogue.pathways.flatMap(\.steps).map(\.id).filter {
      chosen.contains($0) && asked.contains($0)
    }
  }

  /// Where a step stands on the day.
  func state(_ name: String) -> StepState {
    let state = records.steps[name]?.state(on: day) ?? .notStarted
    guard state == .notStarted else { return state }
    if implied.contains(name) { return .completed }
    return network.blockers(of: name).isEmpty ? .ready : .blocked
  }

  /// A step as it stands.
  func standing(_ name: String) -> StepStanding {
    guard let step = catalogue.steps[name] else { preconditionFailure("a step of the catalogue") }
    let state = state(name)
    let outcome = network[name]
    return StepStanding(
      step: step, state: state, record: records.steps[name],
      isImplied: implied.contains(name) && state == .completed
        && records.steps[name]?.state != .completed,
      isSkipped: isSkipped(name), blockedBy: state == .blocked ? network.blockers(of: name) : [],
      start: outcome?.start, end: outcome?.end,
      own: network.nodes[name]?.isDone == true ? .none : network.nodes[name]?.own ?? .unknown)
  }

  /// The licences among steps that no other of them depends on.
  func lastLicences(_ goal: [String]) -> [String] {
    let before = Set(goal.flatMap { catalogue.steps[$0]?.dependencies.all ?? [] })
    return goal.filter {
      ["licence", "registry"].contains(catalogue.steps[$0]?.kind ?? "") && !before.contains($0)
    }
  }

  // MARK: Ends

  /// What ends, and whether it does before it is needed.
  ///
  /// A result is needed until the last of the open steps that depend on it begins; one that no step depends on,
  /// until the licence.
  func expiries(goal: [String], needed: Set<String>, licences: [String]) -> [Expiry] {
    var result: [Expiry] = []
    for name in names where needed.contains(name) {
      guard let record = records.steps[name], record.state(on: day) == .completed else { continue }
      if let end = record.expiresOn {
        result.append(expiry(.step(name), end, of: name, goal, licences))
      }
    }
    for evidence in records.evidence {
      guard let end = evidence.expiresOn, day <= end else { continue }
      if let step = evidence.step, !needed.contains(step) { continue }
      result.append(expiry(.evidence(evidence.number), end, of: evidence.step, goal, licences))
    }
    return result.sorted { $0.on < $1.on }
  }

  private func expiry(
    _ subject: Expiry.Subject, _ end: CalendarDate, of step: String?, _ goal: [String],
    _ licences: [String]
  ) -> Expiry {
    let open = network.nodes.keys.sorted().filter { asked.contains($0) && !isOver($0) }
    var users = open.filter { name in
      step.map { catalogue.steps[name]?.dependencies.all.contains($0) == true } ?? false
    }
    if users.isEmpty { users = (licences.isEmpty ? goal : licences).filter { !isOver($0) } }
    let last = users.max { left, right in
      let (one, two) = (network[left]?.start.atLeast ?? 0, network[right]?.start.atLeast ?? 0)
      return one < two
    }
    guard let last else {
      return Expiry(subject: subject, on: end, neededBy: nil, endsBeforeNeeded: .no)
    }
    let left = day.days(until: end)
    let answer: Certainty
    if let start = network[last]?.start {
      if left < start.atLeast {
        answer = .yes
      } else {
        answer = start.atMost.map { $0 <= left } == true ? .no : .unknown
      }
    } else {
      answer = .unknown
    }
    return Expiry(subject: subject, on: end, neededBy: last, endsBeforeNeeded: answer)
  }

  private func isOver(_ name: String) -> Bool {
    let state = records.steps[name]?.state(on: day) ?? .notStarted
    return state.isDone || (state == .notStarted && implied.contains(name))
      || (state != .notStarted && state != .expired && state != .failed)
  }
}
