package io.jsc4j.tests.hostile.peers;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A context of an engine, for one script. */
interface PeerContext extends AutoCloseable {
  /** So many properties of a value are looked at. */
  int MANY = 50;

  /** Does one thing under the limits. */
  <T extends @Nullable Object> T limited(Callable<T> action) throws Exception;

  /** Whether what was thrown says that a limit ended the call. */
  boolean isLimit(Throwable thrown);

  /** Evaluates a script; what comes of it may be used until the context is closed. */
  Object eval(String source, String name) throws Exception;

  /** Runs promise jobs that are due, where the engine leaves that to the host. */
  void runJobs() throws Exception;

  /** What a host does with a value that a script made: takes its text, its properties, its JSON, and calls it. */
  Map<String, Callable<?>> uses(Object value);

  /** Questions whose answer is 42 in any context that is of any use. */
  Map<String, Callable<Integer>> questions();

  @Override
  void close();
}
