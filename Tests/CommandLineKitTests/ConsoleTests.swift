import Foundation
import Synchronization
import Testing

@testable import CommandLineKit

@Suite struct ConsoleTests {
  @Test func usesColorOnlyWhereItIsWanted() {
    #expect(Console.usesColor(isTerminal: true, noColor: nil, terminal: "xterm"))
    #expect(Console.usesColor(isTerminal: true, noColor: "", terminal: nil))
    #expect(!Console.usesColor(isTerminal: true, noColor: "1", terminal: "xterm"))
    #expect(!Console.usesColor(isTerminal: true, noColor: nil, terminal: "dumb"))
    #expect(!Console.usesColor(isTerminal: false, noColor: nil, terminal: "xterm"))
  }

  @Test func keepsTextUntilThereIsEnough() {
    let written = Written()
    let output = BufferedOutput(capacity: 4) { bytes throws(WriteError) in try written.add(bytes) }
    output.write("abc")
    #expect(written.texts.isEmpty)
    output.write("de")
    #expect(written.texts == ["abcde"])
    output.write("f")
    #expect(output.flush() == nil)
    #expect(written.texts == ["abcde", "f"])
    #expect(output.flush() == nil)
    #expect(written.texts.count == 2)
  }

  @Test func writesAtOnceWithoutABuffer() {
    let written = Written()
    let output = BufferedOutput(capacity: 0) { bytes throws(WriteError) in try written.add(bytes) }
    output.write("a")
    output.write("b")
    #expect(written.texts == ["a", "b"])
  }

  @Test func remembersAFailureAndDropsTheRest() {
    let written = Written(failure: WriteError("No space left on device"))
    let output = BufferedOutput(capacity: 2) { bytes throws(WriteError) in try written.add(bytes) }
    output.write("abc")
    output.write("def")
    #expect(output.flush() == WriteError("No space left on device"))
    #expect(written.texts == ["abc"])
  }

  @Test func failsOnAFullDevice() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    #expect(throws: WriteError("No space left on device")) {
      try writeAll(Array("abc".utf8), to: full.fileDescriptor)
    }
  }

  @Test func writesAllThroughAPipe() throws {
    let pipe = Pipe()
    try writeAll(Array("abc".utf8), to: pipe.fileHandleForWriting.fileDescriptor)
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("abc".utf8))
  }
}

@Suite struct ProgressTests {
  @Test func writesNothingWithoutATerminal() {
    let written = Written()
    count(to: 5, of: 5, on: written.console(isTerminal: false, step: .seconds(1)))
    #expect(written.texts.isEmpty)
  }

  @Test func showsShareAndRateAndClearsTheLine() {
    let written = Written()
    count(to: 2, of: 4, on: written.console(isTerminal: true, step: .milliseconds(500)))
    #expect(
      written.texts == [
        "\r\u{1B}[KCrossing  25% (2 per second)", "\r\u{1B}[KCrossing  50% (2 per second)",
        "\r\u{1B}[K",
      ])
  }

  @Test func showsTheCountWhereTheTotalIsUnknown() {
    let written = Written()
    count(to: 1, of: nil, on: written.console(isTerminal: true, step: .seconds(1)))
    #expect(written.texts.first == "\r\u{1B}[KCrossing  1 (1 per second)")
  }

  @Test func writesAtMostTenTimesASecond() {
    let written = Written()
    count(to: 1000, of: 1000, on: written.console(isTerminal: true, step: .milliseconds(1)))
    // Ten lines in the second, and the one that clears.
    #expect(written.texts.count == 11)
  }

  @Test func leavesNoTraceWhenItIsOverAtOnce() {
    let written = Written()
    count(to: 3, of: 3, on: written.console(isTerminal: true, step: .milliseconds(1)))
    #expect(written.texts.isEmpty)
  }

  private func count(to end: Int, of total: Int?, on console: Console) {
    var progress = Progress("Crossing", of: total, on: console)
    for _ in 0..<end { progress.advance() }
  }
}

/// What was written, in the pieces it was written in.
private final class Written: Sendable {
  private let pieces = Mutex<[String]>([])
  private let time = Mutex(Duration.zero)
  private let failure: WriteError?

  init(failure: WriteError? = nil) { self.failure = failure }

  var texts: [String] { pieces.withLock { $0 } }

  func add(_ bytes: [UInt8]) throws(WriteError) {
    pieces.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
    if let failure { throw failure }
  }

  /// A console whose clock goes on by a step each time it is read.
  func console(isTerminal: Bool, step: Duration) -> Console {
    Console(
      isErrorTerminal: isTerminal,
      errorMovesCursor: isTerminal,
      now: {
        self.time.withLock { time in
          defer { time += step }
          return time
        }
      },
      write: { _ in },
      writeDiagnostic: { text in self.pieces.withLock { $0.append(text) } }
    )
  }
}
