import Classifications
import Foundation
import PDF
import Testing

@testable import Reports

@Suite struct PDFTests {
  private func pdf(_ document: Document, fonts: PDFFonts? = nil) throws -> [UInt8] {
    let fonts = fonts ?? .ofDebian { FileManager.default.fileExists(atPath: $0) }
    return try PDFReport.bytes(document, fonts: fonts) {
      Array(try Data(contentsOf: URL(filePath: $0)))
    }
  }

  @Test func hasTheSameBytesEachTime() throws {
    let bytes = try pdf(sample(.es))
    #expect(bytes.starts(with: "%PDF-".utf8))
    #expect(try bytes == pdf(sample(.es)))
    #expect(try bytes != pdf(sample(.fr)))
  }

  @Test func takesAnyText() throws {
    for text in HostileTextTests.corpus {
      #expect(try pdf(sample(.en, text: String(text.prefix(2000)))).count > 1000)
    }
  }

  @Test func needsNoFont() throws {
    for text in HostileTextTests.corpus {
      #expect(
        try pdf(sample(.fr, text: String(text.prefix(2000))), fonts: PDFFonts(families: [])).count
          > 1000)
    }
  }

  @Test func hasTheRecordsForPrograms() throws {
    let text = String(decoding: try pdf(sample(.en, text: "a")), as: UTF8.self)
    #expect(text.contains("\n%puente-record mapping 0A442FB005783031 a a\n"))
  }

  @Test func goesOnOnTheNextPage() throws {
    let row = ReportTable.Row([.text("x"), .text(String(repeating: "word ", count: 5000))])
    let table = ReportTable(
      "t", caption: "c", columns: [.init("a"), .init("b")], rows: [row, row])
    let document = Document(
      kind: "k", language: .en, title: "t", day: onDay, generator: "g",
      sections: [Section("s", title: "s", [.table(table)])])
    let text = String(decoding: try pdf(document), as: UTF8.self)
    #expect(text.matches(of: /\/Type \/Page\n/).count > 4)
  }
}
