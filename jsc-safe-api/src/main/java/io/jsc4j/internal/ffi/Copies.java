package io.jsc4j.internal.ffi;

import org.jspecify.annotations.Nullable;

/** Objects and arrays with all that they lead to, copied in one crossing by way of the {@link DoubleScratch} of the runtime. */
public final class Copies {
  /** How many doubles say what was copied: at first, because most that is converted is small, and where more of an array is wanted. */
  private static final int FIRST = 1024;
  private static final int MORE = 128 * 1024;

  /** How many UTF-16 units one crossing brings at most, unless one name alone has more. */
  private static final long UNITS = 256 * 1024;

  private Copies() {}

  /** Takes what was copied. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes it.
     *
     * @param data there for this call only
     * @param text the strings, one after the other
     * @param left an array of what was not copied, from index 1 on, which belongs to the taker; null if all was
     */
    void take(Doubles.Numbers data, String text, @Nullable CellPointer left);
  }

  /** An object that numbers what is met in one conversion; it belongs to the caller. */
  public static CellPointer begin(ContextPointer context) {
    return (CellPointer) ServiceRealm.call(context, ServiceScript.COPYING, "begin");
  }

  /** The number of an object, the next one if it has not been met. */
  public static int number(ContextPointer context, CellPointer met, CellPointer object) {
    return ServiceRealm.call(context, ServiceScript.COPYING, "number", met, object) instanceof NativeValue.Num(double n)
        ? (int) n
        : -1;
  }

  /**
   * Copies what a plan tells; getters and traps run.
   *
   * @param met what {@link #begin} gave
   * @param plan text that {@code copying.js} reads
   */
  public static void copy(ContextPointer context, CellPointer met, CellPointer object, String plan, Sink sink) {
    crossing(context, FIRST, sink, (data, units) -> ServiceRealm.call(context, ServiceScript.COPYING, "copy", met,
        object, new NativeValue.Text(plan), data, units));
  }

  /** Copies elements of an array, from one on; one at least. */
  public static void more(ContextPointer context, CellPointer met, CellPointer array, int from, int length, String plan,
      Sink sink) {
    crossing(context, MORE, sink, (data, units) -> ServiceRealm.call(context, ServiceScript.COPYING, "more", met, array,
        new NativeValue.Num(from), new NativeValue.Num(length), new NativeValue.Text(plan), data, units));
  }

  /**
   * Throws what was thrown while things were copied, as the script did.
   *
   * @throws ScriptThrew always
   */
  public static NativeValue rethrow(ContextPointer context, CellPointer left, int index) {
    return ServiceRealm.call(context, ServiceScript.COPYING, "rethrow", left, new NativeValue.Num(index));
  }

  @FunctionalInterface
  private interface Call {
    NativeValue call(CellPointer data, NativeValue units);
  }

  private static void crossing(ContextPointer context, int room, Sink sink, Call call) {
    context.runtime().requireOwner();
    context.requireOpen();
    DoubleScratch scratch = context.runtime().serviceRealm().doubles();
    DoubleScratch.Memory memory = scratch.take(room);
    try {
      long units = Math.clamp(context.runtime().transferLimit() / Character.BYTES, 1, UNITS);
      // Hot: one call for many objects; the benchmarks objectsOut and recordsOut say what one costs.
      switch (call.call(memory.array(), new NativeValue.Num(units))) {
        case NativeValue.Text(String text) -> sink.take(new Doubles.Numbers(memory.bytes()), text, null);
        case CellPointer left -> sink.take(new Doubles.Numbers(memory.bytes()), text(context, left), left);
        default -> throw new IllegalStateException("copying.js gave neither a text nor an array");
      }
    } finally {
      scratch.giveBack(memory);
    }
  }

  private static String text(ContextPointer context, CellPointer left) {
    try {
      return ((NativeValue.Text) Objects.getIndex(context, left, 0)).value();
    } catch (Throwable t) {
      Realm.discard(left);
      throw t;
    }
  }
}
