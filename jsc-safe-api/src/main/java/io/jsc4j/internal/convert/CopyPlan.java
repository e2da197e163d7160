package io.jsc4j.internal.convert;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * What a reader will ask of an object, for {@code copying.js}, which asks ahead.
 *
 * @param text an array in JSON: the index of the node to begin with, then the nodes from index 1 on
 * @param nested whether there are objects or arrays within it that can be copied with it
 */
record CopyPlan(String text, boolean nested) {
  /** The index of what is left to the reader itself, unless it is a primitive. */
  static final int VALUE = 0;
  /** The index of what an object or an array is by nature, and all in it. */
  static final int NATURAL = 1;
  /** The index of what may be a Date or a big int; anything else but a primitive is left. */
  static final int SCALAR = 2;

  static CopyPlan of(Reader root, boolean records) {
    return new Builder(records).build(root);
  }

  /** Puts a plan together. */
  static final class Builder {
    private static final int LIST_KIND = 2;
    private static final int RECORD_KIND = 3;
    private static final int MAP_KIND = 4;
    private static final int SCALAR_KIND = 5;
    /** From here on values are left to their readers: a plan crosses with each copy. */
    private static final int MOST_NODES = 64;

    private final boolean records;
    private final List<String> nodes = new ArrayList<>(List.of("[0]", "[" + NATURAL + "]", "[" + SCALAR_KIND + "]"));
    private final IdentityHashMap<Reader, Integer> indexes = new IdentityHashMap<>();

    /**
     * Begins one.
     *
     * @param records whether records can be in it
     */
    Builder(boolean records) {
      this.records = records;
    }

    private CopyPlan build(Reader root) {
      int index = root.plan(this);
      StringJoiner text = new StringJoiner(",", "[", "]").add(Integer.toString(index));
      nodes.subList(1, nodes.size()).forEach(text::add);
      return new CopyPlan(text.toString(), index == NATURAL || nodes.size() > 4);
    }

    int list(Reader reader, Reader element) {
      return container(reader, LIST_KIND, element);
    }

    int map(Reader reader, Reader content) {
      return container(reader, MAP_KIND, content);
    }

    private int container(Reader reader, int kind, Reader content) {
      if (content == NaturalReader.NATURAL) {
        return NATURAL;
      }
      Integer known = indexes.get(reader);
      return known != null ? known : add(reader, () -> "[" + kind + "," + content.plan(this) + "]");
    }

    int record(RecordReader reader) {
      Integer known = indexes.get(reader);
      if (known != null || !records) {
        return known != null ? known : VALUE;
      }
      return add(reader, () -> {
        StringJoiner contents = new StringJoiner(",", "[", "]");
        StringJoiner names = new StringJoiner(",", "[", "]");
        for (int i = 0; i < reader.size(); i++) {
          contents.add(Integer.toString(reader.component(i).plan(this)));
          names.add(quoted(reader.name(i)));
        }
        return "[" + RECORD_KIND + "," + contents + "," + names + "]";
      });
    }

    private int add(Reader reader, Supplier<String> node) {
      if (nodes.size() >= MOST_NODES) {
        return VALUE;
      }
      int index = nodes.size();
      // Known before what is in it: that may lead back to it.
      indexes.put(reader, index);
      nodes.add("");
      nodes.set(index, node.get());
      return index;
    }

    /** Identifiers may have control characters. */
    private static String quoted(String name) {
      StringBuilder quoted = new StringBuilder("\"");
      name.chars().forEach(unit -> {
        if (unit < ' ') {
          quoted.append(String.format("\\u%04x", unit));
        } else {
          quoted.append((char) unit);
        }
      });
      return quoted.append('"').toString();
    }
  }
}
