package io.jsc4j.internal.process;

import io.jsc4j.internal.process.ChildEnd.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process that has said who it is, and the thread that watches it: over its time and its memory, which it can't be trusted with, and what it prints.
 * Everything but {@link #channel()}'s reading may be done on any thread.
 */
public final class ChildProcess {
  private static final long NANOS_BETWEEN_LOOKS = 10_000_000;
  private static final long IDLE_NANOS_BETWEEN_LOOKS = 25_000_000;
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private final Process process;
  private final long maxMemory;
  private final ProcessMemory memory;
  private final OutputTail output;
  private final Thread watcher;
  private @Nullable FrameChannel channel;
  private volatile @Nullable TaskTime task;
  private volatile Cause cause = Cause.ITSELF;

  private ChildProcess(Process process, ChildOptions options, Runnable onEnd) {
    this.process = process;
    this.maxMemory = options.maxMemory();
    this.memory = new ProcessMemory(process.pid());
    this.output = new OutputTail(process.getInputStream());
    this.watcher = Thread.ofPlatform().daemon().name(options.name() + " watcher").unstarted(() -> {
      watch();
      onEnd.run();
    });
  }

  /**
   * Starts a process, and waits until it has connected.
   *
   * @param onEnd what runs on some thread when it has ended, however that happens; quick
   * @param waiting what is looked after meanwhile
   * @throws IOException if it can't be started
   * @throws ChildStartException if it has ended, or has not connected in time
   */
  public static ChildProcess start(ChildOptions options, Runnable onEnd, FrameChannel.Waiting waiting)
      throws IOException,
      ChildStartException {
    try (Handshake handshake = new Handshake()) {
      ProcessBuilder builder = new ProcessBuilder(options.command()).directory(handshake.folder().toFile())
          .redirectErrorStream(true);
      ChildOptions.keepOnlyHarmless(builder.environment());
      ChildProcess child = new ChildProcess(builder.start(), options, onEnd);
      child.watcher.start();
      child.memory.dieFirst();
      boolean connected;
      try {
        connected = child.connect(handshake, options.startTime(), waiting);
      } catch (RuntimeException | Error e) {
        child.kill(Cause.CLOSED);
        child.awaitEnd();
        throw e;
      }
      if (!connected) {
        child.kill(Cause.CLOSED);
        throw new ChildStartException("the process of the worker did not start", child.awaitEnd());
      }
      return child;
    }
  }

  private boolean connect(Handshake handshake, Duration startTime, FrameChannel.Waiting waiting) throws IOException {
    long begin = System.nanoTime();
    boolean[] late = {false};
    try {
      handshake.tell(process.getOutputStream());
      channel = handshake.accept(() -> {
        late[0] = System.nanoTime() - begin > startTime.toNanos();
        if (late[0] || !process.isAlive()) {
          throw new IOException("it did not connect");
        }
        waiting.look();
        return IDLE_NANOS_BETWEEN_LOOKS / 1_000_000;
      });
      return true;
    } catch (IOException e) {
      if (late[0]) {
        kill(Cause.TIME);
      }
      // How the process ended says more.
      return false;
    }
  }

  /** What to speak with it through. */
  public FrameChannel channel() {
    if (channel == null) {
      throw new IllegalStateException("not connected");
    }
    return channel;
  }

  /** Whether it still runs, and is to go on running. */
  public boolean isAlive() {
    return process.isAlive() && cause == Cause.ITSELF;
  }

  /** Its number, for messages. */
  public long pid() {
    return process.pid();
  }

  // --- watching

  /** From now on it has so much time, until {@link #endTask}. */
  public void beginTask(TaskTime time) {
    time.begin(process.toHandle());
    task = time;
  }

  /** It has done what it had its time for. */
  public void endTask() {
    task = null;
  }

  /** Ends it if the task that is under way does not end in so much time. */
  public void cancelTask(Duration grace) {
    TaskTime current = task;
    if (current != null) {
      current.cancel(grace);
    }
  }

  private void watch() {
    boolean memoryKnown = maxMemory > 0 && ProcessMemory.isKnown();
    boolean running = true;
    while (running) {
      try {
        running = !process.waitFor(task == null ? IDLE_NANOS_BETWEEN_LOOKS : NANOS_BETWEEN_LOOKS, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        // Nobody has a reason to: it goes on as long as the process does.
        continue;
      }
      output.drain();
      if (memoryKnown && running && memory.resident() > maxMemory) {
        kill(Cause.MEMORY);
      }
      TaskTime current = task;
      if (current != null && running) {
        Cause due = current.look();
        if (due != null) {
          kill(due);
        }
      }
    }
  }

  // --- ending

  /** Ends it, at once. */
  public void kill(Cause why) {
    synchronized (this) {
      if (cause == Cause.ITSELF && process.isAlive()) {
        cause = why;
      }
    }
    process.destroyForcibly();
  }

  /** Waits until it has ended, which it has been told to or is about to; ends it if that takes long. Goes on when interrupted. */
  public ChildEnd awaitEnd() {
    boolean interrupted = false;
    long end = System.nanoTime() + LAST_WORDS.toNanos();
    boolean over = false;
    while (!over) {
      try {
        over = watcher.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        if (!over) {
          kill(Cause.PROTOCOL);
          watcher.join();
          over = true;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (channel != null) {
      channel.close();
    }
    close(process.getInputStream());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new ChildEnd(cause, process.exitValue(), output.text());
  }

  /** Ends it in an orderly way: it ends itself when it sees that its socket is closed. */
  public void close() {
    if (channel != null) {
      channel.close();
    }
    awaitEnd();
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // It has ended: there is nothing more in it.
    }
  }
}
