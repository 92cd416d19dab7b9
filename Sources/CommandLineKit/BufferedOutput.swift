internal import Synchronization

/// Text on its way to a file, kept until there is enough of it to write.
final class BufferedOutput: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    var failure: WriteError?
  }

  private let state = Mutex(State())
  private let capacity: Int
  private let writeBytes: @Sendable ([UInt8]) throws(WriteError) -> Void

  /// Creates an output that writes with a function.
  ///
  /// - Parameters:
  ///   - capacity: How many bytes to keep; with 0, each text is written at once.
  ///   - writeBytes: Writes all of some bytes.
  init(
    capacity: Int = 1 << 16,
    writeBytes: @escaping @Sendable ([UInt8]) throws(WriteError) -> Void
  ) {
    self.capacity = capacity
    self.writeBytes = writeBytes
  }

  /// Takes a text; after a failure it is dropped.
  func write(_ text: String) {
    state.withLock { state in
      guard state.failure == nil else { return }
      state.buffer.append(contentsOf: text.utf8)
      if state.buffer.count >= capacity { flush(&state) }
    }
  }

  /// Writes what is kept, and returns the first failure there has been.
  @discardableResult
  func flush() -> WriteError? {
    state.withLock { state in
      flush(&state)
      return state.failure
    }
  }

  private func flush(_ state: inout State) {
    guard state.failure == nil, !state.buffer.isEmpty else { return }
    do {
      try writeBytes(state.buffer)
    } catch {
      state.failure = error
    }
    state.buffer.removeAll(keepingCapacity: true)
  }
}
