package io.jsc4j;

import io.jsc4j.internal.process.Fields;
import io.jsc4j.internal.process.FrameChannel;
import io.jsc4j.internal.process.Handshake;
import io.jsc4j.internal.process.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The main class of an isolated worker's process: a {@link JsThreadWorker} that does what the parent says. {@link JsProcessPlace} is the other side.
 *
 * <p>It ends when its socket is closed, whatever it is doing: so when the parent ends, however that happens.
 */
final class JsWorkerProcess {
  private final FrameChannel channel;
  private final BlockingQueue<List<@Nullable Object>> opening = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<List<@Nullable Object>> answers = new LinkedBlockingQueue<>();
  private volatile @Nullable JsThreadWorker worker;
  /** Of the listening thread. */
  private @Nullable Task current;
  /** Of the worker's thread. */
  private long calls;

  private JsWorkerProcess(FrameChannel channel) {
    this.channel = channel;
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    JsWorkerProcess process = new JsWorkerProcess(Handshake.connect(System.in));
    process.channel.listen("jsc4j parent", process::hear, () -> Runtime.getRuntime().halt(0));
    process.open(process.opening.take());
  }

  private void open(List<@Nullable Object> said) {
    try {
      worker = JsThreadWorker.open(JsProcessOptions.decode(said.get(1), this::function));
      say("result", null);
    } catch (Throwable t) {
      // Whatever it is, the parent can say it to someone.
      say("failure", JsProcessFailures.encode(t));
    }
  }

  // --- what the parent says, on the listening thread

  private void hear(byte[] frame) {
    List<@Nullable Object> said = Fields.list(Wire.decode(frame));
    switch (Fields.text(said.getFirst())) {
      case "open" -> opening.add(said);
      case "eval" -> begin(context -> JsWorkerTasks.eval(context, JsLimits.none(), Fields.text(said.get(1)), said.get(2)
          == null
              ? null
              : Fields.text(said.get(2))));
      case "call" -> begin(context -> JsWorkerTasks.call(context, JsLimits.none(), Fields.text(said.get(1)), Fields
          .list(said.get(2))));
      case "cancel" -> cancel();
      default -> answers.add(said);
    }
  }

  private void begin(JsTask<@Nullable Object> what) {
    JsThreadWorker opened = worker;
    if (opened == null) {
      throw new IllegalStateException("a task before the worker is open");
    }
    Task task = new Task(what);
    current = task;
    task.future = opened.<@Nullable Object>submit(task);
  }

  private void cancel() {
    Task task = current;
    if (task != null && task.future != null) {
      task.future.cancel(true);
      if (task.begun.compareAndSet(false, true)) {
        say("failure", JsProcessFailures.encode(new CancellationException("cancelled before it began")));
      }
    }
  }

  /** Says how it ended when it has ended; its future ends at once when it is cancelled. */
  private final class Task implements JsTask<@Nullable Object> {
    private final JsTask<@Nullable Object> what;
    final AtomicBoolean begun = new AtomicBoolean();
    @Nullable CompletableFuture<?> future;

    Task(JsTask<@Nullable Object> what) {
      this.what = what;
    }

    @Override
    public @Nullable Object run(JsContext context) {
      if (begun.compareAndSet(false, true)) {
        try {
          say("result", what.run(context));
        } catch (Throwable t) {
          // Errors too: the parent hears of them.
          say("failure", JsProcessFailures.encode(t));
        }
      }
      return null;
    }
  }

  // --- functions of the parent, on the worker's thread

  private JsDataFunction function(int index) {
    return arguments -> {
      long call = ++calls;
      say("host", call, index, arguments);
      while (true) {
        List<@Nullable Object> answer = answers.take();
        // An answer to an earlier call, which a limit ended while it waited, is of no interest any more.
        if (Fields.integer(answer.get(1)) == call) {
          if (answer.getFirst() instanceof String kind && kind.equals("returned")) {
            return answer.get(2);
          }
          throw JsRemoteFailure.of(answer.get(2));
        }
      }
    };
  }

  private void say(@Nullable Object... what) {
    byte[] frame = Wire.encode(Arrays.asList(what));
    try {
      channel.write(frame);
    } catch (IOException e) {
      // The parent is gone, and with it the reason to go on.
      Runtime.getRuntime().halt(0);
    }
  }
}
