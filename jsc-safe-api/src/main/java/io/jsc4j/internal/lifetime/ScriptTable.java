package io.jsc4j.internal.lifetime;

import io.jsc4j.internal.ffi.ScriptPointer;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;

/** The parsed scripts of a runtime: released by the owner thread when Java no longer reaches them, or with the runtime. */
public final class ScriptTable {
  private final ReferenceQueue<Object> unreachable = new ReferenceQueue<>();
  private final Set<Entry> entries = new HashSet<>();

  private static final class Entry extends WeakReference<Object> {
    private final ScriptPointer script;

    Entry(Object owner, ScriptPointer script, ReferenceQueue<Object> queue) {
      super(owner, queue);
      this.script = script;
    }
  }

  /** Ties a script to the object that stands for it. */
  public void adopt(Object owner, ScriptPointer script) {
    entries.add(new Entry(owner, script, unreachable));
  }

  /** Releases what Java no longer reaches. */
  public void releaseUnreachable() {
    Reference<?> found;
    while ((found = unreachable.poll()) != null) {
      Entry entry = (Entry) found;
      entries.remove(entry);
      entry.script.release();
    }
  }

  /** Releases all. */
  public void releaseAll() {
    for (Entry entry : entries) {
      entry.script.release();
    }
    entries.clear();
  }
}
