import Classifications
import Diagnostics
import Importing
import ReferenceData
import Testing

/// Indexes of job titles.
///
/// The texts are made for the test, in the form of the publishers'.
@Suite struct TitleTests {
  static let elements = """
    \u{FEFF}Level,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English
    5,10,Legislators,Illustrative example(s),Mayor
    5,10,Legislators,All examples,Mayor
    5,10,Legislators,All examples,alderman/alderwoman
    5,10,Legislators,Main duties,"Participate in sessions
    of the body, and vote"
    5,10,Legislators,Employment requirements,None
    5,31301,Registered nurses,All examples,"nurse, burn patient care "
    5,31301,Registered nurses,Exclusion(s),Nurse aides

    """

  private func importer(_ change: (inout ImportOptions) -> Void = { _ in }) throws -> TitleImporter
  {
    var options = ImportOptions()
    change(&options)
    return TitleImporter(
      try Repository.catalogue().codeTable(.noc2021), kind: "element",
      source: "statcan-noc2021-titles", options: options)
  }

  @Test func takesExamplesAndNothingElse() throws {
    let result = try withFile(Self.elements) { try importer().read(path: $0) }
    #expect(
      result.content.map { "\($0.code) \($0.language.rawValue) \($0.kind) \($0.title)" } == [
        "00010 en illustrative Mayor", "00010 en element alderman/alderwoman",
        "31301 en element nurse, burn patient care",
      ])
    #expect(result.log.map(\.rule) == ["lost-zeros", "lost-zeros", "lost-zeros"])
    #expect(result.log.first?.location?.line == 2)
  }

  @Test func addsToTheIndexThereIs() throws {
    let first = try withFile(Self.elements) { try importer().read(path: $0).content }
    let french = """
      Code,lang,title,kind
      00010,fr,maire/mairesse,element
      00010,en,Mayor,element

      """
    let both = try withFile(french) { try importer().read(path: $0, addingTo: first).content }
    #expect(both.count == 4)
    #expect(both.first { $0.title == "Mayor" }?.kind == "illustrative")
    #expect(both.last { $0.code == "00010" }?.language == .fr)
  }

  @Test func readsStatisticsCanadasFrenchElements() throws {
    let text =
      "Niveau,Code dela CNP 2021 v1.0,Titres de classes,Nom du type d'\u{E9}l\u{E9}ment Fran\u{E7}ais,Description d'\u{E9}l\u{E9}ment Fran\u{E7}ais\r\n"
      + "5,31301,Infirmiers,Exemple(s) illustratif(s),infirmier clinicien\r\n"
      + "5,31301,Infirmiers,Tous les exemples,\"infirmi\u{E8}re\r\nen chirurgie\"\r\n"
      + "5,31301,Infirmiers,Fonctions principales,\u{C9}valuer\r\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let result = try withFile(bytes) { try importer().read(path: $0) }
    #expect(
      result.content.map { "\($0.language.rawValue) \($0.kind) \($0.title)" } == [
        "fr illustrative infirmier clinicien", "fr element infirmière en chirurgie",
      ])
    #expect(
      result.log.map(line) == [
        "1:1 note[encoding] the file is not UTF-8, and was read as Windows-1252 -> windows-1252",
        "3:38 note[line-break] the title is broken into lines -> infirmière en chirurgie",
      ])
  }

  @Test func asksForTheLanguageOnce() throws {
    let text = "code,title\n00010,Mayor\n00010,Reeve\n"
    let found = try withFile(text) { path in try faults { _ = try importer().read(path: path) } }
    #expect(found == ["2:7 error[unknown-language] the language of 'Mayor' is not known -> "])
    let named = try withFile(text) { path in
      try importer { $0.language = .en }.read(path: path).content
    }
    #expect(named.map(\.title) == ["Mayor", "Reeve"])
  }

  @Test func reportsUnknownCodesAndEmptyTitlesTogether() throws {
    let text = "code,lang,title\n99999,en,Nobody\n00010,en,\n00010,xx,Maior\n"
    let found = try withFile(text) { path in try faults { _ = try importer().read(path: path) } }
    #expect(
      found == [
        "2:1 error[unknown-code] '99999' is not a code of NOC 2021 V1.0 -> ",
        "3:10 error[missing-title] '00010' has an empty title -> ",
        "4:7 error[unknown-language] the language of 'Maior' is not known -> ",
      ])
  }

  @Test func logsWhatIsLeftOutAndTakenOff() throws {
    let text = "code,lang,title\n99999,en,Nobody\n00010,en,Reeve.</ul\n"
    let result = try withFile(text) { path in
      try importer { $0.excludedCodes = ["99999"] }.read(path: path)
    }
    #expect(
      result.log.map(line) == [
        "2:1 note[excluded] '99999' is left out as asked -> ",
        "3:10 note[markup] markup was taken off 'Reeve.</ul' -> Reeve",
      ])
  }

  /// An index in the schema of `datasets/titles/` comes back as it is.
  @Test func readsItsOwnSchemaBack() throws {
    let catalogue = try Repository.catalogue()
    let titles = try catalogue.titles(.sinco2011).values.flatMap { $0 }
    let importer = TitleImporter(
      try catalogue.codeTable(.sinco2011), kind: "x", source: "inegi-sinco2011",
      options: ImportOptions())
    let again = try withFile(JobTitle.csv(titles)) { try importer.read(path: $0).content }
    #expect(
      Set(again.map { [$0.code, $0.language.rawValue, $0.title, $0.kind] })
        == Set(titles.map { [$0.code, $0.language.rawValue, $0.title, $0.kind] }))
    #expect(!again.isEmpty)
  }
}
