import Ledgers
public import Spreadsheets

extension FeedbackForm {
  /// The name of the sheet to fill in.
  static let formSheet = "form"
  /// The name of the sheet with the histories.
  static let historySheet = "history"

  /// The form as the sheets of a workbook: the form with lists to choose from, a guide, and the histories on
  /// a hidden sheet.
  ///
  /// - Returns: The sheets.
  public func sheets() -> [Sheet] {
    let columns = FormColumn.table.map { column in
      Sheet.Column(
        column.rawValue, width: Self.width(column), isOpen: column.isOpen,
        isHidden: column.isTechnical)
    }
    let texts = rows.map { row in
      FormColumn.table.map { column in
        // What a cell cannot hold is cut; the history has the whole.
        Self.fitting(row.fields[column] ?? "")
      }
    }
    return [
      Sheet(Self.formSheet, columns: columns, rows: texts, choices: choices()), guide(), history(),
    ]
  }

  private static func width(_ column: FormColumn) -> Double {
    switch column {
    case .nocTitle, .sincoTitle, .evidence, .flags, .said, .comment: 36
    case .state, .noc, .sinco, .counterNOC, .counterSINCO: 18
    default: 12
    }
  }

  private static func fitting(_ text: String) -> String {
    guard text.utf16.count > Sheet.longestText else { return text }
    var result = ""
    var length = 0
    for character in text {
      length += character.utf16.count
      if length > Sheet.longestText - 1 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// What may be chosen; rows that follow one another with the same choices share a list.
  private func choices() -> [Sheet.Choices] {
    guard let decision = FormColumn.table.firstIndex(of: .decision),
      let relation = FormColumn.table.firstIndex(of: .counterRelation), !rows.isEmpty
    else { return [] }
    var result: [Sheet.Choices] = []
    for (index, row) in rows.enumerated() where !row.decisions.isEmpty {
      let texts = row.decisions.map(\.rawValue)
      if let last = result.last, last.lastRow == index - 1, last.texts == texts {
        result[result.count - 1].lastRow = index
      } else {
        result.append(
          Sheet.Choices(
            column: decision, firstRow: index, lastRow: index, texts: texts,
            help: "Choose one of: \(texts.joined(separator: ", "))."))
      }
    }
    let words = ["exact", "close", "broad", "narrow", "related"]
    return result + [
      Sheet.Choices(
        column: relation, firstRow: 0, lastRow: rows.count - 1, texts: words,
        help: "How the SINCO group relates to the NOC group: \(words.joined(separator: ", ")).")
    ]
  }

  private func guide() -> Sheet {
    let lines = [
      [
        "en",
        "Fill in the coloured columns of the sheet 'form'. 'decision' offers what is possible for the pair.",
      ],
      [
        "en",
        "For 'counter' give the other group or groups, as noc2016:3012. 'date' is the day of the decision.",
      ],
      [
        "en",
        "Do not write names of persons; 'role' is for a function. Send the file back as it is.",
      ],
      [
        "es",
        "Llene las columnas de color de la hoja 'form'. 'decision' ofrece lo que es posible para el par.",
      ],
      [
        "es",
        "Para 'counter' indique el otro grupo, como sinco2011:2426. 'date' es el día de la decisión.",
      ],
      [
        "es",
        "No escriba nombres de personas; 'role' es para una función. Devuelva el archivo tal como está.",
      ],
      [
        "fr",
        "Remplissez les colonnes colorées de la feuille « form ». « decision » offre ce qui est possible.",
      ],
      [
        "fr",
        "Pour « counter », indiquez l'autre groupe, comme noc2016:3012. « date » est le jour de la décision.",
      ],
      [
        "fr",
        "N'écrivez pas de noms de personnes; « role » désigne une fonction. Renvoyez le fichier tel quel.",
      ],
      [
        "",
        "accept = aceptar / accepter; counter = contraproponer / contre-proposer; reject = rechazar / rejeter",
      ],
      [
        "",
        "comment = comentar / commenter; agree = confirmar / confirmer; reply = responder / répondre; withdraw = retirar / retirer",
      ],
    ]
    return Sheet(
      "guide", columns: [Sheet.Column("language", width: 10), Sheet.Column("text", width: 110)],
      rows: lines)
  }

  /// The histories, in parts that cells can hold.
  private func history() -> Sheet {
    var parts: [[String]] = []
    for row in rows {
      var rest = EventJSON.text(row.events)[...]
      var number = 0
      while !rest.isEmpty {
        // A character has at most a few code units; combining marks are bounded by the cut below.
        var part = rest.prefix(8_000)
        while part.utf16.count > Sheet.longestText { part = part.dropLast(part.count / 2 + 1) }
        if part.isEmpty { break }
        parts.append([row.link.id, String(number), String(part)])
        rest = rest.dropFirst(part.count)
        number += 1
      }
    }
    return Sheet(
      Self.historySheet,
      columns: [Sheet.Column("link"), Sheet.Column("part"), Sheet.Column("events", width: 80)],
      rows: parts, isHidden: true)
  }
}
