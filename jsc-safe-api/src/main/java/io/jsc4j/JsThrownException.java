package io.jsc4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script threw a value that no script caught: an Error most of the time, but JavaScript may throw anything. */
public final class JsThrownException extends JsException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String jsMessage;
  /** Null if it stayed in another process. */
  private final transient @Nullable JsValue thrown;
  private final int errors;

  JsThrownException(JsErrorDetails details, @Nullable JsValue thrown, @Nullable Throwable cause,
      List<Throwable> errors) {
    super(details, cause);
    errors.forEach(this::addSuppressed);
    this.errors = errors.size();
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

  /**
   * The thrown value. A handle belongs to the scope that was the innermost when the exception was thrown, and ends with it.
   *
   * @throws IllegalStateException if an isolated worker's script threw an object, symbol or big int: that stays in its process
   */
  public JsValue thrown() {
    if (thrown == null) {
      throw new IllegalStateException(
          "what was thrown is in the process of an isolated worker: name(), jsMessage() and jsStack() tell of it");
    }
    return thrown;
  }

  /** It is about the same value as an earlier one that passed through a host function: with its trace, and what was suppressed on the way. */
  void goesOnFrom(JsThrownException earlier) {
    setStackTrace(earlier.getStackTrace());
    Throwable[] suppressed = earlier.getSuppressed();
    for (int i = Math.min(earlier.errors, suppressed.length); i < suppressed.length; i++) {
      addSuppressed(suppressed[i]);
    }
    goesOnFrom(getCause(), earlier.getCause());
    for (int i = 0; i < Math.min(errors, earlier.errors); i++) {
      goesOnFrom(getSuppressed()[i], suppressed[i]);
    }
  }

  private static void goesOnFrom(@Nullable Throwable related, @Nullable Throwable earlier) {
    if (related instanceof JsThrownException now && earlier instanceof JsThrownException before && now != before && now
        .jsStack()
        .equals(before.jsStack())) {
      now.goesOnFrom(before);
    }
  }

  /** Whether another than this one threw it; null is one in another process. */
  boolean isOfAnotherRuntime(@Nullable JsRuntime runtime) {
    return thrown == null || (thrown instanceof JsHandle handle && (runtime == null || handle.cell().runtime()
        != runtime
            .pointer()));
  }

  /** Whether its value can be thrown again in a runtime; null is one in another process. */
  boolean canBeRethrown(@Nullable JsRuntime runtime) {
    if (thrown instanceof JsHandle handle) {
      return runtime != null && handle.cell().isAlive() && handle.cell().runtime() == runtime.pointer();
    }
    return thrown != null;
  }
}
