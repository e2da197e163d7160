package io.jsc4j;

import io.jsc4j.internal.process.ChildEnd;
import io.jsc4j.internal.process.ChildOptions;
import io.jsc4j.internal.process.ChildProcess;
import io.jsc4j.internal.process.ChildStartException;
import io.jsc4j.internal.process.Fields;
import io.jsc4j.internal.process.FrameTooLargeException;
import io.jsc4j.internal.process.TaskTime;
import io.jsc4j.internal.process.Wire;
import io.jsc4j.internal.process.WireException;
import io.jsc4j.internal.work.Job;
import io.jsc4j.internal.work.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The process of a {@link JsProcessWorker}, and the next one when that has ended; {@link JsWorkerProcess} is the other side. What comes from there is taken
 * for an enemy's: it can end in an exception for the task that is under way, and in nothing else.
 */
final class JsProcessPlace implements Workplace<JsProcessPlace> {
  private static final Duration START_TIME = Duration.ofSeconds(30);
  /** How long a task that was cancelled may take to end. */
  private static final Duration CANCEL_GRACE = Duration.ofSeconds(1);
  /** How many processes in a row may end before they have done a single task. */
  private static final int MOST_FAILED_STARTS = 3;

  private final JsWorkerOptions options;
  private final Runnable wake;
  private final JsProcessCalls calls;
  private final JsSources sources = new JsSources();
  private volatile @Nullable ChildProcess child;
  private volatile boolean cancelled;
  // Of the worker's thread alone.
  private boolean cancelSaid;
  private boolean proven;
  private int failedStarts;

  /** A place whose thread is woken when its process has ended. */
  JsProcessPlace(JsWorkerOptions options, Runnable wake) {
    this.options = options;
    this.wake = wake;
    this.calls = new JsProcessCalls(options);
  }

  // --- processes

  @Override
  public void open() throws IOException {
    start();
  }

  private void start() {
    for (JsWorkerOptions.Setup script : options.setup()) {
      sources.add(script.source(), script.url(), 1);
    }
    proven = false;
    ChildProcess started;
    try {
      started = ChildProcess.start(new ChildOptions(JsWorkerProcess.class.getName(), options.name(), options.maxMemory()
          .orElse(0), START_TIME), wake, this::requireNotCancelled);
    } catch (IOException e) {
      throw new UncheckedIOException("the process of " + options.name() + " can't be started", e);
    } catch (ChildStartException e) {
      throw new JsProcessException("the process of " + options.name() + " ended before it was ready", e.end(), e);
    }
    child = started;
    try {
      exchange(started, Wire.encode(Arrays.asList("open", JsProcessOptions.encode(options))), setupTime());
    } catch (Throwable t) {
      discard();
      throw t;
    }
  }

  /** Each set-up script may take as long as a task, and the engine some time to load. */
  private TaskTime setupTime() {
    Duration limit = options.runtime().limits().time().orElse(null);
    return new TaskTime(limit == null
        ? null
        : START_TIME.plus(limit.multipliedBy(options.setup().size())), null, calls::interrupt);
  }

  private long requireNotCancelled() {
    if (cancelled) {
      throw new CancellationException(options.name() + " was closed while its process started");
    }
    return 0;
  }

  /** The process, or a new one if that has ended. */
  private ChildProcess require() {
    ChildProcess present = child;
    if (present != null && present.isAlive() && !present.channel().isBroken()) {
      return present;
    }
    replace();
    return java.util.Objects.requireNonNull(child);
  }

  private void replace() {
    ChildEnd end = discard();
    if (end != null && !proven) {
      failedStarts++;
      LoggerFactory.getLogger(JsProcessWorker.class)
          .warn("{}: its process ended before it had done a task ({}): {}", options.name(), end.cause(), end.output());
    }
    if (failedStarts >= MOST_FAILED_STARTS) {
      throw gaveUp(null);
    }
    try {
      start();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (++failedStarts >= MOST_FAILED_STARTS) {
        throw gaveUp(e);
      }
      throw e;
    }
  }

  private IllegalStateException gaveUp(@Nullable Throwable last) {
    return new IllegalStateException(options.name() + " gives up: its process ended " + failedStarts
        + " times in a row before it had done a task", last);
  }

  private @Nullable ChildEnd discard() {
    ChildProcess ended = child;
    child = null;
    calls.forget();
    if (ended == null) {
      return null;
    }
    ended.kill(ChildEnd.Cause.CLOSED);
    return ended.awaitEnd();
  }

  // --- tasks

  @Override
  public JsProcessPlace enter(Job<JsProcessPlace, ?> job) {
    require();
    return this;
  }

  @Override
  public void leave(Job<JsProcessPlace, ?> job) {
    if (failedStarts >= MOST_FAILED_STARTS) {
      throw gaveUp(null);
    }
  }

  /** Evaluates a text; the message says so to the process. */
  @Nullable Object eval(byte[] message, String source, @Nullable String url) {
    sources.add(source, url, 1);
    return run(message);
  }

  /** Does what a message says, and gives what that yields. */
  @Nullable Object run(byte[] message) {
    ChildProcess present = require();
    proven = true;
    failedStarts = 0;
    JsLimits limits = options.runtime().limits();
    return exchange(present, message, new TaskTime(limits.time().orElse(null), limits.cpuTime().orElse(null),
        calls::interrupt));
  }

  private @Nullable Object exchange(ChildProcess present, byte[] message, TaskTime time) {
    cancelSaid = false;
    Outcome outcome;
    present.beginTask(time);
    try {
      if (cancelled) {
        throw new CancellationException("cancelled before it began");
      }
      present.channel().write(message);
      outcome = outcome(present);
    } catch (WireException e) {
      present.kill(ChildEnd.Cause.PROTOCOL);
      throw ended(present, e);
    } catch (IOException e) {
      throw ended(present, e);
    } finally {
      present.endTask();
    }
    Throwable failure = calls.gravest(outcome.failure());
    if (failure != null) {
      throw JsErrors.<RuntimeException>same(failure);
    }
    return outcome.result();
  }

  /** How a task ended: with a failure, if there is one. */
  private record Outcome(@Nullable Object result, @Nullable Throwable failure) {}

  private Outcome outcome(ChildProcess present) throws IOException {
    while (true) {
      List<@Nullable Object> said = said(present.channel().read(Wire.MAX_FRAME, () -> look(present)));
      switch (Fields.text(said.getFirst())) {
        case "host" -> present.channel().write(calls.answer(said));
        case "result" -> {
          return new Outcome(said.get(1), null);
        }
        case "failure" -> {
          return new Outcome(null, JsProcessFailures.decode(said.get(1), calls::find, sources));
        }
        default -> throw new WireException("unknown message");
      }
    }
  }

  private static List<@Nullable Object> said(byte[] frame) {
    List<@Nullable Object> said = Fields.list(Wire.decode(frame));
    if (said.size() < 2) {
      throw new WireException("a message that is too short");
    }
    return said;
  }

  private long look(ChildProcess present) throws IOException {
    if (cancelled && !cancelSaid) {
      cancelSaid = true;
      present.cancelTask(CANCEL_GRACE);
      present.channel().write(Wire.encode(List.of("cancel")));
    }
    return 0;
  }

  private JsProcessException ended(ChildProcess present, Exception cause) {
    ChildEnd end = present.awaitEnd();
    child = null;
    calls.forget();
    return new JsProcessException("the process of " + options.name() + " ended with its task", end, cause);
  }

  // --- the rest of a workplace

  @Override
  public boolean isUsable() {
    return true;
  }

  /** Has the next process ready before somebody needs it. If that fails, the next task tries again. */
  @Override
  public boolean idle() {
    ChildProcess present = child;
    if ((present == null || !present.isAlive()) && failedStarts < MOST_FAILED_STARTS) {
      try {
        replace();
      } catch (CancellationException e) {
        // It closes.
      } catch (RuntimeException | Error e) {
        LoggerFactory.getLogger(JsProcessWorker.class).warn("{}: a new process failed to start", options.name(), e);
      }
    }
    return false;
  }

  @Override
  public void close() {
    ChildProcess present = child;
    child = null;
    if (present != null) {
      present.close();
    }
  }

  @Override
  public void requestCancel() {
    cancelled = true;
    ChildProcess present = child;
    if (present != null) {
      present.cancelTask(CANCEL_GRACE);
    }
  }

  @Override
  public void clearCancel() {
    cancelled = false;
  }

  /** What {@link JsWorker#eval} says. */
  static byte[] evalMessage(String source, @Nullable String url) {
    return message(Arrays.asList("eval", source, url));
  }

  /** What {@link JsWorker#call} says. */
  static byte[] callMessage(String function, List<@Nullable Object> arguments) {
    return message(Arrays.asList("call", function, Collections.unmodifiableList(arguments)));
  }

  private static byte[] message(List<@Nullable Object> parts) {
    try {
      return Wire.encode(parts);
    } catch (FrameTooLargeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
