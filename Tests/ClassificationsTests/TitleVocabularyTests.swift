import Classifications
import ReferenceData
import TestSupport
import Testing

@Suite struct TitleVocabularyTests {
  private static let vocabulary = TitleVocabulary([
    TitleTerm(kind: "field", name: "nursing", language: .en, stem: "nurs"),
    TitleTerm(kind: "field", name: "nursing", language: .es, stem: "enfermer"),
    TitleTerm(kind: "field", name: "pharmacy", language: .en, stem: "pharmac"),
    TitleTerm(kind: "role", name: "supervision", language: .en, stem: "supervisor"),
    TitleTerm(kind: "field", name: "medicine", language: .fr, stem: "medecin general"),
  ])

  @Test func findsFieldsInOrderByTheBeginningsOfWords() {
    #expect(
      Self.vocabulary.names(of: .field, in: "Pharmacists and NURSES") == ["nursing", "pharmacy"])
    #expect(Self.vocabulary.names(of: .field, in: "Enfermería; nursing") == ["nursing"])
    #expect(Self.vocabulary.names(of: .field, in: "Médecins généralistes") == [])
    #expect(Self.vocabulary.names(of: .field, in: "Médecin généraliste") == ["medicine"])
  }

  @Test func doesNotFindAStemInsideAWord() {
    #expect(Self.vocabulary.names(of: .field, in: "Biopharmaceuticals").isEmpty)
    #expect(Self.vocabulary.names(of: .field, in: "").isEmpty)
  }

  @Test func tellsFieldsAndRolesApart() {
    let title = "Nursing co-ordinators and supervisors"
    #expect(Self.vocabulary.names(of: .role, in: title) == ["supervision"])
    #expect(Self.vocabulary.names(of: .field, in: title) == ["nursing"])
  }

  @Test func looksOnlyAtTheLanguagesAskedFor() {
    #expect(Self.vocabulary.names(of: .field, in: "Enfermera", languages: [.en, .fr]).isEmpty)
    #expect(Self.vocabulary.names(of: .field, in: "Enfermera", languages: [.es]) == ["nursing"])
  }

  @Test func theFieldsOfTheReportOf2017AreKnown() throws {
    let vocabulary = try Repository.catalogue().vocabulary()
    let pharmacy = vocabulary.names(of: .field, in: "Técnicos y asistentes farmacéuticos")
    let laboratory = vocabulary.names(of: .field, in: "Medical laboratory technicians")
    #expect(!pharmacy.isEmpty && !laboratory.isEmpty)
    #expect(Set(pharmacy).isDisjoint(with: laboratory))
    #expect(
      vocabulary.names(of: .role, in: "Nursing co-ordinators and supervisors") == ["supervision"])
  }
}
