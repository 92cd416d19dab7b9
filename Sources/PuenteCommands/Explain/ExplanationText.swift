import Correspondences
import Rendering

/// An explanation as people read it.
struct ExplanationText {
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  // MARK: Plain text

  var text: String {
    var lines = [explanation.source, explanation.target].map {
      "\($0.id)  \($0.title)  (\($0.classification))"
    }
    lines.append("score \(score)")
    lines.append("relation \(relation): \(explanation.relation_reason)")
    lines += ["", partsHeading + ":"]
    for term in explanation.terms {
      lines.append("  \(contribution(term))  \(title(term))")
      if !term.reason.isEmpty { lines.append("         \(term.reason)") }
      for path in term.paths {
        lines.append(
          "         via \(path.codes.joined(separator: " > "))  (\(fixed(path.share, decimals: 2)))"
        )
        for note in path.notes { lines.append("           note: \(printable(note))") }
      }
      if !term.sources.isEmpty {
        lines.append("         from \(term.sources.map(cited).joined(separator: "; "))")
      }
    }
    lines += ["", "against it:"]
    lines += explanation.against.isEmpty ? ["  nothing"] : explanation.against.map { "  \($0)" }
    for flag in explanation.flags { lines.append("  flag \(flag.name): \(flag.reason)") }
    for standing in explanation.standings {
      lines += ["", "\(self.standing(standing)):"]
      var table = TextTable([.right, .left, .left])
      for (mark, alternatives) in [("better", standing.better), ("next", standing.next)] {
        for one in alternatives {
          table.add([fixed(one.score, decimals: 2), one.id, "\(one.title)  (\(mark))"])
        }
      }
      let alternatives = table.lines(indent: 2)
      lines += alternatives.isEmpty ? ["  no alternative"] : alternatives
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Markdown

  var markdown: String {
    let (source, target) = (explanation.source, explanation.target)
    var text = "# \(markdownText(source.id)) and \(markdownText(target.id))\n\n"
    for group in [source, target] {
      text +=
        "- \(markdownText(group.id)): \(markdownText(group.title)) (\(markdownText(group.classification)))\n"
    }
    text += "- Score: \(markdownText(score))\n"
    text += "- Relation: \(relation): \(markdownText(explanation.relation_reason))\n\n"
    text += "## \(partsHeading.prefix(1).uppercased())\(partsHeading.dropFirst())\n\n"
    text += markdownTable(
      ["adds", "part", "rests on", "from"],
      explanation.terms.map { term in
        let paths = term.paths.map { path in
          ([path.codes.joined(separator: " > ")] + path.notes).joined(separator: "; ")
        }
        return [
          contribution(term).filter { $0 != " " }, title(term),
          ((term.reason.isEmpty ? [] : [term.reason]) + paths).joined(separator: " / "),
          term.sources.map(cited).joined(separator: "; "),
        ]
      })
    text += "\n## Against it\n\n"
    let against =
      explanation.against + explanation.flags.map { "flag \($0.name): \($0.reason)" }
    text += (against.isEmpty ? ["nothing"] : against).map { "- \(markdownText($0))\n" }.joined()
    for standing in explanation.standings {
      text += "\n## \(markdownText(self.standing(standing)))\n\n"
      let rows = standing.better.map { ($0, "better") } + standing.next.map { ($0, "next") }
      guard !rows.isEmpty else {
        text += "No alternative.\n"
        continue
      }
      text += markdownTable(
        ["score", "group", "title", ""],
        rows.map { [fixed($0.0.score, decimals: 2), $0.0.id, $0.0.title, $0.1] })
    }
    return text
  }

  // MARK: Parts

  private var score: String {
    let number = fixed(explanation.score, decimals: 2)
    guard explanation.calibrated else { return "\(number), which is no probability" }
    let odds = explanation.terms.compactMap(\.contribution).reduce(0, +)
    return explanation.terms.isEmpty
      ? number : "\(number), a probability (log odds \(signed(odds)))"
  }

  private var relation: String {
    MapRelation(rawValue: explanation.predicate).map(EquivalenceText.meaning)
      ?? explanation.predicate
  }

  private var partsHeading: String {
    explanation.calibrated
      ? "what the score is made of, in log odds" : "what ties the pair, from 0 to 1"
  }

  private func contribution(_ term: Explanation.Term) -> String {
    if let contribution = term.contribution { return signed(contribution) }
    guard !explanation.calibrated else { return "    -" }
    return term.tie.map { " \(fixed($0, decimals: 2))" } ?? "    -"
  }

  private func title(_ term: Explanation.Term) -> String {
    let tie = explanation.calibrated ? term.tie.map { ", tie \(fixed($0, decimals: 2))" } : nil
    return "\(term.name): \(term.meaning)\(tie ?? "")"
  }

  private func cited(_ source: Explanation.Source) -> String {
    "\(source.id) (as of \(source.as_of), confidence \(source.confidence))"
  }

  private func standing(_ standing: Explanation.Standing) -> String {
    standing.rank.map { "number \($0) of \(standing.candidates) for \(standing.code)" }
      ?? "not among the \(standing.candidates) candidates for \(standing.code)"
  }

  private func signed(_ number: Double) -> String {
    (number < 0 ? "" : "+") + fixed(number, decimals: 2)
  }
}
