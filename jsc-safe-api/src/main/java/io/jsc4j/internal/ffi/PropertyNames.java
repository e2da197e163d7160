package io.jsc4j.internal.ffi;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of properties that were used last, as strings of the engine's heap, protected as long as they are here: a name that comes again needs
 * neither a new string nor the engine's table of names, where each use of a {@code JSStringRef} is looked up. In a call in which a name is the key
 * the engine turns the string into an entry of that table, and remembers it (row {@code get a number property} of the benchmarks).
 *
 * <p>A name is kept when it comes for the second time: keeping one costs as much as using one. Two generations: when the younger is full, what of
 * the older was not used meanwhile is given back.
 */
final class PropertyNames {
  /** How many names are in one generation; bounded, since scripts and data can bring any number. */
  private static final int GENERATION = 512;
  /** Longer ones are no names that programs have; in UTF-16 units. */
  private static final int MAX_LENGTH = 64;

  private final RuntimePointer runtime;
  private Map<String, Long> younger = new HashMap<>();
  private Map<String, Long> older = new HashMap<>();
  /** Hashes of names that came, each at the place that its lowest bits say. */
  private final int[] before = new int[2 * GENERATION];

  PropertyNames(RuntimePointer runtime) {
    this.runtime = runtime;
  }

  /** The name as a value, good until the entry is closed; 0 if it is not kept. */
  long find(Entry entry, String name) {
    Long kept = younger.get(name);
    return kept != null ? kept : findSeldom(entry, name);
  }

  private long findSeldom(Entry entry, String name) {
    Long kept = older.remove(name);
    if (kept == null) {
      // Where entries around this one may be using what a new generation would give back, none begins.
      if (!hasComeBefore(name) || (younger.size() >= GENERATION && runtime.depth() > 1)) {
        return 0;
      }
      long cell = entry.makeString(name);
      runtime.protectUnchecked(entry.context(), cell);
      kept = cell;
    }
    younger.put(name, kept);
    if (younger.size() > GENERATION && runtime.depth() == 1) {
      release(older);
      Map<String, Long> emptied = older;
      older = younger;
      younger = emptied;
    }
    return kept;
  }

  /** By its hash: two names that come in turn may take each other for the same, or for new ones. */
  private boolean hasComeBefore(String name) {
    if (name.length() > MAX_LENGTH) {
      return false;
    }
    int hash = name.hashCode();
    int place = hash & (before.length - 1);
    boolean same = before[place] == hash;
    before[place] = hash;
    return same;
  }

  private void release(Map<String, Long> names) {
    for (long name : names.values()) {
      runtime.unprotectUnchecked(runtime.service().segment(), name);
    }
    names.clear();
  }

  /** Gives all back; the runtime is about to be released. */
  void release() {
    release(younger);
    release(older);
  }
}
