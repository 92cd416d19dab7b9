import CommandLineKit
import Diagnostics
import Partnership
import Rendering

/// `puente cmp meetings`: lists the annual meetings.
struct CMPMeetings: Command {
  static let name = "cmp meetings"
  static let abstract = "List the annual meetings of the partnership."

  var host: PartnerSide?
  var text: String?
  var options = CMPOptions()

  static var parameters: [Parameter<Self>] {
    [
      .option("--host", to: \.host, placeholder: "side", help: "Only those in this country."),
      .option(
        "--text", to: \.text, placeholder: "words", help: "Only what has words that begin so."),
    ] + CMPOptions.parameters(at: \.options)
  }

  static var examples: [Example] { [Example("puente cmp meetings", "List the meetings.")] }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let query = try query(text)
    var rows: [AnnualMeeting] = []
    // A later report lists the earlier meetings again: each is shown once unless the two differ.
    for meeting in partnership.meetings where options.takes(meeting.provenance) {
      let isKnown = rows.contains {
        $0.number == meeting.number && $0.start == meeting.start && $0.end == meeting.end
          && $0.host == meeting.host
      }
      if !isKnown { rows.append(meeting) }
    }
    rows = rows.filter { meeting in
      host.map { $0.rawValue == meeting.host } != false
        && query?.matches(
          "\(meeting.number) \(meeting.place) \(meeting.placePrinted) \(meeting.start.year)")
          != false
    }
    let columns: [Listing<AnnualMeeting>.Column] = [
      .init("meeting_no") { .int($0.number) },
      .init("place") { .string($0.place) },
      .init("place_printed") { .string($0.placePrinted) },
      .init("start") { .string($0.start.description) },
      .init("end") { .string($0.end.description) },
      .init("host") { .string($0.host) },
    ]
    let listing = Listing(
      name: "meetings",
      columns: columns + provenanceColumns(\.provenance),
      rows: rows.sorted {
        ($0.number, $0.provenance.report) < ($1.number, $1.provenance.report)
      })
    return try listing.write(options.format, to: console) { rows in
      var table = TextTable([.right, .left, .left, .left, .left])
      for row in rows {
        table.add([
          String(row.number), row.host,
          row.start == row.end ? "\(row.start)" : "\(row.start) to \(row.end)",
          row.place == row.placePrinted ? row.place : "\(row.place) (\(row.placePrinted))",
          "[\(place(row.provenance))]",
        ])
      }
      return table.lines()
    }
  }
}
