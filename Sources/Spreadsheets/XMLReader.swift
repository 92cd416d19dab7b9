import CExpat

/// Tells of the elements of an XML document one by one, by means of expat.
///
/// A document type, and with it every entity, is refused; so is too deep a document.
@safe final class XMLReader {
  /// Is told when an element begins: its name without namespace, and its attributes likewise.
  var begins: (_ name: String, _ attributes: [String: String]) -> Void = { _, _ in }
  /// Is told when an element ends.
  var ends: (_ name: String) -> Void = { _ in }
  /// Is told of text.
  var text: (_ bytes: [UInt8]) -> Void = { _ in }

  private let parser: OpaquePointer
  private let mostDeep: Int
  private var depth = 0
  private var refusal: String?

  init?(mostDeep: Int) {
    guard let parser = unsafe XML_ParserCreateNS(nil, CChar(UInt8(ascii: "|"))) else { return nil }
    unsafe self.parser = parser
    self.mostDeep = mostDeep
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads a document; `nil` if all went well, else what is wrong with it.
  func read(_ document: [UInt8]) -> String? {
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe XML_SetUserData(parser, me)
    unsafe XML_SetStartDoctypeDeclHandler(parser) { me, _, _, _, _ in
      unsafe XMLReader.of(me).refuse("it declares a document type")
    }
    unsafe XML_SetElementHandler(
      parser,
      { me, name, attributes in unsafe XMLReader.of(me).begin(name, attributes) },
      { me, name in unsafe XMLReader.of(me).end(name) })
    unsafe XML_SetCharacterDataHandler(parser) { me, text, count in
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
      unsafe XMLReader.of(me).text([UInt8](bytes))
    }
    // expat takes lengths as Int32.
    var start = 0
    repeat {
      let end = min(start + 1 << 20, document.count)
      let status = unsafe document.withUnsafeBytes { bytes in
        let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        return unsafe XML_Parse(
          parser, part.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(part.count),
          end == document.count ? 1 : 0)
      }
      if let refusal { return refusal }
      guard status == XML_STATUS_OK else {
        let line = unsafe XML_GetCurrentLineNumber(parser)
        let code = unsafe XML_GetErrorCode(parser)
        let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? ""
        return "line \(line): \(reason)"
      }
      start = end
    } while start < document.count
    return nil
  }

  private static func of(_ me: UnsafeMutableRawPointer?) -> XMLReader {
    guard let me = unsafe me else { preconditionFailure("the reader is given to expat") }
    return unsafe Unmanaged<XMLReader>.fromOpaque(me).takeUnretainedValue()
  }

  private func refuse(_ reason: String) {
    if refusal == nil { refusal = reason }
    unsafe XML_StopParser(parser, 0)
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard depth <= mostDeep else { return refuse("its elements are nested too deep") }
    var found: [String: String] = [:]
    if var next = unsafe attributes {
      while let key = unsafe next[0], let value = unsafe next[1] {
        unsafe found[Self.local(key)] = String(cString: value)
        unsafe next += 2
      }
    }
    begins(unsafe name.map { unsafe Self.local($0) } ?? "", found)
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    depth -= 1
    ends(unsafe name.map { unsafe Self.local($0) } ?? "")
  }

  /// A name without its namespace.
  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let whole = unsafe String(cString: name)
    return whole.lastIndex(of: "|").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }
}
