import CommandLineKit
import Synchronization

/// What a run of a tool wrote, and how it ended.
struct Transcript: Hashable {
  var output = ""
  var diagnostics = ""
  var code = ExitCode.success

  /// Runs a tool in this process.
  init(_ tool: Tool, _ arguments: [String], failure: WriteError? = nil) {
    let written = Mutex((output: "", diagnostics: ""))
    let console = Console(
      write: { text in written.withLock { $0.output += text } },
      writeDiagnostic: { text in written.withLock { $0.diagnostics += text } },
      finish: { failure }
    )
    code = tool.run(arguments, on: console)
    (output, diagnostics) = written.withLock { $0 }
  }

  /// Runs the tool of the examples.
  init(_ arguments: String...) { self.init(ferry, arguments) }
}
