package io.jsc4j.internal.ffi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Objects and arrays of a user's realm, built out of many values in one crossing by way of the {@link DoubleScratch} of the runtime. */
public final class Builds {
  private Builds() {}

  /** Begins to build; the result, which knows what has been built so far, belongs to the caller. */
  public static CellPointer begin(ContextPointer context) {
    return (CellPointer) ServiceRealm.call(context, ServiceScript.BUILDING, "begin", Realm.copier(context),
        Realm.constructor(context));
  }

  /**
   * Builds on.
   *
   * @param building what {@link #begin} gave
   * @param text the strings, one after the other
   * @param data what {@code building.js} reads
   * @param count how much of it
   * @param others the values that are in it by their indexes; cells stay the caller's
   * @return what has been built, once that is whole; a cell belongs to the caller
   */
  public static NativeValue build(ContextPointer context, CellPointer building, String text, double[] data, int count,
      List<NativeValue> others) {
    context.runtime().requireOwner();
    context.requireOpen();
    NativeValue[] arguments = new NativeValue[4 + others.size()];
    DoubleScratch scratch = context.runtime().serviceRealm().doubles();
    DoubleScratch.Memory memory = scratch.take(count);
    try {
      MemorySegment.copy(data, 0, memory.bytes(), ValueLayout.JAVA_DOUBLE, 0, count);
      arguments[0] = building;
      arguments[1] = new NativeValue.Text(text);
      arguments[2] = memory.array();
      arguments[3] = new NativeValue.Num(count);
      for (int i = 0; i < others.size(); i++) {
        arguments[4 + i] = others.get(i);
      }
      // Hot: one call for many objects; the benchmark objectsIn says what one costs.
      return ServiceRealm.call(context, ServiceScript.BUILDING, "build", arguments);
    } finally {
      scratch.giveBack(memory);
    }
  }
}
