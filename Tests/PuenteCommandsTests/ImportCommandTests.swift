import CommandLineKit
import Foundation
import Testing

/// The import commands: all or nothing, and what they say.
///
/// The publishers' files are made for the test.
@Suite struct ImportCommandTests {
  static let header =
    "NOC 2016 V1.3 Code,NOC 2016 V1.3 Title, GSIM Type of Change,NOC 2021 V1.0 Code,NOC 2021 V1.0 Title,Notes"
  static let sound =
    "\u{FEFF}\(header)\n11,Legislators,\"VC1 - Code Change, VC2 - Name Change\",10,,\n"
  static let faulty = "\(header)\n2013,,VC1,31301,,\n3012,,Nonsense,31301,,\n3012,,VC1\n"

  private func call(_ file: String, _ folder: String, _ more: String...) -> [String] {
    [
      "import", "correspondence", file, "--table", "noc2016-noc2021", "--output",
      "\(folder)/out.sssom.tsv", "--log", "\(folder)/log.csv",
    ] + more
  }

  @Test func writesTheSetAndItsLog() throws {
    try withFolder { folder in
      let file = try write(Self.sound, "a.csv", in: folder)
      let run = Transcript(call(file, folder))
      #expect(run.code == .success)
      #expect(
        run.diagnostics.hasSuffix(
          "NOC 2016 V1.3 - NOC 2021 V1.0: 1 links, 2 remarks; wrote \(folder)/out.sssom.tsv\n"))
      #expect(read("\(folder)/out.sssom.tsv")?.contains("noc2016:0011\t") == true)
      let log = """
        target,file,line,rule,message,value
        noc2016-noc2021.sssom.tsv,a.csv,2,lost-zeros,'11' has lost leading zeros,0011
        noc2016-noc2021.sssom.tsv,a.csv,2,lost-zeros,'10' has lost leading zeros,00010

        """
      #expect(read("\(folder)/log.csv")?.replacing("\r\n", with: "\n") == log)
      // The log of the same file takes the place of the earlier one.
      _ = Transcript(call(file, folder))
      #expect(read("\(folder)/log.csv")?.replacing("\r\n", with: "\n") == log)
      #expect(
        Transcript("check", "\(folder)/out.sssom.tsv", "--fail-on", "warning").code == .success)
    }
  }

  @Test func changesNothingWhereAFileHasFaults() throws {
    try withFolder { folder in
      let file = try write(Self.faulty, "a.csv", in: folder)
      _ = try write("old\n", "out.sssom.tsv", in: folder)
      _ = try write("target,file,line,rule,message,value\n", "log.csv", in: folder)
      let run = Transcript(call(file, folder))
      #expect(run.code == .failure)
      #expect(run.output.isEmpty)
      let places = run.diagnostics.split(separator: "\n").filter { !$0.hasPrefix("  ") }.map {
        $0.dropFirst(file.count).prefix { $0 != "]" }
      }
      #expect(
        places == [
          ":2:1: error[unknown-code", ":3:7: error[unknown-change", ":4:1: error[ragged-row",
        ])
      #expect(run.diagnostics.contains("did you mean 0213, 3012,"))
      #expect(read("\(folder)/out.sssom.tsv") == "old\n")
      #expect(read("\(folder)/log.csv") == "target,file,line,rule,message,value\n")
      #expect(names(in: folder) == ["a.csv", "log.csv", "out.sssom.tsv"])
    }
  }

  @Test func leavesTheLogWhereTheOutputCannotBeWritten() throws {
    try withFolder { folder in
      let file = try write(Self.sound, "a.csv", in: folder)
      let run = Transcript(
        "import", "correspondence", file, "--table", "noc2016-noc2021", "--output",
        "\(folder)/none/out.tsv", "--log", "\(folder)/log.csv")
      #expect(run.code == .failure)
      #expect(names(in: folder) == ["a.csv"])
    }
  }

  @Test func writesNothingInADryRun() throws {
    try withFolder { folder in
      let file = try write(Self.sound, "a.csv", in: folder)
      let run = Transcript(call(file, folder, "--dry-run"))
      #expect(run.code == .success)
      #expect(run.diagnostics.hasSuffix("1 links, 2 remarks; nothing was written\n"))
      #expect(names(in: folder) == ["a.csv"])
    }
  }

  @Test func writesToStandardOutput() throws {
    try withFolder { folder in
      let file = try write("Clave,Título\n1,Funcionarios\n11,Altos\n", "a.csv", in: folder)
      let run = Transcript(
        "import", "codes", file, "--classification", "sinco2011", "--output", "-")
      #expect(run.code == .success)
      #expect(run.output.hasPrefix("code,level,parent,title_en,title_es,"))
      #expect(
        run.diagnostics == "SINCO 2011: 2 groups (1/1), 0 remarks; wrote to standard output\n")
    }
  }

  @Test func importsTitles() throws {
    try withFolder { folder in
      let file = try write("code,title\n00010,Mayor\n", "a.csv", in: folder)
      let run = Transcript(
        "import", "titles", file, "--classification", "noc2021", "--source",
        "statcan-noc2021-titles", "--language", "en", "--output", "-")
      #expect(run.code == .success)
      #expect(run.output.contains("00010,en,Mayor,element,statcan-noc2021-titles"))
    }
  }

  @Test func takesColumnsOutOfATable() throws {
    try withFolder { folder in
      let file = try write("a,b,c\n1,x,\n1,x,y\n2,x,\n", "a.csv", in: folder)
      let run = Transcript(
        "import", "table", file, "--columns", "id=a,name=b", "--key", "id", "--output", "-")
      #expect(run.code == .success)
      #expect(run.output.replacing("\r", with: "") == "id,name\n1,x\n2,x\n")
      let twice = try write("a,b\n1,x\n1,y\n", "b.csv", in: folder)
      let bad = Transcript(
        "import", "table", twice, "--columns", "a,b", "--key", "a", "--output", "-")
      #expect(bad.code == .failure)
      #expect(bad.output.isEmpty)
      #expect(bad.diagnostics.hasPrefix("\(twice):3:1: error[duplicate-key]"))
    }
  }

  @Test func namesTheRoleThatAColumnIsNeededFor() throws {
    try withFolder { folder in
      let file = try write("x,y\n1,2\n", "a.csv", in: folder)
      let run = Transcript(call(file, folder))
      #expect(run.code == .failure)
      #expect(
        run.diagnostics.hasPrefix(
          "\(file):1:1: error[unknown-column]: no column looks like the source\n  help: name it with '--column source=HEADER'"
        ))
      #expect(Transcript(call(file, folder, "--column", "source")).code == .usage)
    }
  }
}
