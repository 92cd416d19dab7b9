import Classifications
import CommandLineKit
import Placements
import Rendering

extension MatchWriter {
  /// What stands before all matches.
  var beginning: String {
    switch format {
    case .text: ""
    case .json: "{\n  \"\(side == .place ? "places" : "matches")\": ["
    case .csv, .tsv, .spreadsheet: header
    }
  }

  /// What stands behind all matches.
  var end: String { format == .json ? "\n  ]\n}\n" : "" }

  /// Adds the matches of a candidate or an opening, or who has a place.
  mutating func add(
    _ subject: Int, _ matches: [MatchRun.Found], isFirst: Bool, to bytes: inout [UInt8]
  ) {
    switch format {
    case .csv, .tsv, .spreadsheet:
      for (place, match) in matches.enumerated() {
        addRow(match.candidate, match.opening, rank: place + 1, score: match.score, to: &bytes)
      }
    case .json:
      if !isFirst { bytes.append(0x2C) }
      // Numbers are finite, so that nothing fails to be written.
      let text = (try? jsonText(json(subject, matches))) ?? "null\n"
      for line in text.split(separator: "\n") {
        bytes.append(contentsOf: "\n    \(line)".utf8)
      }
    case .text:
      for line in text(subject, matches) {
        bytes.append(contentsOf: printable(line).utf8)
        bytes.append(0x0A)
      }
    }
  }

  private func json(_ subject: Int, _ matches: [MatchRun.Found]) -> JSONValue {
    let objects = matches.enumerated().map { place, match in
      object(match, rank: side == .place ? nil : place + 1)
    }
    switch side {
    case .place: return objects.first ?? .null
    case .candidate:
      return .object([
        "candidate": .string(index.pool.names[subject]), "openings": .array(objects),
      ])
    case .opening:
      let opening = index.openings[subject]
      return .object([
        "opening": .string(opening.id), "jurisdiction": .string(opening.jurisdiction),
        "occupations": .texts(index.groups[subject].map(\.description)),
        "places": .int(opening.places), "candidates": .array(objects),
      ])
    }
  }

  private func object(_ match: MatchRun.Found, rank: Int?) -> JSONValue {
    let profile = Int(index.pool.profileOfCandidate[match.candidate])
    let reasons = index.reasons(forProfile: profile, opening: match.opening)
    var factors: [String: JSONValue] = [:]
    for (name, factor) in reasons.all {
      factors[name] = .object([
        "value": .double(rounded(factor.value)), "known": .bool(factor.isKnown),
        "reason": .string(factor.reason), "missing": .texts(factor.missing),
      ])
    }
    var object: [String: JSONValue] = [
      "score": .double(rounded(match.score)), "factors": .object(factors),
    ]
    if let rank { object["rank"] = .int(rank) }
    if side != .opening {
      let opening = index.openings[match.opening]
      object["opening"] = .string(opening.id)
      object["jurisdiction"] = .string(opening.jurisdiction)
      object["occupations"] = .texts(index.groups[match.opening].map(\.description))
    }
    if side != .candidate { object["candidate"] = .string(index.pool.names[match.candidate]) }
    return .object(object)
  }

  private func text(_ subject: Int, _ matches: [MatchRun.Found]) -> [String] {
    var lines: [String] = []
    switch side {
    case .candidate:
      lines.append(
        matches.isEmpty ? "\(index.pool.names[subject])  no match" : index.pool.names[subject])
    case .opening: lines.append("\(place(of: subject))\(matches.isEmpty ? "  no match" : "")")
    case .place: break
    }
    for (rank, match) in matches.enumerated() {
      let score = fixed(match.score, decimals: 2)
      switch side {
      case .candidate: lines.append("  \(rank + 1)  \(score)  \(place(of: match.opening))")
      case .opening: lines.append("  \(rank + 1)  \(score)  \(index.pool.names[match.candidate])")
      case .place:
        lines.append("\(index.pool.names[match.candidate])  \(score)  \(place(of: match.opening))")
      }
      let profile = Int(index.pool.profileOfCandidate[match.candidate])
      var table = TextTable([.left, .right, .left])
      for (name, factor) in index.reasons(forProfile: profile, opening: match.opening).all {
        let mark = factor.isKnown ? "" : "  (not known)"
        table.add([name, fixed(factor.value, decimals: 2), factor.reason + mark])
        if !factor.missing.isEmpty {
          table.add(["", "", "missing: \(factor.missing.joined(separator: ", "))"])
        }
      }
      lines += table.lines(indent: 6)
    }
    return lines
  }

  private func place(of opening: Int) -> String {
    let groups = index.groups[opening].map(\.description).joined(separator: ", ")
    let one = index.openings[opening]
    return "\(one.id)  \(groups), \(one.jurisdiction)"
  }
}
