/// A line on a terminal that tells how far a command is; without a terminal, nothing at all.
///
/// The line is written at most ten times a second, and cleared when the value is gone.
///
/// ```swift
/// var progress = Progress("Matching", of: codes.count, on: console)
/// for code in codes {
///   …
///   progress.advance()
/// }
/// ```
public struct Progress: ~Copyable {
  private static let interval = Duration.milliseconds(100)

  private let label: String
  private let total: Int?
  private let console: Console
  private let start: Duration
  private var lastWritten: Duration?
  private var completed = 0

  /// Starts to count.
  ///
  /// - Parameters:
  ///   - label: What is done, such as `Matching`.
  ///   - total: How much there is to do, if that is known.
  ///   - console: Where the line goes, if its diagnostics may move the cursor.
  public init(_ label: String, of total: Int? = nil, on console: Console) {
    self.label = label
    self.total = total
    self.console = console
    start = console.now()
  }

  deinit {
    if lastWritten != nil { console.writeDiagnostic(Self.clearLine) }
  }

  private static let clearLine = "\r\u{1B}[K"

  /// Counts work that has been done, and shows it if it is time to.
  public mutating func advance(by count: Int = 1) {
    completed += count
    guard console.errorMovesCursor else { return }
    let now = console.now()
    guard now - (lastWritten ?? start) >= Self.interval else { return }
    lastWritten = now
    console.writeDiagnostic(Self.clearLine + line(after: now - start))
  }

  /// Ends the count and clears the line.
  public consuming func finish() {}

  /// The line to show, such as `Matching  42% (310 per second)`.
  private func line(after elapsed: Duration) -> String {
    let (seconds, attoseconds) = elapsed.components
    let rate = Double(completed) / (Double(seconds) + Double(attoseconds) / 1e18)
    let amount =
      if let total, total > 0 { "\(min(completed, total) * 100 / total)%" } else { "\(completed)" }
    return "\(label)  \(amount) (\(Int(rate)) per second)"
  }
}
