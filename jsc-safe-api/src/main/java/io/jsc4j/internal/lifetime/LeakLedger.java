package io.jsc4j.internal.lifetime;

import io.jsc4j.internal.events.Events;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Counts what is open, and notices what became unreachable without being closed. Usable on any thread.
 *
 * <p>Noticing is all that it does: the engine may be called only on the owner thread, so what leaked stays allocated.
 */
public final class LeakLedger {
  /** What is counted. */
  public static final class Kind {
    /** Runtimes. */
    public static final Kind RUNTIME = new Kind("runtime");
    /** Contexts. */
    public static final Kind CONTEXT = new Kind("context");
    /** References. */
    public static final Kind REFERENCE = new Kind("reference");

    private final String name;
    private final AtomicInteger open = new AtomicInteger();

    private Kind(String name) {
      this.name = name;
    }

    /** How many are open. */
    public int open() {
      return open.get();
    }
  }

  private static final class Cleaning {
    static final Cleaner CLEANER = Cleaner.create();
  }

  private LeakLedger() {}

  /** Whether leaks are reported with the stack that opened them: {@code -Dio.jsc4j.leaks=paranoid}. */
  private static boolean isParanoid() {
    return "paranoid".equals(System.getProperty("io.jsc4j.leaks"));
  }

  /** Starts to watch something that was just opened; {@link Ticket#close()} when it is closed. */
  public static Ticket open(Object resource, Kind kind) {
    Ticket ticket = new Ticket(kind, isParanoid() ? new Throwable("opened here") : null);
    kind.open.incrementAndGet();
    ticket.cleanable = Cleaning.CLEANER.register(resource, ticket::unreachable);
    return ticket;
  }

  /** The entry of one open resource. */
  public static final class Ticket {
    private final Kind kind;
    private final @Nullable Throwable openedAt;
    private Cleaner.@Nullable Cleanable cleanable;
    private volatile boolean closed;

    private Ticket(Kind kind, @Nullable Throwable openedAt) {
      this.kind = kind;
      this.openedAt = openedAt;
    }

    /** Says that the resource is closed; idempotent. */
    public void close() {
      if (!closed) {
        closed = true;
        kind.open.decrementAndGet();
        if (cleanable != null) {
          cleanable.clean();
        }
      }
    }

    private void unreachable() {
      if (!closed) {
        closed = true;
        kind.open.decrementAndGet();
        String hint = openedAt == null ? " (-Dio.jsc4j.leaks=paranoid tells where it was opened)" : "";
        LoggerFactory.getLogger(LeakLedger.class)
            .warn("A {} became unreachable without being closed{}",
                kind.name, hint, openedAt);
        Events.leak(kind.name, openedAt);
      }
    }
  }
}
