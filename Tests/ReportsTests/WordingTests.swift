import Classifications
import Diagnostics
import Testing

@testable import Reports

@Suite struct WordingTests {
  private let en = Wording(.en)
  private let es = Wording(.es)
  private let fr = Wording(.fr)

  @Test func writesNumbersAsEachLanguageDoes() {
    #expect(en.number(1_234_567.891, decimals: 2) == "1,234,567.89")
    #expect(es.number(1_234_567.891, decimals: 2) == "1,234,567.89")
    #expect(fr.number(1_234_567.891, decimals: 2) == "1\u{A0}234\u{A0}567,89")
    #expect(en.count(-999) == "\u{2212}999")
    #expect(en.count(1000) == "1,000")
    #expect(fr.number(0.5, decimals: 1) == "0,5")
    #expect([en, es, fr].map { $0.share(0.456) } == ["46%", "46\u{A0}%", "46\u{A0}%"])
  }

  @Test func writesMoneyWithTheCodeOfItsCurrency() {
    #expect(en.money(1200, currency: "CAD") == "CAD\u{A0}1,200")
    #expect(es.money(1200.5, currency: "MXN") == "1,200.50\u{A0}MXN")
    #expect(fr.money(1200.5, currency: "CAD") == "1\u{A0}200,50\u{A0}CAD")
  }

  @Test func writesDaysInWords() {
    #expect(en.day(day(2026, 11, 28)) == "November 28, 2026")
    #expect(es.day(day(2026, 11, 28)) == "28 de noviembre de 2026")
    #expect(fr.day(day(2026, 11, 28)) == "28 novembre 2026")
    #expect(fr.day(day(2017, 8, 1)) == "1er août 2017")
  }

  @Test func joinsListsAsEachLanguageDoes() {
    #expect(en.list(["a", "b", "c"]) == "a, b and c")
    #expect(es.list(["a", "ingenieros"]) == "a e ingenieros")
    #expect(fr.list(["a"]) == "a")
    #expect(fr.list([]) == "")
  }

  @Test func fillsPlacesInOnePass() {
    #expect(en.say(\.common.page, "{2}", "{1}") == "Page {2} of {1}")
  }

  @Test func marksOfficialTitlesInAnotherLanguage() {
    let titles: [Language: String] = [.en: "Midwives", .fr: "Sages-femmes"]
    #expect(es.official(titles) == Phrase("Midwives [en]", in: .en))
    #expect(fr.official(titles) == Phrase("Sages-femmes"))
    #expect(en.official([.es: "Parteras"]) == Phrase("Parteras [es]", in: .es))
    #expect(en.official([:]) == nil)
  }
}

@Suite struct MessageTests {
  /// A message, and where it is in the table.
  struct Entry {
    let name: String
    let message: Message
  }

  /// All messages of the table, however deep.
  static let all: [Entry] = {
    var entries: [Entry] = []
    func walk(_ value: Any, _ path: String) {
      for child in Mirror(reflecting: value).children {
        let name = "\(path)\(child.label ?? "")"
        if let message = child.value as? Message {
          entries.append(Entry(name: name, message: message))
        } else {
          walk(child.value, "\(name).")
        }
      }
    }
    walk(Messages.table, "")
    return entries
  }()

  @Test func saysEverythingInThreeLanguages() {
    #expect(Self.all.count > 30)
    for entry in Self.all {
      for language in Language.allCases {
        let forms = entry.message.forms(in: language)
        #expect(!forms.other.isEmpty, "\(entry.name) \(language)")
        #expect(forms.one?.isEmpty != true, "\(entry.name) \(language)")
        #expect(forms.other == inert(forms.other), "\(entry.name) \(language)")
      }
    }
  }

  @Test func hasTheSamePlacesInAllLanguages() {
    func places(_ text: String) -> [Substring] {
      text.matches(of: /\{[0-9]\}/).map(\.output).reduce(into: Set()) { $0.insert($1) }.sorted()
    }
    for entry in Self.all {
      let expected = places(entry.message.en.other)
      for language in Language.allCases {
        let forms = entry.message.forms(in: language)
        #expect(places(forms.other) == expected, "\(entry.name) \(language)")
        // A single one may be said without its number.
        if let one = forms.one {
          let rest = expected.filter { $0 != "{1}" }
          #expect(places(one).filter { $0 != "{1}" } == rest, "\(entry.name) \(language)")
        }
      }
    }
  }
}
