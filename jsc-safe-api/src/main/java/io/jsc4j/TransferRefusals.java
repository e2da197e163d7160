package io.jsc4j;

import io.jsc4j.internal.ffi.Termination;
import io.jsc4j.internal.ffi.TransferRefusal;

/** What users see where something may not cross to Java. */
record TransferRefusals(JsRuntime runtime) implements TransferRefusal {
  @Override
  public RuntimeException tooLarge(long bytes, long limit) {
    return new JsTransferLimitException(bytes, limit);
  }

  @Override
  public RuntimeException ended(Termination termination) {
    return JsTerminations.exception(runtime, termination);
  }
}
