import Digests

/// The style of reports in HTML, on screen and on paper.
enum HTMLStyle {
  /// The style sheet.
  static let sheet = """

    :root { color: #222; background: #fff; line-height: 1.45;
      font: 16px/1.45 "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
    body { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .3rem; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .5rem; padding-top: .6rem; border-top: 2px solid #1d4f76; }
    h3 { font-size: 1.08rem; margin: 1.5rem 0 .4rem; }
    a { color: #1d4f76; }
    .subtitle { font-size: 1.1rem; color: #444; margin: 0 0 1rem; }
    dl { display: grid; gap: .2rem 1rem; margin: .6rem 0; }
    dl div { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr; gap: 1rem; }
    dt { color: #444; } dd { margin: 0; font-weight: 600; }
    nav ol { columns: 2; padding-left: 1.4rem; }
    .table { overflow-x: auto; margin: .8rem 0 1.2rem; }
    table { border-collapse: collapse; width: 100%; font-size: .88rem; }
    caption { text-align: left; font-weight: 700; padding: .3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #cfd6dc; overflow-wrap: anywhere; }
    thead th { background: #e8eef3; border-bottom: 2px solid #1d4f76; overflow-wrap: normal; }
    tbody th { font-weight: 600; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    thead .number { white-space: normal; }
    code { font: .92em/1.3 "DejaVu Sans Mono", Consolas, monospace; }
    .state { font-weight: 600; } .good { color: #00614a; } .caution { color: #7a4d00; } .bad { color: #9c3a00; }
    .unknown { color: #555; font-style: italic; }
    .note { border-left: 4px solid #1d4f76; background: #f1f5f8; color: #222; padding: .5rem .8rem; }
    .note.caution { border-color: #e69f00; } .note.bad { border-color: #d55e00; }
    figure { margin: 1rem 0; } figcaption { font-weight: 700; }
    figure p { color: #444; font-size: .9rem; margin: .2rem 0; }
    svg { width: 100%; max-width: 680px; height: auto; font-family: Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
    .cite { font-size: .8em; text-decoration: none; }
    .sources { font-size: .88rem; } .address { overflow-wrap: anywhere; }
    @media print {
      @page { size: A4; margin: 18mm 15mm; }
      :root { font-size: 10pt; } body { max-width: none; padding: 0; }
      a { color: inherit; text-decoration: none; }
      h2, h3, caption, figcaption { break-after: avoid; } tr, figure, .note { break-inside: avoid; }
      thead { display: table-header-group; } .table { overflow: visible; }
    }

    """

  /// The SHA-256 of the style sheet in base 64, by which a browser knows it.
  static let digest = base64(SHA256Digest(of: Array(sheet.utf8)).bytes)

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var word = part.reduce(0) { $0 << 8 | Int($1) }
      word <<= 8 * (3 - part.count)
      for index in 0..<4 {
        result.append(index <= part.count ? digits[word >> (18 - 6 * index) & 63] : "=")
      }
    }
    return result
  }
}
