package io.jsc4j.internal.ffi;

/** Makes what users see of a refusal to let something cross to Java. */
public interface TransferRefusal {
  /** One string or buffer is too large: its size and the limit, in bytes. */
  RuntimeException tooLarge(long bytes, long limit);

  /** All together are too large, which ends the script. */
  RuntimeException ended(Termination termination);
}
