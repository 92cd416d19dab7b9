public import FactTables

extension TableDefinition {
  private static let languages = ["en", "fr", "es"]
  private static let id = Column.required("id", .identifier, "A name for the row.")
  private static let note = Column.optional("note", .text, "What has to be known to use it.")
  private static let occupations = Column.required(
    "occupations", .identifiers, "The occupations, with ';' between; ALL for every one.")
  private static let place = Column.required(
    "jurisdiction", .identifier, "The jurisdiction; CA or MX for the whole country.")
  private static let toPlace = Reference(
    column: "jurisdiction", table: "jurisdictions", target: "id")
  private static let toOccupations = Reference(
    column: "occupations", table: "occupations", target: "id", wildcard: "ALL")
  private static let toOccupation = Reference(
    column: "occupation_id", table: "occupations", target: "id", wildcard: "ALL")

  /// Creates a table of the credentials: its columns, then from when to when a row holds and where it is from.
  private init(
    _ name: String, _ help: String, key: [String] = ["id"], _ columns: [Column],
    references: [Reference] = []
  ) {
    let provenance: [Column] = [
      .optional(
        "valid_from", .uncertainDay,
        "The first day it holds, as ISO 8601-2 writes it; empty where that is not known."),
      .optional(
        "valid_to", .uncertainDay, "The last day it holds; empty where no end is known."),
      .required("source", .text, "The row of 'sources.csv'."),
      .optional("source_ref", .text, "The addresses of the pages, with ' ; ' between."),
      .optional(
        "as_of", .partialDate,
        "What day, month or year the source was true on; empty where it has no date."),
      .optional("as_of_note", .text, "What is said of the date beside or instead of it."),
      .required("confidence", .choice(["high", "medium", "low"]), "How far the row is trusted."),
      .optional(
        "general_knowledge_fields", .text,
        "The columns that no document states, with ';' between; 'all' where none does."),
    ]
    self.init(name, help, columns: columns + provenance, key: key, references: references)
  }

  /// The tables of `datasets/credentials/`, those that others refer to first.
  public static let credentials: [TableDefinition] =
    [
      TableDefinition(
        "jurisdictions", "Canada's provinces and territories, and the two countries.",
        [
          .required("id", .identifier, "The code of ISO 3166."),
          .required("kind", .choice(["country", "province", "territory"]), "What it is."),
          .required("name_en", .text, "The name in English."),
          .required("name_fr", .text, "The name in French."),
          .required("name_es", .text, "The name in Spanish."),
          .optional("languages", .choices(languages), "The languages of practice."),
          .optional("language_note", .text, "What has to be known of the languages."),
          .optional(
            "nnas_accepted", .choice(["yes", "no", "optional"]),
            "Whether the nursing regulators take reports of NNAS."),
          .optional("nnas_note", .text, "What has to be known of that."),
          .optional(
            "fair_registration_law", .choice(["yes", "no", "unclear"]),
            "Whether there is a law on fair registration practices."), note,
        ]),
      TableDefinition(
        "occupations", "The occupations whose recognition is described.",
        [
          .required("id", .identifier, "Puente's name for it."),
          .required("name_en", .text, "Its name in English."),
          .required("teer", .choice(["0", "1", "2", "3", "4", "5"]), "The TEER of NOC 2021."),
          .required(
            "cusma", .choice(["yes", "no", "limited", "unclear"]),
            "Whether it is a profession of CUSMA's list."),
          .optional("cusma_note", .text, "What has to be known of that."),
          .optional("codes_note", .text, "What has to be known of its codes."),
        ]),
      TableDefinition(
        "occupation_codes", "The codes of the occupations.",
        key: ["occupation_id", "classification", "code"],
        [
          .required("occupation_id", .identifier, "The occupation."),
          .required("classification", .identifier, "The classification."),
          .required("code", .text, "The code."),
          .required(
            "status", .choice(["given", "candidate"]),
            "Whether the code is given, or a candidate for a person to judge."),
          .optional("remark", .text, "What is said beside the code."),
        ], references: [toOccupation]),
      TableDefinition(
        "bodies", "Regulators, assessors, examiners and the other bodies that take part.",
        [
          id, .optional("acronym", .text, "How it is abbreviated."),
          .required("name_en", .text, "Its name in English, or the only one it has."),
          .optional("name_other", .text, "Its name in another language."),
          .required("role", .text, "What it does."),
          .required("jurisdictions", .identifiers, "Where it does so, with ';' between."),
          .optional("occupations", .identifiers, "For which occupations; ALL for every one."),
          .optional("url", .text, "Its address on the web."), note,
        ],
        references: [
          Reference(column: "jurisdictions", table: "jurisdictions", target: "id"), toOccupations,
        ]),
      TableDefinition(
        "regulations", "Whether an occupation is regulated in a jurisdiction, from when to when.",
        [
          id, .required("occupation_id", .identifier, "The occupation."), place,
          .required("regulated", .choice(["yes", "no", "partial"]), "Whether it is regulated."),
          .optional("kind", .text, "How: a licence, a registry, a compulsory trade."),
          .optional("regulator_id", .identifier, "The body that regulates it."),
          .optional("assessment", .text, "Who assesses, in words."),
          .optional("assessor_ids", .identifiers, "The bodies among those, with ';' between."),
          .optional("exam", .text, "The exams, in words."),
          .optional("languages", .choices(languages), "The languages of practice, any of them."),
          note,
        ],
        references: [
          toOccupation, toPlace, Reference(column: "regulator_id", table: "bodies", target: "id"),
          Reference(column: "assessor_ids", table: "bodies", target: "id"),
        ]),
      TableDefinition(
        "requirements", "What is asked of a candidate.",
        [
          id, occupations, place,
          .required(
            "kind",
            .choice([
              "document", "language", "education", "competence", "experience", "exam",
              "eligibility",
              "insurance", "immigration", "mobility", "validity",
            ]), "What is asked."),
          .required("title", .text, "Its name."), .optional("detail", .text, "What it is."),
          .optional("threshold", .text, "What is enough, in words."),
          .optional("validity", .text, "How long it holds, in words."),
          .optional("validity_months", .number, "How long it holds, in months."),
          .optional(
            "validity_steps", .identifiers,
            "The steps whose results hold so long, with ';' between, as read by Puente."),
        ],
        references: [
          toOccupations, toPlace,
          Reference(column: "validity_steps", table: "steps", target: "id"),
        ]),
      TableDefinition(
        "language_levels", "The results in language tests that a requirement asks for.",
        key: ["requirement_id", "test", "skill"],
        [
          .required("requirement_id", .identifier, "The requirement."),
          .optional("language", .choice(languages), "The language; empty where either will do."),
          .required("test", .text, "The test, or the scale."),
          .required(
            "skill", .choice(["listening", "reading", "writing", "speaking", "overall"]),
            "The skill."),
          .required("minimum", .text, "The lowest result that is enough, on the test's own scale."),
        ], references: [Reference(column: "requirement_id", table: "requirements", target: "id")]),
    ] + paths + ways

  private static let paths: [TableDefinition] = [
    TableDefinition(
      "pathways", "Ways to recognition, each a number of steps.",
      [
        id, .required("occupation_id", .identifier, "The occupation; ALL for every one."),
        .required("jurisdictions", .identifiers, "Where; ALL for all of Canada."),
        .required(
          "stage", .choice(["documents", "recognition", "entry"]),
          "Papers from Mexico, recognition, or entry into Canada."),
        .required("title", .text, "What it leads to."),
      ],
      references: [
        toOccupation,
        Reference(
          column: "jurisdictions", table: "jurisdictions", target: "id", wildcard: "ALL"),
      ]),
    TableDefinition(
      "steps", "The steps of the ways, with what each depends on.",
      [
        id, .required("pathway_id", .identifier, "The way it is of."),
        .required("seq", .count, "Its number there."), .required("title", .text, "What is done."),
        .required("actor", .text, "Who decides or issues, in words."),
        .optional("body_ids", .identifiers, "The bodies among those, with ';' between."),
        .required("kind", .text, "What kind of step it is."),
        .required(
          "condition", .choice(["always", "if_required", "if_asked"]),
          "Whether everybody takes it. Who skips it takes over what it depends on."),
        .optional(
          "depends_on", .text,
          "The steps before it: ';' means that all of them are, 'or' that one is enough."),
        .required(
          "from_mexico", .choice(["yes", "partly", "no"]), "Whether it can be done there."),
        .optional("fee", .text, "The fee in the words of the source."),
        .optional("fee_min", .number, "The lowest fee."),
        .optional("fee_max", .number, "The highest fee."),
        .optional("currency", .choice(["CAD", "MXN", "USD"]), "The currency (ISO 4217)."),
        .optional("fee_note", .text, "What has to be known of the fee."),
        .optional("duration", .text, "The time in the words of the source."),
        .optional("duration_min", .number, "The shortest time."),
        .optional("duration_max", .number, "The longest time."),
        .optional(
          "duration_unit", .choice(["days", "business_days", "weeks", "months"]), "Its unit."),
        .optional(
          "duration_basis", .choice(["standard", "observed", "rule", "window"]),
          "What the body promises, what was seen, what a rule asks, or a time limit that is no duration."
        ),
        .optional("duration_note", .text, "What has to be known of the time."),
        .optional("evidence", .text, "What comes out of it, with ';' between."), note,
      ],
      references: [
        Reference(column: "pathway_id", table: "pathways", target: "id"),
        Reference(column: "body_ids", table: "bodies", target: "id"),
      ]),
    TableDefinition(
      "bridging", "Programs that fill gaps.",
      [
        id, occupations, place, .optional("provider", .text, "Who offers it."),
        .required("program", .text, "Its name."), .optional("length", .text, "How long, in words."),
        .optional("months_min", .number, "The shortest time in months."),
        .optional("months_max", .number, "The longest time in months."),
        .optional("cost", .text, "What it costs, in words."),
        .required("offered", .choice(["yes", "no", "unclear"]), "Whether it is offered."), note,
      ], references: [toOccupations, toPlace]),
  ]

  private static let ways: [TableDefinition] = [
    TableDefinition(
      "streams", "Ways to a work permit or residence, and what entry asks.",
      [
        id, .required("kind", .choice(["permit", "residence", "entry"]), "What it leads to."),
        .required("name", .text, "Its name."), .required("authority", .text, "Who decides."),
        .required("who_can_use", .text, "Who can use it, in words."),
        .optional("processing", .text, "How long it takes, in words."), note,
      ]),
    TableDefinition(
      "stream_tests", "What decides whether a stream is open to somebody.",
      key: ["stream_id", "no"],
      [
        .required("stream_id", .identifier, "The stream."),
        .required("no", .count, "Counted within the stream."),
        .required("test", .choice(StreamTest.Kind.allCases.map(\.rawValue)), "What is looked at."),
        .optional("values", .text, "What passes, with ';' between."),
        .optional(
          "otherwise", .choice(["no", "unknown"]), "What anything else means."),
        .required("note", .text, "The test in words."),
      ], references: [Reference(column: "stream_id", table: "streams", target: "id")]),
    TableDefinition(
      "professions",
      "The professions of CUSMA's list, and Canada's commitments to Mexico in the CPTPP.",
      [
        id, .required("list", .choice(["cusma", "cptpp"]), "The treaty."),
        .required("category", .text, "The part of the list."),
        .required("status", .choice(["permitted", "excluded"]), "What the list does with it."),
        .required("name_en", .text, "The profession."),
        .optional("name_es", .text, "Its name in Spanish, not official."),
        .optional("education", .text, "The education it asks for."),
        .optional("alternative", .text, "What else is enough."),
        .optional("experience_years", .number, "The years of experience that go with that."),
        .optional("licence_route", .choice(["yes", "no"]), "Whether a licence is enough."), note,
      ]),
    TableDefinition(
      "profession_codes",
      "Groups of NOC 2021 that a profession belongs to, as read by Puente; a group can have other occupations too.",
      key: ["profession_id", "classification", "code"],
      [
        .required("profession_id", .identifier, "The profession."),
        .required("classification", .identifier, "The classification."),
        .required("code", .text, "A code that takes in all that is below it."),
      ], references: [Reference(column: "profession_id", table: "professions", target: "id")]),
    TableDefinition(
      "wordings",
      "What the tables say in English, in Spanish and French; Puente's own translations, not official.",
      key: ["of_table", "of_row", "of_column"],
      [
        .required("of_table", .text, "The table; 'vocabulary' for words that are of no row."),
        .required("of_row", .text, "The row by its name; of the vocabulary the English text."),
        .required("of_column", .text, "The column."),
        .required("text_en", .text, "The English text that was translated."),
        .required("text_es", .text, "The text in Spanish."),
        .required("text_fr", .text, "The text in French."),
      ]),
  ]
}
