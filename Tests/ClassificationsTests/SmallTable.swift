import Classifications

/// A table of two or three levels, given by its codes and the codes above them.
func smallTable(levels: Int = 2, _ items: [ClassificationItem]) -> CodeTable {
  CodeTable(
    Classification(
      id: ClassificationID(known: "small"), name: "Small", title: "A small table", publisher: "",
      country: "", family: "small", year: 2000, languages: [.en], isComplete: true, source: "",
      levels: (1...levels).map {
        Classification.Level(number: $0, nameEN: "", nameES: "", nameFR: "", count: nil)
      }
    ),
    items: items
  )
}

/// A group with an English title.
func group(
  _ code: String, _ level: Int, in parent: String? = nil, _ title: String? = nil
) -> ClassificationItem {
  ClassificationItem(code: code, level: level, parent: parent, titleEN: title)
}
