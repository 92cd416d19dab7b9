public import CommandLineKit

/// The version of the tool, which is that of its newest entry in `CHANGELOG.md`.
let puenteVersion = "0.1.0"

/// The day of that version, for the manual page.
let puenteReleaseDate = "2026-11-24"

/// The `puente` tool.
public let puente = Tool(
  name: "puente",
  abstract: "Look up and check occupation equivalences between Canada and Mexico.",
  version: puenteVersion,
  discussion: """
    Puente knows Canada's NOC, Mexico's SINCO, and the tables that statistical agencies published between \
    them. It looks equivalents up, shows what they rest on, and flags what is wrong or unresolved. It \
    decides nothing: that is for the two governments.
    """,
  examples: [
    Example(
      "puente lookup sinco2011:2426 --to noc2016", "Find the equivalents of specialised nurses."),
    Example("puente check crosswalks/lmwg-2017", "Check the pairs of the 2017 report."),
    Example(
      "puente unresolved --from sinco2011 --to noc2016 --sector health",
      "List what is to be settled."),
  ],
  groups: [
    CommandGroup("import", abstract: "Turn publishers' files into Puente's tables."),
    CommandGroup(
      "candidate",
      abstract: "Keep candidates under pseudonyms, and see where each stands.",
      discussion: """
        They are in the ledger named by '--ledger' or PUENTE_LEDGER, outside of what is recorded for good, so that \
        a person can be erased. Nothing that tells who somebody is is kept or shown: see docs/candidates.md.
        """),
    CommandGroup(
      "cmp", abstract: "Ask the annual reports of the Canada-Mexico Partnership.",
      discussion: """
        What was promised by whom and for when, who meets whom, which figures are cited, and what is \
        missing in the reports. Each answer has its lines in the report.
        """),
    CommandGroup(
      "report", abstract: "Write reports to hand round, in three languages and six formats.",
      discussion: """
        Every figure has its source and date. A report cites the records it rests on by their hashes; \
        'puente verify' tells which of them have changed.
        """),
    CommandGroup(
      "review",
      abstract: "Propose pairs of groups, record feedback and decisions, and exchange them.",
      discussion: """
        The ledger is one file, named by '--ledger' or PUENTE_LEDGER. It begins with the pairs of the 2017 \
        report, proposed by Mexico and awaiting Canada's feedback. What is recorded is never changed.
        """),
  ],
  commands: [
    Lookup.self, Explain.self, Show.self, Check.self, ContradictionsCommand.self, Unresolved.self,
    Tables.self, Tree.self, Sources.self,
    Evaluate.self, Derive.self, Fit.self,
    ImportCodes.self, ImportTitles.self, ImportCorrespondence.self, ImportTable.self, Compile.self,
    CredentialsCommand.self, Match.self,
    CandidateAdd.self, CandidateImport.self, CandidateList.self, CandidateShow.self,
    CandidateStepCommand.self, CandidateEvidence.self, CandidateNote.self, CandidateConsent.self,
    CandidateExport.self, CandidateErase.self, CandidateWhatIf.self,
    CMPGroups.self, CMPMeetings.self, CMPActions.self, CMPTracker.self, CMPIndicators.self,
    CMPInstitutions.self, CMPJoint.self, CMPSearch.self, CMPDefects.self, CMPImport.self,
    CMPTemplate.self, CMPSchema.self, CMPActionUpdate.self, CMPActionHistory.self,
    ReviewList.self, ReviewShow.self, ReviewStatus.self, ReviewHistory.self, ReviewPropose.self,
    ReviewSend.self, ReviewRemind.self, ReviewComment.self, ReviewAccept.self, ReviewCounter.self,
    ReviewReply.self, ReviewAgree.self, ReviewReject.self, ReviewWithdraw.self, ReviewAdopt.self,
    ReviewDismiss.self, ReviewSettle.self, ReviewExport.self, ReviewImport.self, ReviewNext.self,
    ReviewSuggest.self, ReviewJudge.self, ReviewAgreement.self, ReviewAdjudicate.self,
    ReviewRevise.self, ReviewDecisions.self, ReviewVerify.self,
    ReportUnresolved.self, ReportEquivalences.self, ReportLMWG.self, ReportBrief.self,
    ReportCandidate.self, Verify.self,
    Search.self, Code.self, EvaluateTitles.self, TrainTitles.self,
    Version.self, Completions.self, Man.self,
  ]
)
