package io.jsc4j.internal.ffi;

/** What a host function runs; implemented by the public layer. */
@FunctionalInterface
public interface HostCallback {
  /**
   * Runs on the owner thread, inside JavaScript, with the VM's lock dropped. Ends by {@link HostFrame#returns}, {@link HostFrame#throwsValue}
   * or a Throwable of its own, which JavaScript sees as an Error.
   */
  void call(HostFrame frame);
}
