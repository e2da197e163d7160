package io.jsc4j.samples.evaluatescript;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * The mistakes on the raw bindings. All of them compile without a warning. Each method gives what the program would
 * have worked on with, if it is still there to give anything.
 */
final class RawMistakes {
  private RawMistakes() {}

  /** Both are pointers to memory that has to do with text. */
  static String cString() {
    MemorySegment context = open();
    MemorySegment value = JavaScriptCore.JSEvaluateScript(context, Arena.global().allocateFrom(Mistake.SUM),
        MemorySegment.NULL, MemorySegment.NULL, 1, MemorySegment.NULL);
    return RawHalf.text(context, value);
  }

  /** NULL is a valid argument there: it means that the caller does not want to know. */
  static String ignoredException() {
    MemorySegment context = open();
    MemorySegment value = JavaScriptCore.JSEvaluateScript(context, string(Mistake.FAILURE), MemorySegment.NULL,
        MemorySegment.NULL, 1, MemorySegment.NULL);
    return RawHalf.text(context, value);
  }

  /** Two lines in the wrong order. */
  static String freedSource() {
    MemorySegment context = open();
    MemorySegment script = string(Mistake.SUM);
    JavaScriptCore.JSStringRelease(script);
    MemorySegment value = JavaScriptCore.JSEvaluateScript(context, script, MemorySegment.NULL, MemorySegment.NULL, 1,
        MemorySegment.NULL);
    return RawHalf.text(context, value);
  }

  /** Protecting a value keeps it alive in its heap, not the heap itself. */
  static String afterContext() {
    MemorySegment context = open();
    MemorySegment value = RawHalf.evaluateScript(context, Mistake.OBJECT);
    JavaScriptCore.JSGlobalContextRelease(context);
    return total(context, value);
  }

  /** Each thread has a context of its own, as it should, and one hands a value to the other. */
  static String otherThread() {
    CompletableFuture<MemorySegment> handedOver = new CompletableFuture<>();
    CountDownLatch used = new CountDownLatch(1);
    Thread.ofPlatform().name("worker").daemon().start(() -> {
      MemorySegment context = open();
      handedOver.complete(RawHalf.evaluateScript(context, Mistake.OBJECT));
      Mistake.awaitUninterruptibly(used);
      JavaScriptCore.JSGlobalContextRelease(context);
    });
    MemorySegment context = open();
    try {
      return total(context, handedOver.join());
    } finally {
      used.countDown();
    }
  }

  /** What a lookup that found nothing returns. */
  static String nullContext() {
    MemorySegment value = JavaScriptCore.JSEvaluateScript(MemorySegment.NULL, string(Mistake.SUM), MemorySegment.NULL,
        MemorySegment.NULL, 1, MemorySegment.NULL);
    return RawHalf.text(MemorySegment.NULL, value);
  }

  private static MemorySegment open() {
    return JavaScriptCore.JSGlobalContextCreate(MemorySegment.NULL);
  }

  private static MemorySegment string(String text) {
    return JavaScriptCore.JSStringCreateWithUTF8CString(Arena.global().allocateFrom(text));
  }

  private static String total(MemorySegment context, MemorySegment object) {
    MemorySegment value = JavaScriptCore.JSObjectGetProperty(context, object, string("total"), MemorySegment.NULL);
    return RawHalf.text(context, value);
  }
}
