import io.jsc4j.JsThreadWorker;
import io.jsc4j.JsWorker;
import io.jsc4j.JsWorkerOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;

/** The program of StructuredConcurrencyTest: structured concurrency is a preview, so this is compiled by the test. */
final class StructuredScopes {
  private StructuredScopes() {}

  public static void main(String[] arguments) throws Exception {
    CountDownLatch running = new CountDownLatch(2);
    JsWorkerOptions options = JsWorkerOptions.defaults().withFunction("running", ignored -> {
      running.countDown();
      return null;
    });
    try (JsThreadWorker one = JsWorker.open(options); JsThreadWorker two = JsWorker.open(options)) {
      try (var scope = StructuredTaskScope.open()) {
        scope.fork(() -> one.eval("running(); for (;;);").get());
        scope.fork(() -> two.eval("running(); (async () => { for (;;) await 0 })()").get());
        scope.fork(() -> {
          running.await();
          throw new IllegalArgumentException("the sibling that fails");
        });
        scope.join();
        throw new AssertionError("nothing failed");
      } catch (StructuredTaskScope.FailedException e) {
        require(e.getCause() instanceof IllegalArgumentException, "it failed by " + e.getCause());
      }
      requireUsable(one);
      requireUsable(two);
      try (var scope = StructuredTaskScope.open(StructuredTaskScope.Joiner.awaitAll(),
          configuration -> configuration.withTimeout(Duration.ofMillis(100)))) {
        scope.fork(() -> one.eval("for (;;);").get());
        scope.join();
        throw new AssertionError("the time was not over");
      } catch (StructuredTaskScope.TimeoutException e) {
        requireUsable(one);
      }
    }
    System.out.println("PASS");
  }

  private static void requireUsable(JsThreadWorker worker) throws Exception {
    Object answer = worker.eval("6 * 7").get();
    require(Double.valueOf(42).equals(answer), "the worker answers " + answer);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new AssertionError(message);
    }
  }
}
