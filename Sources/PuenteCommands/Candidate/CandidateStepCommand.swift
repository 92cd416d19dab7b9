import Candidates
import CommandLineKit
import Credentials
import Diagnostics
import Rendering

/// `puente candidate step`: records what happens to a step of a candidate.
struct CandidateStepCommand: Command {
  static let name = "candidate step"
  static let abstract = "Record what happens to a step of a candidate."
  static let discussion = """
    Without an event it says where the step stands and what can happen. Several events are recorded one after the \
    other, all or none. A step begins when what it depends on is done; to submit it there has to be evidence or a \
    receipt, to complete it evidence of the result; both can be recorded with it by '--proof'. A step whose result \
    has ended is renewed; one that failed is tried again from its day on. docs/candidates.md has the table.
    """

  var id = ""
  var step = ""
  var events: [StepEvent.Kind] = []
  var proofs: [Evidence.Kind] = []
  var due: CalendarDate?
  var expires: CalendarDate?
  var retryFrom: CalendarDate?
  var attempts: Int?
  var paid: String?
  var reason: String?
  var isReviewed = false
  var action = CandidateActionOptions()
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .argument("step", to: \.step, help: "The step, such as RN-NNAS-03."),
      .arguments("event", to: \.events, help: "What happens."),
      .option(
        "--proof", to: \.proofs, placeholder: "kind",
        help: "Record evidence of this kind with it, such as receipt or score_report."),
      .option(
        "--due", to: \.due, placeholder: "day",
        help: "The day by which more information has to be given."),
      .option(
        "--expires", to: \.expires, placeholder: "day",
        help: "The last day on which the result holds."),
      .option(
        "--retry-from", to: \.retryFrom, placeholder: "day",
        help: "The first day on which a failed step may be tried again."),
      .option(
        "--attempts", to: \.attempts, placeholder: "count", in: 1...99,
        help: "How many attempts there are at most."),
      .option("--paid", to: \.paid, placeholder: "amount", help: "What was paid: '750 CAD'."),
      .option(
        "--reason", to: \.reason, placeholder: "text",
        help: "Why it is waived, withdrawn or reopened; not shown by default."),
      .flag(
        "--review", to: \.isReviewed,
        help: "Say that the rule of the step, which has changed, was looked at."),
    ] + CandidateActionOptions.parameters(at: \.action) + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente candidate step C-7K2M9QXD4T RN-NNAS-03 start", "The application begins."),
      Example(
        "puente candidate step C-7K2M9QXD4T RN-NNAS-03 submit --proof receipt --paid \"750 CAD\"",
        "It is sent and paid."),
      Example(
        "puente candidate step C-7K2M9QXD4T RN-BC-04 start submit complete --proof score_report --expires 2028-03-14",
        "A test that was passed before."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let id = try CandidateDesk.id(id)
    let step = step.uppercased()
    if events.isEmpty, !isReviewed { return try tell(id, step, try options.reader(), console) }
    var payment: CandidateStep.Payment?
    if let paid {
      payment = CandidateStep.Payment(paid.uppercased())
      if payment == nil { throw UsageError("'--paid' takes an amount and a currency: '750 CAD'") }
    }
    let desk = try options.desk(console, action, knowsStepsOnly: true)
    let lines = try desk.perform(action) {
      var lines: [String] = []
      var proofs = proofs[...]
      if isReviewed {
        try desk.store.acknowledge(step, of: id, on: desk.day, by: action.by, desk.credentials)
        lines.append("\(id) \(step): its rule was looked at")
      }
      for kind in events {
        var event = StepEvent(kind, on: desk.day, by: action.by)
        event.dueOn = kind == .requestMore ? due : nil
        event.expiresOn = kind == .complete || kind == .closeGaps ? expires : nil
        event.retryFrom = kind == .fail ? retryFrom : nil
        event.attemptLimit = kind == .fail ? attempts : nil
        event.reason = reason
        event.paid = kind == events.last ? payment : nil
        // Evidence belongs to the first event that asks for it.
        let asks = [.submit, .complete, .findGaps, .fail, .closeGaps, .resubmit].contains(kind)
        let change = try desk.store.record(
          event, to: step, of: id, proof: asks ? proofs.popFirst() : nil, desk.credentials)
        let before =
          change.before.map { CandidateWording.state($0.state(on: desk.day)) } ?? "not started"
        var line =
          "\(id) \(step): \(before) -> \(CandidateWording.state(change.after.state)), \(desk.day), by \(action.by.rawValue)"
        if let end = change.after.expiresOn { line += ", holds up to \(end)" }
        lines.append(line)
      }
      return lines
    }
    console.write(lines.map { "\($0)\n" }.joined())
    console.writeDiagnostic(action.isRehearsal ? "nothing was recorded\n" : "")
    return .success
  }

  private func tell(
    _ id: CandidateID, _ step: String, _ desk: CandidateDesk, _ console: Console
  ) throws -> ExitCode {
    let entry = try desk.store.entry(id)
    guard let rule = desk.credentials.steps[step] else {
      throw UsageError(
        "the credentials have no such step; 'puente candidate show \(id)' lists them")
    }
    let records = try desk.store.records(of: entry)
    let context = StepContext(
      of: rule, records, hasCedula: entry.candidate.cedula == .yes, desk.credentials, on: desk.day)
    let record = records.steps[step]
    var state = record?.state(on: desk.day) ?? .notStarted
    if state == .notStarted { state = context.blockedBy.isEmpty ? .ready : .blocked }
    var lines = ["\(step)  \(rule.title)", "  state: \(CandidateWording.state(state))"]
    if let record { lines.append("  since: \(record.since)") }
    if state == .blocked {
      lines.append("  waits for: \(CandidateWording.blockers(context.blockedBy))")
    }
    if let from = record?.retryFrom { lines.append("  may be tried again on: \(from)") }
    if let end = record?.expiresOn { lines.append("  holds up to: \(end)") }
    lines.append("  fee: \(CandidateWording.fee(rule))")
    lines.append("  time: \(CandidateWording.own(TimeSpan(of: rule)))")
    lines.append("  from Mexico: \(rule.fromMexico.rawValue)")
    lines.append(
      "  gives: \(rule.evidence.isEmpty ? "nothing" : rule.evidence.joined(separator: "; "))")
    let events = StepMachine.events(in: state).map(\.rawValue)
    lines.append("  can happen: \(events.isEmpty ? "nothing" : events.joined(separator: ", "))")
    console.write(lines.map { printable($0) + "\n" }.joined())
    return .success
  }
}
