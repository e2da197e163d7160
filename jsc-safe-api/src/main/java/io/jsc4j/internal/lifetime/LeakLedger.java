package io.jsc4j.internal.lifetime;

import io.jsc4j.internal.checked.CheckedMode;
import io.jsc4j.internal.events.Events;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
    /** Workers and pools: their threads go on until they are closed. */
    public static final Kind WORKER = new Kind("worker");
    /** References. */
    public static final Kind REFERENCE = new Kind("reference");
    /** Scopes that users opened; counted in checked mode only. */
    public static final Kind SCOPE = new Kind("scope");

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

  private static final AtomicLong NUMBERS = new AtomicLong();
  /** What is open, in checked mode; empty otherwise. */
  private static final Set<Ticket> OPEN = ConcurrentHashMap.newKeySet();

  private LeakLedger() {}

  /** In checked mode, what is open, the oldest first. */
  public static List<Ticket> openTickets() {
    List<Ticket> open = new ArrayList<>(OPEN);
    open.sort(Comparator.comparingLong(Ticket::number));
    return open;
  }

  /** Whether leaks are reported with the stack that opened them: {@code -Dio.jsc4j.leaks=paranoid}, or checked mode. */
  private static boolean isParanoid() {
    return CheckedMode.ON || "paranoid".equals(System.getProperty("io.jsc4j.leaks"));
  }

  /** Starts to watch something that was just opened; {@link Ticket#close()} when it is closed. */
  public static Ticket open(Object resource, Kind kind) {
    Ticket ticket = watch(kind);
    ticket.cleanable = Cleaning.CLEANER.register(resource, ticket::unreachable);
    return ticket;
  }

  /** Counts something that something else, which is watched, keeps reachable for as long as it is open. */
  static Ticket watch(Kind kind) {
    Ticket ticket = new Ticket(kind, isParanoid() ? new Throwable("opened here") : null);
    kind.open.incrementAndGet();
    if (CheckedMode.ON) {
      OPEN.add(ticket);
    }
    return ticket;
  }

  /** The entry of one open resource. */
  public static final class Ticket {
    private final Kind kind;
    private final @Nullable Throwable openedAt;
    private Cleaner.@Nullable Cleanable cleanable;
    private boolean closed;
    private final long number = NUMBERS.incrementAndGet();

    private Ticket(Kind kind, @Nullable Throwable openedAt) {
      this.kind = kind;
      this.openedAt = openedAt;
    }

    /** What is open. */
    public String kind() {
      return kind.name;
    }

    /** Its number; later ones are greater. */
    public long number() {
      return number;
    }

    /** Where it was opened, if that was recorded. */
    public @Nullable Throwable openedAt() {
      return openedAt;
    }

    /** Says that the resource is closed; idempotent. */
    public void close() {
      if (ends()) {
        kind.open.decrementAndGet();
        OPEN.remove(this);
        if (cleanable != null) {
          cleanable.clean();
        }
      }
    }

    /** Whether it is this call that ends it: workers are closed by any thread. */
    private synchronized boolean ends() {
      boolean first = !closed;
      closed = true;
      return first;
    }

    private void unreachable() {
      if (ends()) {
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
