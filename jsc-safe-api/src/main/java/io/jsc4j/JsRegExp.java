package io.jsc4j;

import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of JavaScript. Made by {@link JsContext#newRegExp} and {@link JsObject#asRegExp()}.
 *
 * {@snippet file="ObjectsSnippetTest.java" region="regexp"}
 *
 * <p>It is the built-in matcher that works here, on what the expression was made of: methods and accessors that scripts overwrite change
 * nothing. Every operation but {@link #object()} throws what those of {@link JsObject} do.
 */
public final class JsRegExp {
  private final JsObject object;

  JsRegExp(JsObject object) {
    this.object = object;
  }

  /** The handle to the JavaScript object; this view ends with it. */
  public JsObject object() {
    return object;
  }

  /** {@code regexp.source}: the pattern. */
  public String source() {
    return JsService.text(object.context(), ServiceScript.BUILTINS, "source", object.cell());
  }

  /** {@code regexp.flags}: a letter for each flag that is set, in alphabetical order. */
  public String flags() {
    return JsService.text(object.context(), ServiceScript.BUILTINS, "flags", object.cell());
  }

  /** Where the next match of a regular expression with the flag {@code g} or {@code y} is looked for, in UTF-16 units from 0. */
  public long lastIndex() {
    return (long) JsService.number(object.context(), ServiceScript.BUILTINS, "lastIndex", object.cell());
  }

  /**
   * {@code regexp.lastIndex = index}, in strict code: a frozen regular expression makes JavaScript throw a TypeError.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public void setLastIndex(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("an index can't be negative: " + index);
    }
    JsService.run(object.context(), ServiceScript.BUILTINS, "setLastIndex", object.cell(), new NativeValue.Num(index));
  }

  /** {@code regexp.test(text)}: whether it matches somewhere; with the flag {@code g} or {@code y} it goes on at {@link #lastIndex()}. */
  public boolean test(String text) {
    Objects.requireNonNull(text, "text");
    return JsService.test(object.context(), ServiceScript.BUILTINS, "test", object.cell(), new NativeValue.Text(text));
  }

  /** {@code regexp.exec(text)}: the first match; with the flag {@code g} or {@code y} the one from {@link #lastIndex()} on. */
  public Optional<Match> exec(String text) {
    Objects.requireNonNull(text, "text");
    return JsService.list(object.context(), ServiceScript.BUILTINS, "exec", object.cell(), new NativeValue.Text(text))
        .map(JsRegExp::match);
  }

  private static Match match(List<JsValue> described) {
    int named = described.get(1).asInt() + 2;
    List<@Nullable String> groups = new ArrayList<>();
    for (JsValue group : described.subList(2, named)) {
      groups.add(group.isUndefined() ? null : group.asString());
    }
    Map<String, @Nullable String> namedGroups = new LinkedHashMap<>();
    for (int i = named; i < described.size(); i += 2) {
      JsValue group = described.get(i + 1);
      namedGroups.put(described.get(i).asString(), group.isUndefined() ? null : group.asString());
    }
    return new Match(described.get(0).asInt(), groups, namedGroups);
  }

  /** The kind of object and an identity; never enters the engine. */
  @Override
  public String toString() {
    return "JsRegExp of " + object;
  }

  /** A match: plain data, free to keep and to hand to any thread. A group that took no part in it is empty. */
  public static final class Match {
    private final int index;
    private final List<@Nullable String> groups;
    private final Map<String, @Nullable String> namedGroups;

    private Match(int index, List<@Nullable String> groups, Map<String, @Nullable String> namedGroups) {
      this.index = index;
      this.groups = groups;
      this.namedGroups = namedGroups;
    }

    /** Where it begins, in UTF-16 units from 0. */
    public int index() {
      return index;
    }

    /** Where it ends: the index behind its last UTF-16 unit. */
    public int end() {
      return index + text().length();
    }

    /** What matched as a whole. */
    public String text() {
      return Objects.requireNonNullElse(groups.getFirst(), "");
    }

    /** How many groups the pattern has, without the match as a whole. */
    public int groupCount() {
      return groups.size() - 1;
    }

    /**
     * What a group matched; 0 is the match as a whole.
     *
     * @throws IndexOutOfBoundsException if the pattern has no such group
     */
    public Optional<String> group(int number) {
      return Optional.ofNullable(groups.get(number));
    }

    /**
     * What a named group matched.
     *
     * @throws IllegalArgumentException if the pattern has no group of that name
     */
    public Optional<String> group(String name) {
      if (!namedGroups.containsKey(Objects.requireNonNull(name, "name"))) {
        throw new IllegalArgumentException("the pattern has no group named '" + name + "', only " + namedGroups
            .keySet());
      }
      return Optional.ofNullable(namedGroups.get(name));
    }

    /** The names of the named groups, in the order of the pattern. */
    public List<String> groupNames() {
      return List.copyOf(namedGroups.keySet());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Match match && index == match.index && groups.equals(match.groups) && namedGroups.equals(
          match.namedGroups);
    }

    @Override
    public int hashCode() {
      return Objects.hash(index, groups, namedGroups);
    }

    @Override
    public String toString() {
      return "Match[index=" + index + ", groups=" + groups + (namedGroups.isEmpty() ? "" : ", named=" + namedGroups)
          + "]";
    }
  }
}
