import CHaru
import Glibc

/// Writes a PDF page by page, by means of libharu.
///
/// Lengths are in points, from the upper left corner of a page. The bytes depend on what is written and on the fonts
/// alone.
@safe public final class PDFWriter {
  /// How heavy letters are.
  public enum Weight: Hashable, Sendable, CaseIterable {
    /// As in running text.
    case regular
    /// As in headings.
    case bold
  }

  /// A colour: red, green and blue, each 0...255.
  public struct Color: Hashable, Sendable {
    let red: Int
    let green: Int
    let blue: Int

    /// Creates a colour.
    public init(red: Int, green: Int, blue: Int) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// Black.
    public static let black = Self(red: 0, green: 0, blue: 0)
  }

  /// What is said of the document as a whole.
  public struct Properties: Sendable {
    /// The title.
    public var title: String
    /// The program that made it.
    public var creator: String
    /// The day that it is of: year, month, day.
    public var day: (year: Int, month: Int, day: Int)

    /// Creates properties.
    public init(title: String, creator: String, day: (year: Int, month: Int, day: Int)) {
      self.title = title
      self.creator = creator
      self.day = day
    }
  }

  private let handle: HPDF_Doc
  private var fonts: PDFFontSet
  private var pages: [HPDF_Page] = unsafe []
  private var current = 0
  private let height: Double
  private let width: Double
  private var outlines: [HPDF_Outline?] = unsafe []

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - properties: What is said of it.
  ///   - fonts: The fonts.
  ///   - width: The width of all pages.
  ///   - height: The height of all pages.
  ///   - readFile: Reads a file of a font.
  /// - Throws: ``PDFError``, and what `readFile` throws.
  public init(
    _ properties: Properties, fonts: PDFFonts, width: Double, height: Double,
    readFile: (String) throws -> [UInt8]
  ) throws {
    guard let handle = unsafe HPDF_New(nil, nil) else {
      throw PDFError("there is no memory for it")
    }
    unsafe self.handle = handle
    self.width = width
    self.height = height
    self.fonts = PDFFontSet()
    unsafe HPDF_UseUTFEncodings(handle)
    unsafe HPDF_SetCurrentEncoder(handle, "UTF-8")
    unsafe HPDF_SetCompressionMode(handle, HPDF_UINT(HPDF_COMP_ALL))
    try unsafe self.fonts.load(fonts, into: handle, readFile: readFile)
    unsafe HPDF_SetInfoAttr(handle, HPDF_INFO_TITLE, supported(properties.title))
    unsafe HPDF_SetInfoAttr(handle, HPDF_INFO_CREATOR, properties.creator)
    let (year, month, day) = properties.day
    let date = HPDF_Date(
      year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, minutes: 0, seconds: 0,
      ind: CChar(UInt8(ascii: "Z")), off_hour: 0, off_minutes: 0)
    unsafe HPDF_SetInfoDateAttr(handle, HPDF_INFO_CREATION_DATE, date)
    try check()
  }

  deinit { unsafe HPDF_Free(handle) }

  private func check() throws(PDFError) {
    let code = unsafe HPDF_GetError(handle)
    if code != 0 { throw PDFError("libharu reports 0x\(String(code, radix: 16))") }
  }

  /// How many pages there are.
  public var pageCount: Int { unsafe pages.count }

  /// Adds a page, to which what follows is written.
  public func addPage() throws(PDFError) {
    guard let page = unsafe HPDF_AddPage(handle) else { throw PDFError("a page cannot be added") }
    unsafe HPDF_Page_SetWidth(page, Float(width))
    unsafe HPDF_Page_SetHeight(page, Float(height))
    unsafe pages.append(page)
    current = unsafe pages.count - 1
  }

  /// Goes back to a page, from 0, to which what follows is written.
  public func go(toPage index: Int) { current = index }

  /// The width of a text.
  public func width(_ text: String, size: Double, weight: Weight = .regular) -> Double {
    fonts.width(text, weight) * size / 1000
  }

  /// Writes a text in one line whose letters stand on `baseline`.
  public func write(
    _ text: String, x: Double, baseline: Double, size: Double, weight: Weight = .regular,
    color: Color = .black
  ) throws(PDFError) {
    let page = unsafe pages[current]
    let red = Float(color.red) / 255
    unsafe HPDF_Page_SetRGBFill(page, red, Float(color.green) / 255, Float(color.blue) / 255)
    unsafe HPDF_Page_BeginText(page)
    unsafe HPDF_Page_MoveTextPos(page, Float(x), Float(height - baseline))
    for run in fonts.runs(text, weight) {
      unsafe HPDF_Page_SetFontAndSize(page, fonts.font(run), Float(size))
      unsafe run.bytes.withUnsafeBufferPointer { bytes in
        _ = unsafe bytes.baseAddress.map { unsafe HPDF_Page_ShowText(page, $0) }
      }
    }
    unsafe HPDF_Page_EndText(page)
    try check()
  }

  /// Draws a rectangle, filled or in outline or both.
  public func rectangle(
    x: Double, top: Double, width: Double, height: Double, fill: Color?, stroke: Color? = nil,
    isDashed: Bool = false
  ) throws(PDFError) {
    guard fill != nil || stroke != nil else { return }
    let page = unsafe pages[current]
    setDash(isDashed)
    set(fill: fill, stroke: stroke)
    unsafe HPDF_Page_SetLineWidth(page, 0.8)
    let bottom = self.height - top - height
    unsafe HPDF_Page_Rectangle(page, Float(x), Float(bottom), Float(width), Float(height))
    switch (fill, stroke) {
    case (nil, _): unsafe HPDF_Page_Stroke(page)
    case (_, nil): unsafe HPDF_Page_Fill(page)
    default: unsafe HPDF_Page_FillStroke(page)
    }
    setDash(false)
    try check()
  }

  /// Draws a line.
  public func line(
    x1: Double, y1: Double, x2: Double, y2: Double, color: Color, width: Double
  ) throws(PDFError) {
    let page = unsafe pages[current]
    set(fill: nil, stroke: color)
    unsafe HPDF_Page_SetLineWidth(page, Float(width))
    unsafe HPDF_Page_MoveTo(page, Float(x1), Float(height - y1))
    unsafe HPDF_Page_LineTo(page, Float(x2), Float(height - y2))
    unsafe HPDF_Page_Stroke(page)
    try check()
  }

  private func set(fill: Color?, stroke: Color?) {
    let page = unsafe pages[current]
    if let fill {
      let red = Float(fill.red) / 255
      unsafe HPDF_Page_SetRGBFill(page, red, Float(fill.green) / 255, Float(fill.blue) / 255)
    }
    if let stroke {
      let red = Float(stroke.red) / 255
      unsafe HPDF_Page_SetRGBStroke(page, red, Float(stroke.green) / 255, Float(stroke.blue) / 255)
    }
  }

  private func setDash(_ isOn: Bool) {
    let page = unsafe pages[current]
    var pattern: [UInt16] = [4]
    unsafe pattern.withUnsafeMutableBufferPointer { pattern in
      _ = unsafe HPDF_Page_SetDash(page, isOn ? pattern.baseAddress : nil, isOn ? 1 : 0, 0)
    }
  }

  /// Adds a line to the outline, which leads to a place on the current page.
  ///
  /// - Parameters:
  ///   - title: The line.
  ///   - level: Its level, from 0; at most one deeper than the line before.
  ///   - top: The place.
  /// - Throws: ``PDFError``.
  public func outline(_ title: String, level: Int, top: Double) throws(PDFError) {
    let encoder = unsafe HPDF_GetEncoder(handle, "UTF-8")
    unsafe outlines = Array(outlines.prefix(level))
    let parent = unsafe outlines.last ?? nil
    let entry = unsafe HPDF_CreateOutline(handle, parent, supported(title), encoder)
    let destination = unsafe HPDF_Page_CreateDestination(pages[current])
    unsafe HPDF_Destination_SetFitH(destination, Float(height - top))
    unsafe HPDF_Outline_SetDestination(entry, destination)
    unsafe outlines.append(entry)
    unsafe HPDF_SetPageMode(handle, HPDF_PAGE_MODE_USE_OUTLINE)
    try check()
  }

  /// The bytes of the document.
  ///
  /// - Parameter comments: Lines for programs, which readers do not show; printable ASCII only.
  /// - Returns: The bytes.
  /// - Throws: ``PDFError``.
  public func finish(comments: [String] = []) throws(PDFError) -> [UInt8] {
    guard unsafe HPDF_SaveToStream(handle) == 0 else {
      try check()
      throw PDFError("it cannot be saved")
    }
    var size = unsafe HPDF_GetStreamSize(handle)
    var bytes = [UInt8](repeating: 0, count: Int(size))
    unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      _ = unsafe HPDF_ReadFromStream(handle, bytes.baseAddress, &size)
    }
    guard Int(size) == bytes.count else { throw PDFError("it cannot be saved") }
    guard !comments.isEmpty else { return bytes }
    // Comments may stand between any two words of a PDF (ISO 32000-1, 7.2.4); here no place that the file
    // refers to by its number moves.
    let mark = Array("startxref".utf8)
    guard let place = bytes.indices.reversed().first(where: { bytes[$0...].starts(with: mark) })
    else { throw PDFError("it has no end") }
    let lines = comments.flatMap {
      "%\($0)\n".utf8.filter { (0x20..<0x7F).contains($0) || $0 == 0x0A }
    }
    bytes.insert(contentsOf: lines, at: place)
    return bytes
  }
}

/// The beginning of a text for the outline and the properties, which have the characters that two bytes can hold.
private func supported(_ text: String) -> String {
  // More would be refused, and nobody would read it there.
  let scalars = text.unicodeScalars.prefix(500).map { $0.value < 0x1_0000 ? $0 : "?" }
  return String(String.UnicodeScalarView(scalars))
}
