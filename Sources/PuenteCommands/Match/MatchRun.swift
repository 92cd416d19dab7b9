import CommandLineKit
import Dispatch
import Foundation
import Placements
import Rendering
import Synchronization

/// Ranks on all cores and writes in order, block by block, so that memory does not grow with the output.
struct MatchRun {
  let index: PlacementIndex
  let top: Int
  let limit: Int?
  let format: OutputFormat

  /// How many candidates or openings are worked on before they are written.
  private static let blockSize = 4_096

  /// Writes the best openings of each candidate.
  ///
  /// - Returns: How many matches there are.
  func byCandidate(to console: Console) throws -> Int {
    try write(min(index.pool.count, limit ?? .max), .candidate, to: console) { candidate in
      let profile = Int(index.pool.profileOfCandidate[candidate])
      return index.openings(forProfile: profile, limit: top).map {
        (candidate, Int($0.number), $0.score)
      }
    }
  }

  /// Writes the best candidates of each opening.
  ///
  /// - Returns: How many matches there are.
  func byOpening(to console: Console) throws -> Int {
    let order = index.candidateOrder()
    return try write(min(index.openings.count, limit ?? .max), .opening, to: console) { opening in
      index.candidates(forOpening: opening, limit: top, order).map {
        (Int($0.number), opening, $0.score)
      }
    }
  }

  /// Gives the places, and writes each candidate that has one.
  ///
  /// - Returns: How many candidates have a place.
  func assign(to console: Console) throws -> Int {
    let assignment = index.assignment(index.candidateOrder())
    let placed = assignment.openings.indices.filter { assignment.openings[$0] != nil }
    let count = try write(min(placed.count, limit ?? .max), .place, to: console) { number in
      let candidate = placed[number]
      guard let opening = assignment.openings[candidate].map(Int.init) else { return [] }
      let profile = Int(index.pool.profileOfCandidate[candidate])
      return [(candidate, opening, index.reasons(forProfile: profile, opening: opening).score)]
    }
    let places = index.openings.reduce(0) { $0 + $1.places }
    let sum = placed.reduce(0.0) { sum, candidate in
      let profile = Int(index.pool.profileOfCandidate[candidate])
      let opening = Int(assignment.openings[candidate] ?? 0)
      return sum + index.reasons(forProfile: profile, opening: opening).score
    }
    console.writeDiagnostic(
      "note: \(placed.count) of \(places) places given, sum of scores \(fixed(sum, decimals: 2)), the greatest there is\n"
    )
    return count
  }

  typealias Found = (candidate: Int, opening: Int, score: Double)

  /// Each worker has texts of its own, and is used by one thread at a time.
  private final class Worker: @unchecked Sendable {
    var writer: MatchWriter
    init(_ writer: MatchWriter) { self.writer = writer }
  }

  private func write(
    _ count: Int, _ side: MatchWriter.Side, to console: Console,
    _ find: @Sendable (Int) -> [Found]
  ) throws -> Int {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let workers = (0..<cores).map { _ in Worker(MatchWriter(index, format, side)) }
    console.write(workers[0].writer.beginning)
    var total = 0
    for start in stride(from: 0, to: count, by: Self.blockSize) {
      let end = min(start + Self.blockSize, count)
      let share = (end - start + cores - 1) / cores
      let results = Mutex<[Int: (bytes: [UInt8], count: Int)]>([:])
      DispatchQueue.concurrentPerform(iterations: cores) { number in
        let first = min(start + number * share, end)
        let last = min(first + share, end)
        var bytes: [UInt8] = []
        var found = 0
        for subject in first..<last {
          let matches = find(subject)
          found += matches.count
          workers[number].writer.add(subject, matches, isFirst: subject == 0, to: &bytes)
        }
        let own = (bytes, found)
        results.withLock { $0[number] = own }
      }
      let parts = results.withLock { $0 }
      for number in 0..<cores {
        guard let part = parts[number] else { continue }
        total += part.count
        console.write(String(decoding: part.bytes, as: UTF8.self))
      }
    }
    console.write(workers[0].writer.end)
    return total
  }
}
