import CommandLineKit
import PuenteCommands

@main
struct Main {
  static func main() {
    puente.main()
  }
}
