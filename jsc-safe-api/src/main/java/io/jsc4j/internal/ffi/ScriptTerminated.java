package io.jsc4j.internal.ffi;

/** Says that the watchdog ended a script; never seen by users. */
public final class ScriptTerminated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Termination termination;

  ScriptTerminated(Termination termination) {
    super("a script was terminated", null, false, false);
    this.termination = termination;
  }

  /** Which limit ended it, and what it had used. */
  public Termination termination() {
    return termination;
  }
}
