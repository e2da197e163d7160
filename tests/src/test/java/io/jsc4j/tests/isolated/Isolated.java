package io.jsc4j.tests.isolated;

import io.jsc4j.JsLimits;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the tests of isolated workers share. */
final class Isolated {
  /** Longer than anything here takes on a machine that does much else. */
  private static final long LONG_SECONDS = 60;

  /** A loop of WebAssembly, which no limit of the engine ends. */
  static final String WASM_LOOP =
      """
          new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
            0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11
          ]))).exports.f()
          """;

  private Isolated() {}

  static JsWorkerOptions options() {
    return JsWorkerOptions.defaults().withName("isolated");
  }

  static JsWorkerOptions withTime(Duration time) {
    return options().withRuntime(JsRuntimeOptions.defaults().withLimits(JsLimits.none().withTime(time)));
  }

  /** What a task yields. */
  static @Nullable Object result(CompletableFuture<@Nullable Object> future) {
    try {
      return future.get(LONG_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
  }

  /** What a task fails with. */
  static Throwable failure(CompletableFuture<@Nullable Object> future) {
    try {
      throw new AssertionError("it yielded " + future.get(LONG_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** What a task fails with, which must be of a type. */
  static <T extends Throwable> T failure(CompletableFuture<@Nullable Object> future, Class<T> type) {
    Throwable failure = failure(future);
    if (!type.isInstance(failure)) {
      throw new AssertionError("not a " + type.getSimpleName(), failure);
    }
    return type.cast(failure);
  }

  /** The processes of workers that run now. */
  static List<ProcessHandle> processes() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("JsWorkerProcess"))
        .toList();
  }

  /** The process of the only worker. */
  static ProcessHandle process(JsWorker worker) {
    result(worker.eval("1"));
    List<ProcessHandle> all = processes();
    if (all.size() != 1) {
      throw new AssertionError("processes: " + all);
    }
    return all.getFirst();
  }

  /** Sends a signal to a process that a test has started. */
  static void signal(ProcessHandle process, String signal) throws Exception {
    Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new AssertionError("kill " + signal);
    }
  }
}
