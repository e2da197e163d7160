package io.jsc4j.tests.fuzz;

import io.jsc4j.JsContext;
import io.jsc4j.JsRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a program has got hold of, with the runtime that each came from. It forgets some of it, so that Java's collector has work too. */
@SuppressWarnings("ReferenceEquality") // Equal ones are different ones here.
final class Pool {
  /** Belongs to no runtime. */
  static final int NOWHERE = -1;

  private static final int MOST_OF_A_KIND = 10;

  /** Something, and the number of its runtime. */
  record Entry(Object value, int home) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<JsRuntime> runtimes = new ArrayList<>();
  /** In the order in which they were made; closed at the end, whatever else happens. */
  private final List<AutoCloseable> closeables = new ArrayList<>();

  /** The number of a runtime. */
  int home(JsRuntime runtime) {
    for (int i = 0; i < runtimes.size(); i++) {
      if (runtimes.get(i) == runtime) {
        return i;
      }
    }
    runtimes.add(runtime);
    return runtimes.size() - 1;
  }

  /** All that were ever opened. */
  List<JsRuntime> runtimes() {
    return runtimes;
  }

  @Nullable JsRuntime runtime(int home) {
    return home < 0 ? null : runtimes.get(home);
  }

  long openRuntimes() {
    return runtimes.stream().filter(runtime -> !runtime.isClosed()).count();
  }

  long openContexts() {
    return closeables.stream().filter(each -> each instanceof JsContext context && !context.isClosed()).count();
  }

  List<AutoCloseable> closeables() {
    return closeables;
  }

  /** Adds it; one of its kind may have to go. */
  void add(Object value, int from, Random random) {
    int home = from;
    if (value instanceof JsContext context) {
      home = home(context.runtime());
    } else if (value instanceof JsRuntime runtime) {
      home = home(runtime);
    }
    if (value instanceof AutoCloseable closeable && closeables.stream().noneMatch(each -> each == closeable)) {
      closeables.add(closeable);
    }
    List<Integer> same = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).value == value) {
        return;
      }
      if (entries.get(i).value.getClass() == value.getClass()) {
        same.add(i);
      }
    }
    Entry entry = new Entry(value, home);
    if (same.size() < MOST_OF_A_KIND) {
      entries.add(entry);
    } else {
      entries.set(same.get(random.nextInt(same.size())), entry);
    }
  }

  void forget(Random random) {
    if (!entries.isEmpty()) {
      Entry entry = entries.get(random.nextInt(entries.size()));
      if (!(entry.value instanceof JsContext || entry.value instanceof JsRuntime)) {
        entries.removeIf(each -> each == entry);
      }
    }
  }

  void forgetAll() {
    entries.clear();
    runtimes.clear();
    closeables.clear();
  }

  /** One of a type: of this runtime, usually, if there is one. */
  @Nullable Entry pick(Class<?> type, int home, Random random) {
    boolean anywhere = home == NOWHERE || random.nextInt(12) == 0;
    boolean dead = random.nextInt(12) == 0;
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      boolean fits = anywhere || entry.home == home || entry.home == NOWHERE;
      if (fits && type.isInstance(entry.value) && (dead || isAlive(entry))) {
        found.add(entry);
      }
    }
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  private boolean isAlive(Entry entry) {
    JsRuntime runtime = runtime(entry.home);
    return (runtime == null || !runtime.isClosed()) && !(entry.value instanceof JsContext context && context
        .isClosed());
  }

  /** Anything at all. */
  @Nullable Entry any(Random random) {
    return entries.isEmpty() ? null : entries.get(random.nextInt(entries.size()));
  }
}
