import Candidates
import Testing

@Suite struct IdentifierTests {
  struct Planted: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: PersonalIdentifier
    var testDescription: String { text }
  }

  static let planted: [Planted] = [
    Planted(text: "GARC900101HDFRRL09", kind: .curp),
    Planted(text: "garc900101hdfrrl09", kind: .curp),
    Planted(text: "GARC 900101 HDFRRL 09", kind: .curp),
    Planted(text: "GARC-900101-HDFRRL-09", kind: .curp),
    Planted(text: "CURP:GARC900101HDFRRL09", kind: .curp),
    Planted(text: "ＧＡＲＣ９００１０１ＨＤＦＲＲＬ０９", kind: .curp),
    Planted(text: "GARC\u{200B}900101HDFRRL09", kind: .curp),
    Planted(text: "GARC900101AB1", kind: .rfc),
    Planted(text: "GARC-900101-AB1", kind: .rfc),
    Planted(text: "ABC900101AB1", kind: .rfc),
    Planted(text: "G12345678", kind: .passport),
    Planted(text: "G 12345678", kind: .passport),
    Planted(text: "AB123456", kind: .passport),
    Planted(text: "55 1234 5678", kind: .phone),
    Planted(text: "+52 (55) 1234-5678", kind: .phone),
    Planted(text: "+525512345678", kind: .phone),
    Planted(text: "5512345678", kind: .phone),
    Planted(text: "55.1234.5678", kind: .phone),
    Planted(text: "12345678", kind: .number),
    Planted(text: "juan.perez@example.mx", kind: .email),
    Planted(text: "juan.perez＠example.mx", kind: .email),
    Planted(text: "juan arroba example punto mx", kind: .email),
    Planted(text: "1990-03-12", kind: .birthDate),
    Planted(text: "12/03/1990", kind: .birthDate),
    Planted(text: "12.3.90", kind: .birthDate),
    Planted(text: "12 de marzo de 1990", kind: .birthDate),
    Planted(text: "March 12, 1990", kind: .birthDate),
    Planted(text: "12 mars 1990", kind: .birthDate),
    Planted(text: "nacida el 2014-01-05", kind: .birthDate),
  ]

  @Test(arguments: planted) func identifiersAreMasked(_ planted: Planted) {
    for frame in [planted.text, "Llamar a (\(planted.text)), por favor.", "x;\(planted.text);y"] {
      let masked = MaskedText(frame)
      #expect(masked.found.contains(planted.kind), "\(frame) -> \(masked)")
      #expect(masked.text.contains(planted.kind.mask))
      for part in planted.text.split(whereSeparator: { " -,.:()".contains($0) })
      where part.count > 3 && part.contains(where: \.isNumber) {
        #expect(!masked.text.contains(part), "\(masked.text)")
      }
    }
  }

  @Test(arguments: [
    "NNAS applied for on 2026-03-12, answer by 2026-05-01", "IELTS 7.5, CLB 9", "noc2021:31301",
    "sinco2011:2426 and isco08:2221", "worked 2015-2019 in ward 12", "fee of 650 CAD",
    "24 months, 3 of them in 2025", "RN-NNAS-03", "enviado el 3 de marzo de 2026", "",
  ]) func otherTextsStayAsTheyAre(_ text: String) {
    #expect(MaskedText(text).text == text)
    #expect(MaskedText(text).found.isEmpty)
  }

  @Test func textAroundAMaskStays() {
    #expect(
      MaskedText("Tel. 55 1234 5678; write to a@b.mx today").text
        == "Tel. [telephone number]; write to [e-mail address] today")
  }
}
