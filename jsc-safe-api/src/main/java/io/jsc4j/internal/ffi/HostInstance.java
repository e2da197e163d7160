package io.jsc4j.internal.ffi;

/** A Java object that a JavaScript object stands for; implemented by the public layer. */
public interface HostInstance {
  /** Tells it its number in the runtime, before JavaScript can reach it. */
  void numbered(int id);

  /** Its JavaScript object is gone, or its runtime has been closed. Runs on the owner thread, outside of a collection. */
  void collected();
}
