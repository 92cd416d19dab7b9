import FoundationEssentials

/// Writes a value as JSON whose bytes depend on the value alone: keys in order, two blanks a level.
///
/// - Parameter value: What to write.
/// - Returns: The text with a newline at its end.
/// - Throws: `EncodingError` if the value cannot be written, as for a number that is not finite.
public func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}

/// A number with a fixed count of decimals, rounded half away from zero.
///
/// - Parameters:
///   - number: The number; one that is not finite, or beyond 18 digits, is written as Swift does.
///   - decimals: How many decimals, 0...9.
/// - Returns: The digits, with a sign where the rounded number is negative.
public func fixed(_ number: Double, decimals: Int) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = (number * scale).rounded(.toNearestOrAwayFromZero)
  guard scaled.magnitude < 1e18 else { return "\(number)" }
  let whole = Int64(scaled.magnitude)
  let sign = scaled < 0 && whole != 0 ? "-" : ""
  var digits = String(whole)
  if digits.utf8.count <= decimals {
    digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
  }
  guard decimals > 0 else { return sign + digits }
  return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
}

/// Rounds a score to the four decimals that output carries, so that text, CSV and JSON agree.
public func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }
