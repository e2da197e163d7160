package io.jsc4j.tests.support;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Runs something on another thread, and reports here what it throws there. */
public final class Threads {
  private Threads() {}

  /** Checks that it is refused on a thread that isn't the owner's. */
  public static void assertWrongThread(ThrowingCallable call) throws InterruptedException {
    run(Thread.ofPlatform(), () -> assertThatThrownBy(call).isInstanceOf(WrongThreadException.class)
        .hasMessageContaining("belong to the thread that opened it"));
  }

  /** Runs it on a platform thread. */
  public static void onPlatformThread(ThrowingCallable call) throws InterruptedException {
    run(Thread.ofPlatform(), call);
  }

  /** Runs it on a virtual thread. */
  public static void onVirtualThread(ThrowingCallable call) throws InterruptedException {
    run(Thread.ofVirtual(), call);
  }

  private static void run(Thread.Builder builder, ThrowingCallable call) throws InterruptedException {
    FutureTask<Boolean> task = new FutureTask<>(() -> {
      try {
        call.call();
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable t) {
        throw new AssertionError(t);
      }
      return true;
    });
    builder.start(task).join();
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new AssertionError("on the other thread", e.getCause());
    }
  }
}
