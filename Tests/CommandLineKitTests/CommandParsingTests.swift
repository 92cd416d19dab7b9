import CommandLineKit
import Testing

@Suite struct CommandParsingTests {
  @Test func readsEveryKindOfParameter() throws {
    let carry = try Carry(parsing: [
      "-n", "3", "goat", "--passenger=a", "--passenger", "b", "--speed", ".25", "-q",
      "--bank", "north", "--format", "json", "-o", "-", "wolf",
    ])
    var expected = Carry()
    expected.things = ["goat", "wolf"]
    expected.limit = 3
    expected.speed = 0.25
    expected.bank = "north"
    expected.passengers = ["a", "b"]
    expected.quick = true
    expected.output.format = .json
    #expect(carry == expected)
  }

  @Test func keepsTheDefaultsOfWhatIsLeftOut() throws {
    #expect(try Carry(parsing: ["goat"]).passengers == ["ferryman"])
    #expect(try LogList(parsing: []) == LogList())
    #expect(try LogAdd(parsing: ["a", "--pilot", "b"]).place == ".")
  }

  @Test func fillsPositionalArgumentsInOrder() throws {
    let add = try LogAdd(parsing: ["a", "--pilot", "b", "c"])
    #expect(add.file == "a")
    #expect(add.place == "c")
  }

  struct Positional: Sendable, CustomTestStringConvertible {
    let arguments, things: [String]
    init(_ arguments: [String], _ things: [String]) {
      (self.arguments, self.things) = (arguments, things)
    }
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let positional: [Positional] = [
    Positional(["--", "--quick"], ["--quick"]),
    Positional(["--", "--help"], ["--help"]),
    Positional(["--", "--"], ["--"]),
    Positional(["a", "--", "-q", "b"], ["a", "-q", "b"]),
    Positional(["-"], ["-"]),
    Positional(["a=b"], ["a=b"]),
    Positional(["-5"], ["-5"]),
    Positional(["-.5", "-1e3"], ["-.5", "-1e3"]),
    Positional([""], [""]),
  ]

  @Test(arguments: positional)
  func takesAsPositional(_ example: Positional) throws {
    #expect(try Carry(parsing: example.arguments).things == example.things)
  }

  @Test func takesNegativeNumbersAsValues() throws {
    #expect(try LogList(parsing: ["-5"]).day == -5)
    #expect(try LogAdd(parsing: ["a", "--pilot", "-5"]).pilot == "-5")
  }

  @Test func takesEmptyValuesAndValuesWithHyphens() throws {
    #expect(try LogAdd(parsing: ["a", "--pilot="]).pilot == "")
    #expect(try LogAdd(parsing: ["a", "--pilot", ""]).pilot == "")
    #expect(try LogAdd(parsing: ["a", "--pilot=--keep"]).pilot == "--keep")
    #expect(try LogAdd(parsing: ["a", "--pilot=a=b"]).pilot == "a=b")
  }

  @Test func takesAFlagTwice() throws {
    #expect(try Carry(parsing: ["a", "-q", "--quick"]).quick)
  }

  struct Rejection: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    init(_ arguments: [String], _ message: String) {
      (self.arguments, self.message) = (arguments, message)
    }
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let rejections: [Rejection] = [
    Rejection([], "missing argument '<thing>'"),
    Rejection(["a", "--formt", "csv"], "unknown option '--formt'; did you mean '--format'?"),
    Rejection(["a", "-format"], "unknown option '-format'; did you mean '--format'?"),
    Rejection(["a", "--hlep"], "unknown option '--hlep'; did you mean '--help'?"),
    Rejection(["a", "--zebra=1"], "unknown option '--zebra'"),
    Rejection(["a", "-x"], "unknown option '-x'"),
    Rejection(["a", "--limit"], "'--limit <count>' needs a value"),
    Rejection(["a", "-n", "--quick"], "'--limit <count>' needs a value"),
    Rejection(["--bank", "--", "a"], "'--bank <bank>' needs a value"),
    Rejection(["a", "--quick=yes"], "'--quick' takes no value"),
    Rejection(["a", "-n", "1", "--limit", "2"], "'--limit' is given more than once"),
    Rejection(
      ["a", "-n", "0"],
      "'0' is not a value of '--limit <count>': expected a whole number from 1 to 1000"),
    Rejection(
      ["a", "-n="],
      "'' is not a value of '--limit <count>': expected a whole number from 1 to 1000"),
    Rejection(
      ["a", "--speed", "nan"],
      "'nan' is not a value of '--speed <share>': expected a number from 0 to 1"),
    Rejection(
      ["a", "--format", "jsn"],
      "'jsn' is not a value of '--format <format>' (one of: text, json, csv); did you mean 'json'?"
    ),
    Rejection(
      ["a", "--format", "\u{1B}"],
      #"'\u{1B}' is not a value of '--format <format>' (one of: text, json, csv)"#),
  ]

  @Test(arguments: rejections)
  func rejects(_ example: Rejection) {
    #expect(throws: UsageError(example.message)) { try Carry(parsing: example.arguments) }
  }

  @Test func rejectsTooManyArguments() {
    #expect(throws: UsageError("unexpected argument '2'")) { try LogList(parsing: ["1", "2"]) }
  }

  @Test func rejectsAMissingOption() {
    #expect(throws: UsageError("missing option '--pilot <name>'")) { try LogAdd(parsing: ["a"]) }
  }

  @Test func rejectsAPositionalThatIsNoValue() {
    #expect(throws: UsageError("'x' is not a value of '<day>': expected a whole number")) {
      try LogList(parsing: ["x"])
    }
  }
}
