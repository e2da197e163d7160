package io.jsc4j.internal.ffi;

/** A Java object that a JavaScript object stands for; implemented by the public layer. */
@FunctionalInterface
public interface HostInstance {
  /** Its JavaScript object is gone, or its runtime has been closed. Runs on the owner thread, outside of a collection. */
  void collected();
}
