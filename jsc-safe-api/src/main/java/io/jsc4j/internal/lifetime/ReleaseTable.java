package io.jsc4j.internal.lifetime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;

/** What a runtime holds outside the engine's heap (parsed scripts, weak references): released by the owner thread when Java no longer reaches it, or with the runtime. */
public final class ReleaseTable {
  private final ReferenceQueue<Object> unreachable = new ReferenceQueue<>();
  private final Set<Entry> entries = new HashSet<>();

  private static final class Entry extends WeakReference<Object> {
    private final Runnable release;

    Entry(Object owner, Runnable release, ReferenceQueue<Object> queue) {
      super(owner, queue);
      this.release = release;
    }
  }

  /**
   * Ties something to the object that stands for it.
   *
   * @param release gives it back; idempotent; must not reach the owner, which would then live for ever
   */
  public void adopt(Object owner, Runnable release) {
    entries.add(new Entry(owner, release, unreachable));
  }

  /** Releases what Java no longer reaches. */
  public void releaseUnreachable() {
    Reference<?> found;
    while ((found = unreachable.poll()) != null) {
      Entry entry = (Entry) found;
      // In this order: what fails here, for want of stack, is released with the rest.
      entry.release.run();
      entries.remove(entry);
    }
  }

  /** Releases all. */
  public void releaseAll() {
    while (!entries.isEmpty()) {
      Entry entry = entries.iterator().next();
      entries.remove(entry);
      entry.release.run();
    }
  }
}
