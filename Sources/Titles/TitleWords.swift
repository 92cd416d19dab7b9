import Classifications

/// A title taken apart into the words that count.
struct TitleWords: Hashable, Sendable {
  /// One word of a title.
  struct Word: Hashable, Sendable {
    /// The word, folded.
    var text: [UInt8]
    /// Whether a full stop follows it, as after an abbreviation.
    var isDotted = false
    /// Whether the part of the title that it stands in comes after a comma, a dash, a bracket or a
    /// word such as `of`.
    var isQualifier = false
  }

  /// The words, without articles, prepositions and marks of gender.
  let words: [Word]

  /// Which languages the words that were left out belong to, by the order of `Language.allCases`.
  let particles: [Int]

  /// The longest title that is looked at, in Unicode scalars; real ones are shorter than 120.
  static let maximumLength = 300

  /// The most words that are kept.
  static let maximumWords = 16

  /// Takes a title apart.
  ///
  /// - Complexity: O(1): no more than ``maximumLength`` scalars are read.
  init(_ title: String) {
    var scanner = Scanner()
    var length = 0
    for scalar in title.unicodeScalars {
      length += 1
      if length > Self.maximumLength { break }
      scanner.read(scalar)
    }
    scanner.endWord(dotted: false)
    scanner.endLetters()
    let marked = scanner.words.count > 1 ? scanner.words.filter { !$0.isMark } : scanner.words
    let telling = marked.filter { !Particles.fillers.contains($0.text) }
    words = telling.isEmpty ? marked : telling
    particles = scanner.particles
  }

  private struct Scanner {
    var words: [Word] = []
    var particles = [0, 0, 0]
    private var pending = ""
    private var isQualifier = false

    mutating func read(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9":
        pending.unicodeScalars.append(scalar)
      case ".":
        endWord(dotted: true)
      case "-", "\u{AD}", "\u{2010}", "\u{2011}":
        // Prefixes are written with and without the hyphen by the same publisher.
        if pending.isEmpty {
          isQualifier = true
        } else if !Self.joined.contains(pending.lowercased()) {
          endWord(dotted: false)
        }
      case ",", "(", "[", ":", ";", "–", "—":
        endWord(dotted: false)
        if !words.isEmpty { isQualifier = true }
      case let other where other.value >= 0x80:
        // Letters with accents, other scripts, and marks: what folding leaves of them decides.
        pending.unicodeScalars.append(other)
      default:
        endWord(dotted: false)
      }
    }

    private static let joined: Set<String> = [
      "co", "re", "pre", "non", "anti", "sub", "semi", "multi", "inter", "micro", "tele", "bio",
      "e", "post", "auto", "electro", "ex",
    ]

    mutating func endWord(dotted: Bool) {
      guard !pending.isEmpty else { return }
      let folded = foldedTitle(pending)
      pending.removeAll(keepingCapacity: true)
      for part in folded.utf8.split(separator: 0x20) {
        add(Array(part.prefix(40)), dotted: dotted)
      }
    }

    /// Single letters in a row, as in `R.N.` and `h/f`, which are one abbreviation.
    private var letters: [UInt8] = []

    mutating func endLetters() {
      guard !letters.isEmpty else { return }
      let word = letters
      letters.removeAll()
      take(word, dotted: false)
    }

    private mutating func add(_ word: [UInt8], dotted: Bool) {
      if word.count == 1, word[0] > 0x39, letters.count < 6 {
        letters += word
        return
      }
      endLetters()
      take(word, dotted: dotted)
    }

    private mutating func take(_ word: [UInt8], dotted: Bool) {
      if let languages = Particles.languages[word] {
        for language in languages { particles[language] += 1 }
        if Particles.qualifying.contains(word), !words.isEmpty { isQualifier = true }
        return
      }
      // Numbers of three digits may be a job's (911 dispatcher); longer ones are somebody's.
      if word.count > 3, word.allSatisfy({ $0 < 0x3A }) { return }
      guard words.count < TitleWords.maximumWords else { return }
      words.append(Word(text: word, isDotted: dotted, isQualifier: isQualifier))
    }
  }
}

extension TitleWords.Word {
  /// Whether it is a single letter, such as the ending in `enfermero/a`.
  fileprivate var isMark: Bool { text.count == 1 && text[0] > 0x39 }
}

/// Words that tell a language and nothing else.
enum Particles {
  static let languages: [[UInt8]: [Int]] = {
    var result: [[UInt8]: [Int]] = [:]
    let lists = [
      "of the and in for to an at on or with by from nec not elsewhere classified except other than i "
        + "am my work as is etc",
      "de del la el los las y en al para por con un una o e u que no se lo a su soy trabajo como etc",
      "de du des la le les et en au aux dans pour sur par un une ou avec hf fh hfx mf the sauf autres "
        + "je suis etc a",
    ]
    for (language, list) in lists.enumerated() {
      for word in list.split(separator: " ") {
        result[Array(word.utf8), default: []].append(language)
      }
    }
    return result
  }()

  /// Words that say how somebody works and not at what; they count only where nothing else is said.
  static let fillers: Set<[UInt8]> = Set(
    ("self employed selfemployed retired former part full time parttime fulltime casual temp temporary "
      + "works working worked job currently "
      + "trabaja trabajando trabajaba hago jubilado jubilada pensionado pensionada cuenta propia "
      + "travaille fais suis retraite retraitee interimaire cdi cdd partiel")
      .split(separator: " ").map { Array($0.utf8) })

  /// Those after which a title tells where, of what or for whom.
  static let qualifying: Set<[UInt8]> = Set(
    "of for in at with de del du des en para por con au aux dans pour sur".split(separator: " ")
      .map { Array($0.utf8) })
}
