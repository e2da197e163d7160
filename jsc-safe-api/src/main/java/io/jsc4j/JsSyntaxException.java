package io.jsc4j;

import java.util.List;

/** A script did not parse; nothing of it ran. */
public final class JsSyntaxException extends JsException {
  private static final long serialVersionUID = 1L;

  private final String jsMessage;

  JsSyntaxException(JsErrorDetails details) {
    super(details, null);
    this.jsMessage = details.message();
  }

  /** The same error in a text that has so many lines less before it. */
  JsSyntaxException linesEarlier(int lines) {
    return new JsSyntaxException(new JsErrorDetails("SyntaxError", jsMessage, "", sourceUrl().orElse(null), line()
        .orElse(0) - lines, column().orElse(0), null, List.of()));
  }

  /** What the parser says. */
  public String jsMessage() {
    return jsMessage;
  }
}
