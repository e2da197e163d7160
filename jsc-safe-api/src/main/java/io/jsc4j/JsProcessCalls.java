package io.jsc4j;

import io.jsc4j.internal.process.Fields;
import io.jsc4j.internal.process.FrameTooLargeException;
import io.jsc4j.internal.process.Wire;
import io.jsc4j.internal.process.WireException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java functions of an isolated worker, called from its process and run here; and what they threw, by numbers. */
final class JsProcessCalls {
  /** How many exceptions are remembered for a script that throws one again. */
  private static final int MOST_REMEMBERED = 256;

  private final List<Map.Entry<String, JsDataFunction>> functions;
  private final HostErrorViews views;
  private final Map<Long, Throwable> byNumber = new LinkedHashMap<>();
  private final IdentityHashMap<Throwable, Long> numbers = new IdentityHashMap<>();
  private long lastNumber;
  private @Nullable Throwable grave;
  /** Who runs a function; guarded by this. */
  private @Nullable Thread running;

  JsProcessCalls(JsWorkerOptions options) {
    this.functions = List.copyOf(options.functions().entrySet());
    this.views = new HostErrorViews(null, options.runtime().errorExposure());
  }

  /**
   * Runs a function, and gives the answer to send.
   *
   * @throws WireException if there is no such function, or the call is none
   */
  byte[] answer(List<@Nullable Object> call) {
    if (call.size() != 4) {
      throw new WireException("a call of a function has four parts");
    }
    long number = Fields.integer(call.get(1));
    long index = Fields.integer(call.get(2));
    List<@Nullable Object> arguments = Fields.list(call.get(3));
    if (index < 0 || index >= functions.size()) {
      throw new WireException("there is no such function");
    }
    Map.Entry<String, JsDataFunction> function = functions.get((int) index);
    begin();
    try {
      Object result = function.getValue().call(Collections.unmodifiableList(arguments));
      return Wire.encode(Arrays.asList("returned", number, JsPlainData.copyResult(result, function.getKey())));
    } catch (FrameTooLargeException e) {
      return threw(number, HostException.rangeError("the result of the function '" + function.getKey()
          + "' is too large to cross between processes"));
    } catch (Throwable t) {
      // Errors too: they come out of the task, or a script catches them.
      return threw(number, t);
    } finally {
      end();
    }
  }

  private byte[] threw(long number, Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      grave = failure;
    }
    return Wire.encode(Arrays.asList("threw", number, JsRemoteFailure.fields(views.view(failure), this::remember)));
  }

  private long remember(Throwable failure) {
    Long known = numbers.get(failure);
    if (known != null) {
      return known;
    }
    long number = ++lastNumber;
    byNumber.put(number, failure);
    numbers.put(failure, number);
    if (byNumber.size() > MOST_REMEMBERED) {
      numbers.remove(byNumber.remove(byNumber.keySet().iterator().next()));
    }
    return number;
  }

  /** What was remembered by this number, or null. */
  @Nullable Throwable find(long number) {
    return byNumber.get(number);
  }

  /** The process that knew the numbers is gone. */
  void forget() {
    byNumber.clear();
    numbers.clear();
    grave = null;
  }

  /** How a task ends that ended so (null is well): that there is no memory left is not for a script to hide. */
  @Nullable Throwable gravest(@Nullable Throwable failure) {
    Throwable taken = grave;
    grave = null;
    return taken == null ? failure : taken;
  }

  // --- interrupting

  private synchronized void begin() {
    running = Thread.currentThread();
  }

  private synchronized void end() {
    running = null;
    // It was meant for the function.
    boolean _ = Thread.interrupted();
  }

  /** Interrupts the function that runs, if one does; on any thread. */
  synchronized void interrupt() {
    if (running != null) {
      running.interrupt();
    }
  }
}
