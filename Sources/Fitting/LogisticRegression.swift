import Matching

/// Logistic regression with a ridge and with weights that may be held to one sign.
///
/// Newton's method: each round replaces the loss by its quadratic approximation and minimises that by
/// coordinate descent within the bounds, as Friedman, Hastie and Tibshirani do (*Regularization Paths for
/// Generalized Linear Models via Coordinate Descent*, J. Stat. Software 33, 2010).
public struct LogisticRegression: Sendable {
  /// Which sign a weight may have.
  public enum Sign: Sendable {
    /// Any.
    case free
    /// Not negative.
    case positive
    /// Not positive.
    case negative

    func held(_ weight: Double) -> Double {
      switch self {
      case .free: weight
      case .positive: max(0, weight)
      case .negative: min(0, weight)
      }
    }
  }

  /// The weights of the features.
  public let weights: [Double]
  /// The weight that every example begins with.
  public let base: Double

  /// Fits weights to examples.
  ///
  /// - Parameters:
  ///   - features: The features, example by example.
  ///   - labels: Whether each example is right.
  ///   - signs: The sign of each weight; as many as features of an example.
  ///   - ridge: What the square of each weight costs, at least 0; the base costs nothing.
  ///   - rounds: The greatest number of rounds.
  /// - Complexity: O(*r* x *n* x *k*²), where *r* is the number of rounds, *n* of examples, *k* of features.
  public init(
    features: [Float], labels: [Bool], signs: [Sign], ridge: Double, rounds: Int = 40
  ) {
    let count = signs.count + 1
    var weights = [Double](repeating: 0, count: count)
    let all = signs + [.free]
    for _ in 0..<rounds {
      let (gradient, curvature) = Self.derivatives(features, labels, weights)
      let next = Self.minimum(weights, gradient, curvature, all, ridge)
      let change = zip(weights, next).map { abs($0 - $1) }.max() ?? 0
      weights = next
      if change < 1e-7 { break }
    }
    self.weights = Array(weights.dropLast())
    base = weights[count - 1]
  }

  /// The first and second derivatives of the loss, without the ridge; the base is the last feature.
  private static func derivatives(
    _ features: [Float], _ labels: [Bool], _ weights: [Double]
  ) -> (gradient: [Double], curvature: [Double]) {
    let count = weights.count
    let width = count - 1
    var gradient = [Double](repeating: 0, count: count)
    var curvature = [Double](repeating: 0, count: count * count)
    var kept: [Int] = []
    for (example, label) in labels.enumerated() {
      let first = example * width
      var odds = weights[width]
      kept.removeAll(keepingCapacity: true)
      for index in 0..<width where features[first + index] != 0 {
        odds += weights[index] * Double(features[first + index])
        kept.append(index)
      }
      let probability = logistic(odds)
      let error = probability - (label ? 1 : 0)
      let weight = max(1e-9, probability * (1 - probability))
      gradient[width] += error
      curvature[width * count + width] += weight
      for (position, index) in kept.enumerated() {
        let value = Double(features[first + index])
        gradient[index] += error * value
        curvature[index * count + width] += weight * value
        for other in kept[position...] {
          curvature[index * count + other] += weight * value * Double(features[first + other])
        }
      }
    }
    for row in 0..<count {
      for column in 0..<row { curvature[row * count + column] = curvature[column * count + row] }
    }
    return (gradient, curvature)
  }

  /// The minimum of the quadratic approximation at `weights` within the bounds.
  private static func minimum(
    _ weights: [Double], _ gradient: [Double], _ curvature: [Double], _ signs: [Sign],
    _ ridge: Double
  ) -> [Double] {
    let count = weights.count
    var result = weights
    var slope = gradient
    for index in 0..<(count - 1) { slope[index] += ridge * weights[index] }
    for _ in 0..<500 {
      var change = 0.0
      for index in 0..<count {
        let own = curvature[index * count + index] + (index < count - 1 ? ridge : 0)
        guard own > 0 else { continue }
        let next = signs[index].held(result[index] - slope[index] / own)
        let step = next - result[index]
        guard step != 0 else { continue }
        result[index] = next
        for other in 0..<count { slope[other] += step * curvature[other * count + index] }
        if index < count - 1 { slope[index] += step * ridge }
        change = max(change, abs(step))
      }
      if change < 1e-9 { break }
    }
    return result
  }
}
