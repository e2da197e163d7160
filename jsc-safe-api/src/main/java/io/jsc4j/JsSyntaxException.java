package io.jsc4j;

/** A script did not parse; nothing of it ran. */
public final class JsSyntaxException extends JsException {
  private static final long serialVersionUID = 1L;

  private final String jsMessage;

  JsSyntaxException(JsErrorDetails details) {
    super(details, null);
    this.jsMessage = details.message();
  }

  /** What the parser says. */
  public String jsMessage() {
    return jsMessage;
  }
}
