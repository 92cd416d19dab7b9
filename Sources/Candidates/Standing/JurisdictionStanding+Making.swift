import Credentials
import Diagnostics

/// What is recorded of a candidate's steps and evidence.
public struct CandidateRecords: Hashable, Sendable {
  /// The steps, by name.
  public var steps: [String: CandidateStep]
  /// The evidence, by number.
  public var evidence: [Evidence]

  /// Creates records.
  public init(steps: [String: CandidateStep] = [:], evidence: [Evidence] = []) {
    self.steps = steps
    self.evidence = evidence
  }
}

extension JurisdictionStanding {
  /// Works out where a candidate stands.
  ///
  /// - Parameters:
  ///   - jurisdiction: A province or territory.
  ///   - occupation: An occupation of the credentials.
  ///   - hasCedula: Whether a cédula is held, so that the steps up to it are done.
  ///   - records: What is recorded.
  ///   - catalogue: The credentials.
  ///   - day: The day.
  init(
    in jurisdiction: String, as occupation: String, hasCedula: Bool, _ records: CandidateRecords,
    _ catalogue: CredentialCatalogue, on day: CalendarDate
  ) {
    let plan = catalogue.plan(for: occupation, in: jurisdiction, on: day)
    let records = records.withValidity(for: occupation, in: jurisdiction, catalogue, on: day)
    let book = StepBook(
      plan.steps, notAsked: plan.notAsked, hasCedula: hasCedula, records, catalogue, on: day)
    let recognition = plan.recognition.flatMap(\.steps).map(\.id)
    let goal = recognition.filter(book.isAsked)
    let needed = book.network.needed(for: goal)
    let inOrder = book.order(needed)
    let steps = inOrder.filter { !book.isSkipped($0) }.map(book.standing)
    let foundations = Set(inOrder)
    let beside = plan.steps.map(\.id).filter { !foundations.contains($0) && book.isAsked($0) }
      .filter { !recognition.contains($0) }
    let licences = book.lastLicences(goal)
    let isDone =
      !goal.isEmpty
      && (licences.isEmpty ? goal : licences).allSatisfy { book.state($0).isDone }
    let spans = goal.map { book.network[$0]?.end }
    let end =
      goal.isEmpty || spans.contains(nil)
      ? nil : spans.compactMap { $0 }.reduce(TimeSpan.none) { $0.and($1) }

    self.jurisdiction = jurisdiction
    self.occupation = occupation
    regulation = catalogue.regulation(of: occupation, in: jurisdiction, on: day)
    hasWay = !recognition.isEmpty
    self.steps = steps
    others = beside.map(book.standing)
    optional = plan.steps.map(\.id).filter(book.isSkipped).map(book.standing)
    self.isDone = isDone
    self.end = isDone ? TimeSpan.none : end
    criticalPath = isDone ? [] : book.network.longestChain(to: goal).map(book.standing)
    cost = RemainingCost(steps)
    otherCost = RemainingCost(others)
    withinFourMonths = Self.within(
      months: 4, isDone ? TimeSpan.none : end, hasWay: !recognition.isEmpty, on: day)
    expiries = book.expiries(goal: goal, needed: needed, licences: licences)
  }

  /// Whether a span ends within some months from a day on.
  static func within(
    months: Int, _ span: TimeSpan?, hasWay: Bool, on day: CalendarDate
  ) -> Certainty {
    guard hasWay else { return .unknown }
    guard let span else { return .no }
    let limit = day.days(until: day.adding(months: months))
    if span.atLeast > limit { return .no }
    return span.atMost.map { $0 <= limit } == true ? .yes : .unknown
  }
}
