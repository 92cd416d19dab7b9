public import FactTables

extension TableDefinition {
  private static let sides = ["MX", "CA"]
  private static let sections = [
    "objective", "result", "future_activity", "challenge", "opportunity",
  ]
  private static let precisions = DatePrecision.allCases.map(\.rawValue)
  private static let lines = Column.required(
    "report_lines", .lines, "The lines of the report it stands on.")
  private static let group = Column.required(
    "group_id", .identifier, "The working group; the partnership as a whole is CMP.")
  private static let groupReference = Reference(column: "group_id", table: "groups", target: "id")
  private static let institutionReference = Reference(
    column: "institution_id", table: "institutions", target: "id")
  private static let itemReference = Reference(column: "item_id", table: "items", target: "id")

  private static func id(_ help: String) -> Column { .required("id", .identifier, help) }

  /// The columns of a date that the report prints and of its reading.
  private static let dates: [Column] = [
    .required("printed", .text, "The words of the report that date it."),
    .optional("earliest", .day, "The first day meant; empty where only an end is."),
    .optional("latest", .day, "The last day meant; empty where none can be read from the words."),
    .required("precision", .choice(precisions), "How closely the words date it."),
    .required(
      "certainty", .choice(["firm", "tentative"]), "Whether the report calls it tentative."),
    lines,
  ]

  /// The tables, those that others refer to first.
  public static let partnership: [TableDefinition] = [
    TableDefinition(
      "reports", "The annual reports.", key: [],
      [
        .required("year", .count, "The year it reports on."),
        .required("edition", .text, "The edition, such as English."),
        .required("title", .text, "Its title."),
        .required("publisher", .text, "Who published it."),
        .optional("address", .text, "Where it is on the web."),
        .required("meeting_no", .count, "The annual meeting it reports on."),
        .required("lines", .count, "How many lines the text has that line numbers refer to."),
        .optional("note", .text, "What has to be known to use it."),
      ]),
    TableDefinition(
      "groups", "The working groups, and the partnership as a whole.", key: ["id"],
      [
        id("Puente's own name for it, never an abbreviation of two groups."),
        .required(
          "kind", .choice(["group", "announced", "partnership"]),
          "A group, one that is to begin, or the whole."),
        .required("name", .text, "Its name."),
        .optional("abbreviation", .text, "How the report abbreviates it."),
        .required(
          "reported", .choice(["yes", "no", "meeting"]),
          "Whether the report has a part about it, or only about a meeting."),
        .optional("note", .text, "What has to be known of it."),
        lines,
      ]),
    TableDefinition(
      "aliases", "Other names and abbreviations of groups; one may be of several.",
      key: ["alias", "group_id"],
      [.required("alias", .text, "The name as printed."), group, lines],
      references: [groupReference]),
    TableDefinition(
      "facts", "What the report says of the partnership as a whole.", key: ["id"],
      [
        id("A name for the fact."), .required("field", .text, "What it is about."),
        .required("value", .text, "The fact."), lines,
      ]),
    TableDefinition(
      "meetings", "The annual meetings.", key: ["meeting_no"],
      [
        .required("meeting_no", .count, "Its number."),
        .required("place", .text, "The place in English."),
        .required("place_printed", .text, "The place as printed."),
        .required("start", .day, "The first day."), .required("end", .day, "The last day."),
        .required("host", .choice(sides), "The country it was in."), lines,
      ]),
    TableDefinition(
      "institutions", "The bodies that the report names.", key: ["id"],
      [
        id("Puente's own name for it."), .required("name", .text, "Its name in English."),
        .optional("abbreviation", .text, "How the report abbreviates it."),
        .required(
          "country", .text, "Its country by ISO 3166-1, or INT for several."),
        .required(
          "kind",
          .choice([
            "government", "agency", "province", "state", "university", "business", "association",
            "international", "mechanism",
          ]), "What kind of body it is."),
        .required("names_printed", .text, "The names in the report, with ' | ' between."),
        .optional("note", .text, "What has to be known of it."), lines,
      ]),
    TableDefinition(
      "cochairs", "The co-chairs of the groups.", key: ["group_id", "no"],
      [
        group, .required("no", .count, "Counted within the group."),
        .required("side", .choice(sides), "The side."),
        .required("sector", .choice(["public", "private"]), "The sector."),
        .required("name", .text, "The name of the official."),
        .optional("represented_by", .text, "Who stood in."),
        .optional("title", .text, "The office; empty where the report has none."),
        .required("institution_id", .identifier, "The body."),
        .required(
          "role", .choice(["co_chair", "national_co_chair", "supplemental", "team_lead"]),
          "The role."),
        lines,
      ], references: [groupReference, institutionReference]),
    TableDefinition(
      "items", "The statements of the groups' reports.", key: ["id"],
      [
        id("A name for the statement."), group,
        .required("section", .choice(sections), "What kind of statement it is, as read."),
        .optional("heading", .text, "The printed heading it stands under."),
        .optional("number", .text, "Its number in the report."),
        .required(
          "kind", .choice(["action", "expectation", "statement", "missing_list"]),
          "Something to do, something expected, anything else, or a list that is announced but missing."
        ),
        .required("gist", .text, "What it says, in short."),
        .optional(
          "by_side", .choice(sides + ["both"]), "Who is to do it; empty where that is not said."),
        lines,
      ], references: [groupReference]),
    TableDefinition(
      "item_parties", "The bodies that are to do something, and those they do it with.",
      key: ["item_id", "institution_id"],
      [
        .required("item_id", .identifier, "The statement."),
        .required("institution_id", .identifier, "The body."),
        .required("role", .choice(["by", "with"]), "Whether it acts or takes part."),
      ], references: [itemReference, institutionReference]),
    TableDefinition(
      "item_pairs", "The pairs of occupations that a statement speaks of.",
      key: ["item_id", "pair_set", "link_id"],
      [
        .required("item_id", .identifier, "The statement."),
        .required("pair_set", .identifier, "The folder in 'crosswalks' that has the pairs."),
        .required("link_id", .identifier, "The pair there."), lines,
      ], references: [itemReference]),
    TableDefinition(
      "deadlines", "When statements say that something is to happen.", key: ["item_id", "no"],
      [
        .required("item_id", .identifier, "The statement."),
        .required("no", .count, "Counted within the statement."),
        .required("what", .text, "What is to happen."),
      ] + dates, references: [itemReference]),
    TableDefinition(
      "missing_lists", "Lists that the report announces and does not have.", key: ["id"],
      [
        id("A name for it."), group, .optional("section", .choice(sections), "Where it would be."),
        .required("what", .text, "What it would list."),
        .required("announced", .text, "The words that announce it."),
        .optional("item_id", .identifier, "The statement it belongs to."), lines,
      ], references: [groupReference, itemReference]),
    TableDefinition(
      "tracker", "The initiatives of the tracker in Annex A.", key: ["id"],
      [
        id("A name for the initiative."), group, .required("initiative", .text, "Its name."),
        .optional("key_milestones", .text, "Its milestones, in short."),
        .optional("timeline", .text, "Its timeline, in short."),
        .optional("status", .text, "Its status as reported."),
        .optional("participants", .text, "Who takes part, in short."),
        .optional("comments", .text, "Comments, in short."), lines,
      ], references: [groupReference]),
    TableDefinition(
      "tracker_phases", "When the initiatives are to happen.", key: ["tracker_id", "no"],
      [
        .required("tracker_id", .identifier, "The initiative."),
        .required("no", .count, "Counted within the initiative."),
        .required("phase", .text, "What is to happen."),
      ] + dates, references: [Reference(column: "tracker_id", table: "tracker", target: "id")]),
    TableDefinition(
      "tracker_parties", "Who takes part in the initiatives.", key: ["tracker_id", "no"],
      [
        .required("tracker_id", .identifier, "The initiative."),
        .required("no", .count, "Counted within the initiative."),
        .required("side", .choice(sides), "The side."),
        .required("sector", .choice(["public", "private"]), "The sector."),
        .optional("institution_id", .identifier, "The body; empty where none is named."),
        .required("name_printed", .text, "The name as printed."),
        .required(
          "certainty", .choice(["named", "to_be_confirmed", "to_be_defined"]),
          "Whether it is settled."),
        lines,
      ],
      references: [
        Reference(column: "tracker_id", table: "tracker", target: "id"), institutionReference,
      ]),
    TableDefinition(
      "indicators", "The figures of the report.", key: ["id"],
      [
        id("A name for the figure."), group, .required("indicator", .text, "What is counted."),
        .required("value", .number, "The figure; the lower one of a range."),
        .optional("value_max", .number, "The upper figure of a range."),
        .required("unit", .text, "What the figure counts."),
        .required(
          "bound", .choice(["exact", "about", "more_than", "at_least", "up_to", "goal"]),
          "How the figure is meant."),
        .optional("qualifier", .text, "The words that qualify it."),
        .optional("period", .text, "The time it is for."),
        .optional("note", .text, "What has to be known to use it."), lines,
      ], references: [groupReference]),
    TableDefinition(
      "joint_work", "What working groups do together or share.", key: ["id"],
      [
        id("A name for it."), .required("group_a", .identifier, "One group."),
        .required("group_b", .identifier, "The other; CMP for every group."),
        .required(
          "kind", .choice(["met", "agreed", "aim", "shared_subject"]),
          "A joint session, agreed work, an aim, or a subject of both that is a reading."),
        .required("subject", .text, "What it is about."), lines,
      ],
      references: [
        Reference(column: "group_a", table: "groups", target: "id"),
        Reference(column: "group_b", table: "groups", target: "id"),
      ]),
    TableDefinition(
      "defects", "The defects of the report itself.", key: ["id"],
      [
        id("A name for it."),
        .required(
          "kind",
          .choice([
            "missing", "ambiguous", "name", "contradiction", "layout", "date", "unit", "reading",
          ]), "What kind of defect."),
        .required("note", .text, "What is wrong."),
        .required("effect", .text, "What is done about it."), lines,
      ]),
  ]

  /// The table of a name.
  static func named(_ name: String) -> TableDefinition? { partnership.first { $0.name == name } }
}

extension TableDefinition {
  /// Creates a table of the partnership: the report it is of comes first, then the columns, then where each row is
  /// from.
  private init(
    _ name: String, _ help: String, key: [String], _ columns: [Column],
    references: [Reference] = []
  ) {
    let report = Column.required("report", .identifier, "The report: its year.")
    let provenance: [Column] = [
      .required("source", .identifier, "The row of 'sources.csv' the report is."),
      .required("as_of", .text, "What time the row stands for: a year, a month or a day."),
      .required(
        "confidence", .choice(["high", "medium", "low"]),
        "How far the row is trusted: high if printed, less if read out of the report."),
    ]
    let own =
      name == "reports" ? [] : [Reference(column: "report", table: "reports", target: "report")]
    self.init(
      name, help, columns: [report] + columns + provenance, key: ["report"] + key,
      references: own + references, scope: "report")
  }
}
