package io.jsc4j.internal.ffi;

/** What users see when the engine fails while a runtime or a context is being opened, before there is a realm that could describe it. */
final class StartFailure {
  private StartFailure() {}

  /**
   * What to throw instead; gives back what the engine threw, so it has to come before the runtime is closed.
   *
   * @param failure a {@link ScriptThrew} or {@link ScriptTerminated}
   * @param opened what was being opened
   */
  static IllegalStateException of(RuntimeException failure, String opened) {
    if (failure instanceof ScriptThrew threw) {
      Realm.discard(threw.thrown());
    }
    return new IllegalStateException("the JavaScript engine failed while it opened " + opened
        + ", most likely because too little stack is left on this thread: open it nearer to the thread's start, or give"
        + " the thread a larger stack (the engine wants 512 KB at least)");
  }
}
