package io.jsc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was opened and not closed, as {@link JsEngine#openResources} lists it.
 *
 * @param kind what it is: {@code runtime}, {@code context}, {@code scope}, {@code reference} and the like
 * @param number what tells it from others; what was opened later has a greater one
 * @param openedAt a stack that ends where it was opened
 */
public record JsOpenResource(String kind, long number, @Nullable Throwable openedAt) {
  public JsOpenResource {
    Objects.requireNonNull(kind, "kind");
  }
}
