import Rendering
import Testing

@Suite struct NumberTests {
  struct NumberCase: Sendable, CustomTestStringConvertible {
    let number: Double
    let decimals: Int
    let text: String

    init(_ number: Double, _ decimals: Int, _ text: String) {
      self.number = number
      self.decimals = decimals
      self.text = text
    }

    var testDescription: String { "\(number) with \(decimals)" }
  }

  private static let cases = [
    NumberCase(0, 0, "0"), NumberCase(0, 2, "0.00"), NumberCase(-0.0, 2, "0.00"),
    NumberCase(-0.004, 2, "0.00"), NumberCase(-0.4, 0, "0"), NumberCase(0.5, 0, "1"),
    NumberCase(-0.5, 0, "-1"), NumberCase(1.5, 0, "2"), NumberCase(2.5, 0, "3"),
    NumberCase(-2.5, 0, "-3"), NumberCase(0.125, 2, "0.13"), NumberCase(-0.125, 2, "-0.13"),
    NumberCase(0.05, 1, "0.1"), NumberCase(0.9999, 2, "1.00"), NumberCase(9.995, 1, "10.0"),
    NumberCase(12.3, 3, "12.300"), NumberCase(0.081, 4, "0.0810"), NumberCase(99, 0, "99"),
    NumberCase(1e-12, 9, "0.000000000"), NumberCase(-1, 1, "-1.0"),
    NumberCase(123_456_789, 2, "123456789.00"),
    NumberCase(.nan, 2, "nan"), NumberCase(.infinity, 2, "inf"), NumberCase(-.infinity, 0, "-inf"),
    NumberCase(1e300, 2, "1e+300"),
  ]

  @Test(arguments: cases) func writesANumberWithFixedDecimals(_ number: NumberCase) {
    #expect(fixed(number.number, decimals: number.decimals) == number.text)
  }

  @Test func roundsScoresToTheDecimalsThatAreShown() {
    #expect(rounded(0.123_45) == 0.123_5)
    #expect(rounded(1) == 1)
    #expect(fixed(rounded(0.810_04), decimals: 4) == "0.8100")
  }
}

@Suite struct JSONTextTests {
  private struct Answer: Encodable {
    let zone: String
    let code: String
    let address: String
    let score: Double
    let counts: [String: Int]
  }

  private static let answer = Answer(
    zone: "é \"x\"\n", code: "0011", address: "https://puente.example/noc2016/", score: 0.1,
    counts: ["b": 2, "a": 1, "c": 3]
  )

  @Test func writesKeysInOrderAndEndsWithANewline() throws {
    #expect(
      try jsonText(Self.answer) == """
        {
          "address" : "https://puente.example/noc2016/",
          "code" : "0011",
          "counts" : {
            "a" : 1,
            "b" : 2,
            "c" : 3
          },
          "score" : 0.1,
          "zone" : "é \\"x\\"\\n"
        }

        """)
  }

  @Test func writesTheSameBytesEveryTime() throws {
    let many = Dictionary(uniqueKeysWithValues: (0..<200).map { ("key \($0)", $0) })
    let first = try jsonText(many)
    for _ in 0..<5 {
      #expect(try jsonText(Dictionary(uniqueKeysWithValues: many.shuffled())) == first)
    }
  }

  @Test func refusesANumberThatIsNotFinite() {
    #expect(throws: EncodingError.self) { try jsonText([Double.nan]) }
  }
}
