import CommandLineKit
import Foundation
import Testing

/// The commands of the review desk, in this process, each on a ledger of its own.
@Suite struct ReviewCommandTests {
  private func run(_ ledger: String, _ arguments: String...) -> Transcript {
    let on = arguments.contains("--on") ? [] : ["--on", "2026-11-22"]
    return Transcript(["review"] + arguments + on + ["--ledger", ledger])
  }

  @Test func staysAsItIs() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      _ = run(ledger, "status")
      try expectSnapshot(run(ledger, "status").output, "review-status.txt")
      try expectSnapshot(run(ledger, "list").output, "review-list.txt")
      try expectSnapshot(run(ledger, "show", "L3").output, "review-show-L3.txt")
      try expectSnapshot(run(ledger, "list", "--format", "json").output, "review-list.json")
      let form = run(ledger, "export", "--for", "canada", "--format", "csv").output
      #expect(form.unicodeScalars.first == "\u{FEFF}")
      // Snapshots are read without the mark and with line feeds alone.
      try expectSnapshot(
        String(form.unicodeScalars.dropFirst()).replacing("\r\n", with: "\n"), "review-form.csv")
      try expectSnapshot(
        run(ledger, "export", "--for", "canada", "--format", "sssom").output,
        "review-form.sssom.tsv")
      try expectSnapshot(run(ledger, "next", "--limit", "8").output, "review-next.txt")
    }
  }

  @Test func filtersByStateSectorFlagAndAge() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      func count(_ arguments: String...) -> Int {
        let run = Transcript(
          ["review", "list", "--format", "csv", "--on", "2026-11-22", "--ledger", ledger]
            + arguments)
        return run.output.split(separator: "\n").count - 1
      }
      #expect(count() == 8)
      #expect(count("--state", "awaiting_feedback") == 8)
      #expect(count("--state", "agreed") == 0)
      #expect(count("--sector", "health") == 8)
      #expect(count("--sector", "education") == 0)
      #expect(count("--flag", "PROBABLE_SLIP") == 1)
      #expect(count("--flag", "title-identifies-code") == 1)
      #expect(count("--age", "3320") == 8)
      #expect(count("--age", "3321") == 0)
      #expect(count("--code", "sinco2011:2426") == 2)
      #expect(count("--awaiting", "canada") == 8)
      #expect(count("--awaiting", "mexico") == 0)
    }
  }

  @Test func triesWithoutRecording() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      let before = run(ledger, "verify").output
      let commands = [
        ["comment", "L2", "x", "--side", "canada"], ["remind", "L1", "--side", "mexico"],
        ["withdraw", "L1", "--reason", "x"],
        ["propose", "--noc", "noc2016:3233", "--sinco", "sinco2011:2811", "--side", "mexico"],
        ["judge", "L1", "--reviewer", "r1", "--verdict", "accept", "--side", "canada"],
      ]
      for command in commands {
        let tried = Transcript(["review"] + command + ["--dry-run", "--ledger", ledger])
        #expect(tried.code == .success, "\(tried.diagnostics)")
        #expect(tried.output.hasPrefix("would be: "))
      }
      #expect(run(ledger, "suggest", "--dry-run").output.hasPrefix("would be: "))
      #expect(run(ledger, "verify").output == before)
    }
  }

  @Test func saysWhatIsPossibleInstead() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      let refused = run(ledger, "accept", "L2", "--side", "canada")
      #expect(refused.code == .failure)
      #expect(
        refused.diagnostics.hasSuffix(
          "error: Canada cannot accept L2: it is awaiting feedback; possible is: remind (Canada or Mexico), "
            + "comment (Canada or Mexico), withdraw (Mexico)\n"))
      _ = run(ledger, "comment", "L8", "the code?", "--side", "canada")
      #expect(run(ledger, "accept", "L8").diagnostics.contains("L8 has open errors"))
      #expect(run(ledger, "accept", "L8", "--override", "3012 is meant").code == .success)
      #expect(run(ledger, "show", "L99").diagnostics.contains("there is no pair 'L99'"))
      #expect(run(ledger, "propose", "--noc", "noc2016:9999", "--sinco", "2426").code != .success)
      #expect(run(ledger, "comment", "L1", "\u{1B}[31m", "--side", "canada").code == .failure)
    }
  }

  @Test func makesHostileTextInert() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      let text = "=cmd|' /C calc'!A0 \u{202E}gnp <script>"
      #expect(run(ledger, "comment", "L1", text, "--side", "canada").code == .success)
      for command in [["history", "L1"], ["show", "L1"]] {
        #expect(
          !Transcript(["review"] + command + ["--ledger", ledger]).output.contains("\u{202E}"))
      }
      let form = run(ledger, "export", "--for", "mexico", "--format", "csv").output
      // At the beginning of no cell; inside the history, which begins with a bracket, it is only text.
      #expect(!form.contains(",=cmd") && !form.contains(",\"=cmd"))
      #expect(form.contains("Canada: =cmd"))
      #expect(run(ledger, "history", "L1", "--format", "csv").output.contains("'=cmd"))
    }
  }

  @Test func importsWhatAnotherExported() throws {
    try withFolder { folder in
      let (one, other) = ("\(folder)/one", "\(folder)/other")
      #expect(run(one, "comment", "L2", "we see it so", "--side", "canada").code == .success)
      for format in ["xlsx", "json", "csv", "sssom"] {
        let file = "\(folder)/form.\(format)"
        #expect(
          run(one, "export", "--for", "canada", "--format", format, "--output", file).code
            == .success)
        let read = run(other, "import", file)
        #expect(read.code == .success, "\(read.diagnostics)")
        #expect(read.output.contains("we see it so") == (format == "xlsx"))
      }
      let contents = [one, other].map { ledger in
        run(ledger, "verify").output.split(separator: "\n").last
      }
      #expect(contents[0] == contents[1])
      #expect(run(other, "show", "L2").output.contains("feedback received"))
    }
  }

  @Test func asksBeforeItOverwrites() throws {
    try withFolder { folder in
      let (one, other) = ("\(folder)/one", "\(folder)/other")
      _ = run(one, "withdraw", "L4", "--reason", "no longer")
      _ = run(other, "comment", "L4", "yes", "--side", "canada")
      _ = run(other, "accept", "L4")
      let file = "\(folder)/form.json"
      _ = run(other, "export", "--for", "mexico", "--format", "json", "--output", file)
      let asked = run(one, "import", file)
      #expect(asked.code == .negative)
      #expect(asked.output.contains("L4: changed on both sides"))
      #expect(asked.diagnostics.contains("--resolve L4=both"))
      #expect(run(one, "show", "L4").output.contains("withdrawn since"))
      #expect(run(one, "import", file, "--resolve", "L4=both").code == .success)
      #expect(run(one, "status").output.contains("1 to settle"))
      let shown = run(one, "settle", "L4")
      #expect(shown.code == .negative)
      let head = try #require(shown.output.split(separator: "\n").first?.split(separator: " ").last)
      let settled = run(
        one, "settle", "L4", "--keep", String(head.dropLast()), "--reason", "phone", "--side",
        "canada")
      #expect(settled.code == .success, "\(settled.diagnostics)")
      #expect(!run(one, "status").output.contains("to settle"))
    }
  }

  @Test func keepsItsKeys() throws {
    try withFolder { folder in
      let ledger = "\(folder)/l"
      for (name, command) in [
        ("review-list", ["list"]), ("review-show", ["show", "L1"]), ("review-status", ["status"]),
        ("review-next", ["next"]), ("review-verify", ["verify"]),
        ("review-agreement", ["agreement"]),
      ] {
        let run = Transcript(
          ["review"] + command + ["--format", "json", "--on", "2026-11-22", "--ledger", ledger])
        try expectSnapshot(
          try keys(ofJSON: run.output).joined(separator: "\n") + "\n", "\(name).keys")
      }
    }
  }
}
