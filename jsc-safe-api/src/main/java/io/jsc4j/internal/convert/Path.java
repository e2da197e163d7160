package io.jsc4j.internal.convert;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a conversion is: cheap to move, written out only when there is something to say. */
final class Path {
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final int SHOWN = 60;

  private final String root;
  /** A property's name; null for an index. */
  private @Nullable String[] names = new @Nullable String[16];
  private int[] indexes = new int[16];
  private int size;

  Path(String root) {
    this.root = root;
  }

  /** What the root is called where it is a record or of a sealed type: {@code order} for an {@code Order}. */
  static String rootOf(Class<?> type) {
    String name = type.getSimpleName();
    return name.isEmpty() ? "value" : name.substring(0, 1).toLowerCase(Locale.ROOT).concat(name.substring(1));
  }

  int size() {
    return size;
  }

  void property(String name) {
    push(name, 0);
  }

  void index(int index) {
    push(null, index);
  }

  private void push(@Nullable String name, int index) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      indexes = Arrays.copyOf(indexes, size * 2);
    }
    names[size] = name;
    indexes[size++] = index;
  }

  void pop() {
    size--;
  }

  /** The first steps, written as JavaScript would. */
  String text(int steps) {
    StringBuilder text = new StringBuilder(root);
    for (int i = 0; i < steps; i++) {
      String name = names[i];
      if (name == null) {
        text.append('[').append(indexes[i]).append(']');
      } else if (IDENTIFIER.matcher(name).matches()) {
        text.append('.').append(name);
      } else {
        text.append('[').append(Descriptions.quoted(name, SHOWN)).append(']');
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text(size);
  }
}
