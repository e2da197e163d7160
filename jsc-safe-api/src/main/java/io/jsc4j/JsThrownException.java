package io.jsc4j;

/** A script threw a value that no script caught: an Error most of the time, but JavaScript may throw anything. */
public final class JsThrownException extends JsException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String jsMessage;
  private final transient JsValue thrown;

  JsThrownException(JsErrorDetails details, JsValue thrown) {
    super(details.headline(), details);
    this.name = details.name();
    this.jsMessage = details.message();
    this.thrown = thrown;
  }

  /** The {@code name} of the Error, such as {@code TypeError}; empty if something else was thrown. */
  public String name() {
    return name;
  }

  /** The {@code message} of the Error, or what {@code String(thrown)} gives for anything else. */
  public String jsMessage() {
    return jsMessage;
  }

  /** The thrown value. A handle belongs to the scope that was the innermost when the exception was thrown, and ends with it. */
  public JsValue thrown() {
    return thrown;
  }

  boolean canBeRethrown(JsRuntime runtime) {
    return !(thrown instanceof JsHandle handle) || (handle.cell().isAlive() && handle.cell().runtime() == runtime
        .pointer());
  }
}
