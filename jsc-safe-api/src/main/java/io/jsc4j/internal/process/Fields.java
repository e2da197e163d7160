package io.jsc4j.internal.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decoded map, or list, of which nothing is believed: each question says of what type the answer must be. */
public final class Fields {
  private final Map<?, ?> map;

  private Fields(Map<?, ?> map) {
    this.map = map;
  }

  /**
   * The fields of what should be a map.
   *
   * @throws WireException if it is none
   */
  public static Fields of(@Nullable Object value) {
    if (value instanceof Map<?, ?> fields) {
      return new Fields(fields);
    }
    throw new WireException("expected fields");
  }

  /**
   * The elements of what should be a list.
   *
   * @throws WireException if it is none
   */
  @SuppressWarnings("unchecked") // Wire makes lists of nothing but objects.
  public static List<@Nullable Object> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    throw new WireException("expected a list");
  }

  /**
   * What should be a string.
   *
   * @throws WireException if it is none
   */
  public static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new WireException("expected a string");
  }

  /**
   * What should be an integer of at most 53 bits.
   *
   * @throws WireException if it is none
   */
  public static long integer(@Nullable Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= 0x1p53) {
      return number.longValue();
    }
    throw new WireException("expected an integer");
  }

  /** Whether there is one of this name that is not null. */
  public boolean has(String name) {
    return map.get(name) != null;
  }

  /** The value of this name, or null. */
  public @Nullable Object get(String name) {
    return map.get(name);
  }

  /**
   * A string.
   *
   * @throws WireException if it is none
   */
  public String text(String name) {
    return text(map.get(name));
  }

  /**
   * A string, or null if there is none.
   *
   * @throws WireException if it is something else
   */
  public @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  /**
   * An integer.
   *
   * @throws WireException if it is none
   */
  public long integer(String name) {
    return integer(map.get(name));
  }

  /**
   * An integer that is no negative one and no more than an int holds.
   *
   * @throws WireException if it is none
   */
  public int count(String name) {
    long value = integer(name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new WireException("out of range: " + value);
    }
    return (int) value;
  }

  /**
   * A list.
   *
   * @throws WireException if it is none
   */
  public List<@Nullable Object> list(String name) {
    return list(map.get(name));
  }
}
