import CXLSXWriter
import Glibc

/// Writes workbooks in the form of Excel (XLSX), by means of libxlsxwriter.
///
/// Every cell is a text, so that no program takes one for a formula or a date; a number stands only in columns that
/// are said to be of numbers.
public enum WorkbookWriter {
  /// Writes a workbook to a file that must not be there yet.
  ///
  /// The bytes depend on the sheets alone.
  ///
  /// - Parameters:
  ///   - sheets: The sheets, the first of which is shown.
  ///   - title: The title of the document.
  ///   - path: The path of the file.
  /// - Throws: ``SpreadsheetError``.
  public static func write(
    _ sheets: [Sheet], title: String, to path: String
  ) throws(SpreadsheetError) {
    guard unsafe access(path, F_OK) != 0 else {
      throw SpreadsheetError(file: path, problem: "there is a file already")
    }
    guard let book = unsafe workbook_new(path) else {
      throw SpreadsheetError(file: path, problem: "the workbook cannot be made")
    }
    unsafe describe(book, title)
    var failure = LXW_NO_ERROR
    for sheet in sheets where failure == LXW_NO_ERROR {
      failure = unsafe add(sheet, to: book)
    }
    // Closing also frees the workbook, so that it has to be done in any case.
    let closing = unsafe workbook_close(book)
    if failure == LXW_NO_ERROR { failure = closing }
    guard failure == LXW_NO_ERROR else {
      unsafe unlink(path)
      let reason = unsafe lxw_strerror(failure).map { unsafe String(cString: $0) } ?? "it failed"
      throw SpreadsheetError(file: path, problem: reason)
    }
  }

  private static func describe(_ book: UnsafeMutablePointer<lxw_workbook>, _ title: String) {
    unsafe title.withCString { title in
      unsafe "puente".withCString { author in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = UnsafeMutablePointer(mutating: title)
        unsafe properties.author = UnsafeMutablePointer(mutating: author)
        // 1980-01-01, which is also the time of the parts: the bytes must not depend on the clock.
        unsafe properties.created = 315_532_800
        _ = unsafe workbook_set_properties(book, &properties)
      }
    }
  }

  private static func add(
    _ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>
  ) -> lxw_error {
    guard let page = unsafe workbook_add_worksheet(book, sheet.name) else {
      return LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED
    }
    let formats = unsafe Formats(book)
    for (index, column) in sheet.columns.enumerated() {
      let place = lxw_col_t(index)
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      unsafe worksheet_set_column_opt(
        page, place, place, column.width, column.isOpen ? formats.open : formats.text, &options)
      let code = unsafe worksheet_write_string(page, 0, place, column.title, formats.title)
      guard code == LXW_NO_ERROR else { return code }
    }
    for (row, texts) in sheet.rows.enumerated() {
      for (index, text) in texts.enumerated() {
        let isOpen = sheet.columns[index].isOpen
        let format = unsafe isOpen ? formats.open : formats.text
        let (line, place) = (lxw_row_t(row + 1), lxw_col_t(index))
        if sheet.columns[index].isNumeric, let number = number(text) {
          let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
          let format = unsafe formats.number(decimals: decimals)
          let code = unsafe worksheet_write_number(page, line, place, number, format)
          guard code == LXW_NO_ERROR else { return code }
          continue
        }
        let code =
          unsafe text.isEmpty
          ? worksheet_write_blank(page, line, place, format)
          : worksheet_write_string(page, line, place, EscapedText.escaped(text), format)
        guard code == LXW_NO_ERROR else { return code }
      }
    }
    unsafe worksheet_freeze_panes(page, 1, 1)
    if !sheet.rows.isEmpty, !sheet.columns.isEmpty {
      _ = unsafe worksheet_autofilter(
        page, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1))
    }
    for choices in sheet.choices {
      let code = unsafe add(choices, to: page)
      guard code == LXW_NO_ERROR else { return code }
    }
    if sheet.isLocked { unsafe protect(page) }
    if sheet.isHidden { unsafe worksheet_hide(page) }
    return LXW_NO_ERROR
  }

  /// The number that a text is, in digits with a sign and decimals at most; `nil` for other texts.
  private static func number(_ text: String) -> Double? {
    guard !text.isEmpty, text.utf8.count <= 18,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    return Double(text)
  }

  /// Locks what is not to be filled in; no password, because the lock is only against slips.
  private static func protect(_ page: UnsafeMutablePointer<lxw_worksheet>) {
    var options = lxw_protection()
    options.format_cells = 1
    options.format_columns = 1
    options.format_rows = 1
    options.sort = 1
    options.autofilter = 1
    unsafe worksheet_protect(page, nil, &options)
  }

  private static func add(
    _ choices: Sheet.Choices, to page: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    var texts = unsafe choices.texts.map { unsafe strdup($0) } + [nil]
    let title = unsafe strdup("Not one of the choices")
    let help = unsafe strdup(String(choices.help.prefix(255)))
    defer {
      for index in choices.texts.indices { unsafe free(texts[index]) }
      unsafe free(title)
      unsafe free(help)
    }
    return unsafe texts.withUnsafeMutableBufferPointer { texts in
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      unsafe validation.value_list = texts.baseAddress
      unsafe validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
      unsafe validation.error_title = title
      unsafe validation.error_message = help
      let place = lxw_col_t(choices.column)
      return unsafe worksheet_data_validation_range(
        page, lxw_row_t(choices.firstRow + 1), place, lxw_row_t(choices.lastRow + 1), place,
        &validation)
    }
  }

  /// The formats of cells.
  @safe private struct Formats {
    let title: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let open: UnsafeMutablePointer<lxw_format>?
    private let numbers: [UnsafeMutablePointer<lxw_format>?]

    /// The format of numbers with a count of decimals.
    func number(decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
      unsafe numbers[min(decimals, numbers.count - 1)]
    }

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      unsafe title = workbook_add_format(book)
      unsafe format_set_bold(title)
      unsafe format_set_text_wrap(title)
      unsafe format_set_bg_color(title, 0xD9E1F2)
      unsafe text = workbook_add_format(book)
      unsafe open = workbook_add_format(book)
      unsafe format_set_bg_color(open, 0xFFF9DB)
      unsafe format_set_unlocked(open)
      unsafe Self.layOut(text)
      unsafe Self.layOut(open)
      unsafe numbers = ["#,##0", "#,##0.0", "#,##0.00", "0.000", "0.0000"].map { notation in
        let format = unsafe workbook_add_format(book)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        unsafe format_set_num_format(format, notation)
        return unsafe format
      }
    }

    private static func layOut(_ format: UnsafeMutablePointer<lxw_format>?) {
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      // Text, so that a spreadsheet keeps what is typed: 0012 and 2026-11-24.
      unsafe format_set_num_format(format, "@")
    }
  }
}
