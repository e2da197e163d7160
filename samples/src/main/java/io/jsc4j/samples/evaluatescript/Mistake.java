package io.jsc4j.samples.evaluatescript;

import java.util.concurrent.CountDownLatch;

/** What people get wrong with an engine's C API, once on each layer. */
enum Mistake {
  /** The types of C that tell the two apart are gone in Java. */
  C_STRING("a C string passed where a `JSStringRef` is due"),
  /** The script throws an Error. */
  IGNORED_EXCEPTION("the exception slot ignored"),
  /** Released before the call that reads it. */
  FREED_SOURCE("the source freed too early"),
  /** Its heap is gone. */
  AFTER_CONTEXT("a value used after its context"),
  /** Its heap is another one. */
  OTHER_THREAD("a value from another thread"),
  /** There is no heap. */
  NULL_CONTEXT("a null context");

  /** What comes out where nothing goes wrong. */
  static final String RIGHT = "42";
  static final String SUM = "[40, 2].reduce((a, b) => a + b)";
  static final String OBJECT = "({ total: 42 })";
  /** Here nothing can come out: the exception is what is right. */
  static final String FAILURE = "throw new Error('no such account')";

  /** A layer to make the mistake on. */
  enum Layer {
    /** The generated bindings. */
    RAW,
    /** The API of jsc4j. */
    SAFE
  }

  private final String title;

  Mistake(String title) {
    this.title = title;
  }

  /** What is done wrong. */
  String title() {
    return title;
  }

  /**
   * Makes the mistake in this process, which may not survive it.
   *
   * @return what the program would have worked on with
   */
  String make(Layer layer) throws RefusedException {
    boolean raw = layer == Layer.RAW;
    return switch (this) {
      case C_STRING -> raw ? RawMistakes.cString() : SafeMistakes.cString();
      case IGNORED_EXCEPTION -> raw ? RawMistakes.ignoredException() : SafeMistakes.ignoredException();
      case FREED_SOURCE -> raw ? RawMistakes.freedSource() : SafeMistakes.freedSource();
      case AFTER_CONTEXT -> raw ? RawMistakes.afterContext() : SafeMistakes.afterContext();
      case OTHER_THREAD -> raw ? RawMistakes.otherThread() : SafeMistakes.otherThread();
      case NULL_CONTEXT -> raw ? RawMistakes.nullContext() : SafeMistakes.nullContext();
    };
  }

  static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }
}
