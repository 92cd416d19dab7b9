import CHaru

/// The fonts of a document, and the pieces that a text is set in.
@safe struct PDFFontSet {
  /// A piece of a text in one font: its bytes as libharu takes them, ending in 0.
  struct Run {
    let font: Int
    let weight: PDFWriter.Weight
    var bytes: [CChar]
  }

  private var regular: [HPDF_Font?] = unsafe []
  private var bold: [HPDF_Font?] = unsafe []
  private var coverages: [FontCoverage] = []
  private var isPlain = false
  private var widths: [PDFWriter.Weight: [Unicode.Scalar: Double]] = [:]

  /// Loads the fonts; without any, those that every reader has.
  mutating func load(
    _ fonts: PDFFonts, into handle: HPDF_Doc, readFile: (String) throws -> [UInt8]
  ) throws {
    for family in fonts.families {
      coverages.append(FontCoverage(font: try readFile(family.regular)))
      unsafe regular.append(try font(family.regular, handle))
      unsafe bold.append(try font(family.bold, handle))
    }
    guard fonts.families.isEmpty else { return }
    isPlain = true
    unsafe regular = [HPDF_GetFont(handle, "Helvetica", "WinAnsiEncoding")]
    unsafe bold = [HPDF_GetFont(handle, "Helvetica-Bold", "WinAnsiEncoding")]
  }

  private func font(_ path: String, _ handle: HPDF_Doc) throws(PDFError) -> HPDF_Font? {
    guard let name = unsafe HPDF_LoadTTFontFromFile(handle, path, HPDF_BOOL(HPDF_TRUE)),
      let font = unsafe HPDF_GetFont(handle, name, "UTF-8")
    else { throw PDFError("the font '\(path)' cannot be used") }
    return unsafe font
  }

  /// The font of a piece.
  func font(_ run: Run) -> HPDF_Font? {
    unsafe run.weight == .bold ? bold[run.font] : regular[run.font]
  }

  /// The width of a text in thousandths of the size of its letters; libharu does not kern, so that it is a sum.
  mutating func width(_ text: String, _ weight: PDFWriter.Weight) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      if let known = widths[weight]?[scalar] { return sum + known }
      let width = runs(String(scalar), weight).reduce(0) { $0 + self.width($1) }
      widths[weight, default: [:]][scalar] = width
      return sum + width
    }
  }

  private func width(_ run: Run) -> Double {
    let font = unsafe font(run)
    return unsafe run.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe base.withMemoryRebound(to: UInt8.self, capacity: bytes.count) {
        Double(unsafe HPDF_Font_TextWidth(font, $0, HPDF_UINT(bytes.count - 1)).width)
      }
    }
  }

  /// The pieces of a text: each character in the first font that has it, shown by its number if none has.
  func runs(_ text: String, _ weight: PDFWriter.Weight) -> [Run] {
    var runs: [Run] = []
    func add(_ bytes: some Sequence<UInt8>, _ font: Int) {
      let signed = bytes.map { CChar(bitPattern: $0) }
      if runs.last?.font == font {
        runs[runs.count - 1].bytes += signed
      } else {
        runs.append(Run(font: font, weight: weight, bytes: signed))
      }
    }
    for scalar in text.unicodeScalars where scalar != "\u{0}" {
      if isPlain {
        add(Self.windows1252(scalar), 0)
      } else if let font = coverages.firstIndex(where: { $0.has(scalar) }) {
        add(String(scalar).utf8, font)
      } else {
        add(Self.number(scalar).utf8, 0)
      }
    }
    for index in runs.indices { runs[index].bytes.append(0) }
    return runs
  }

  private static func windows1252(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0...0xFF: return [UInt8(scalar.value)]
    default: break
    }
    switch scalar {
    case "✓": return Array("+".utf8)
    case "✗": return Array("x".utf8)
    case "→": return Array("->".utf8)
    case "\u{2212}": return Array("-".utf8)
    case "\u{202F}": return [0xA0]
    default: return FontCoverage.windows1252[scalar].map { [$0] } ?? Array(number(scalar).utf8)
    }
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}
