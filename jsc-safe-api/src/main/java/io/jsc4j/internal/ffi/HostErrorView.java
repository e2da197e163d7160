package io.jsc4j.internal.ffi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scripts see of a Throwable.
 *
 * @param failure the Throwable
 * @param value what they see instead of a new Error, or null: what a script threw goes on as it is
 * @param kind the name of the built-in class of the new Error
 * @param message its message
 * @param javaClass its property {@code javaClass}, or null for none
 * @param javaStack its property {@code javaStack}, or null for none
 * @param cause its {@code cause}, or null for none
 * @param errors its {@code errors}; empty for none
 */
public record HostErrorView(Throwable failure, @Nullable NativeValue value, String kind, String message,
    @Nullable String javaClass, @Nullable String javaStack, @Nullable HostErrorView cause, List<HostErrorView> errors) {

  /** The message where a script may read nothing. */
  public static final String NOTHING = "a host function failed";

  /** Only a message. */
  static HostErrorView of(Throwable failure, String message) {
    return new HostErrorView(failure, null, "Error", message, null, null, null, List.of());
  }

  /** Decides it; implemented by the public layer. */
  @FunctionalInterface
  public interface Policy {
    /** Lets scripts read nothing. */
    Policy SILENT = failure -> of(failure, NOTHING);

    /** What scripts see of a Throwable that a host function threw. */
    HostErrorView view(Throwable failure);
  }
}
