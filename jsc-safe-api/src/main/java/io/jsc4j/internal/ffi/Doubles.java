package io.jsc4j.internal.ffi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** Many numbers in one crossing, by way of the {@link DoubleScratch} of the runtime. */
public final class Doubles {
  /** How many elements one crossing reads at most: half a megabyte, which stays in a processor's cache. */
  public static final int CHUNK = 64 * 1024;

  /** From how many calls on a function gets a loop of its own: making one costs as much as they save. The benchmark mapDoubles says what that is. */
  private static final int WORTH_A_LOOP = 1000;

  private Doubles() {}

  /** The script, read once. */
  private static final class Source {
    static final String TEXT = ServiceScript.DOUBLES.source();
  }

  /** Elements that numbers are read of. */
  public enum Type {
    /** Any number. */
    DOUBLE("doubles"),
    /** Whole numbers of 32 bits. */
    INT("ints"),
    /** Whole numbers of at most 53 bits. */
    LONG("longs");

    private final String function;

    Type(String function) {
      this.function = function;
    }
  }

  /** Numbers that have been read. */
  public static final class Numbers {
    private final MemorySegment memory;

    Numbers(MemorySegment memory) {
      this.memory = memory;
    }

    /** One of them. */
    public double get(int index) {
      return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
    }

    /** The first of them. */
    public void copyTo(double[] target, int to, int count) {
      MemorySegment.copy(memory, ValueLayout.JAVA_DOUBLE, 0, target, to, count);
    }
  }

  /** Takes numbers that have been read. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes the first of some numbers, which are there for this call only.
     *
     * @param count how many
     */
    void take(Numbers numbers, int count);
  }

  /**
   * An element of another type, at which reading stopped.
   *
   * @param count how many were read before
   * @param value the element; a cell belongs to the caller
   */
  public record Odd(int count, NativeValue value) {}

  /**
   * Calls a function with the elements of each row of the columns, and puts its results, made numbers, into the target. Nothing is put there unless all
   * calls return.
   *
   * @param columns all of the length of the target; read before the first call
   * @throws ScriptThrew if the function throws, or its result can't be a number
   */
  public static void map(ContextPointer context, CellPointer function, double[][] columns, double[] target) {
    context.runtime().requireOwner();
    context.requireOpen();
    int count = target.length;
    if (count >= WORTH_A_LOOP) {
      giveLoops(context, function);
    }
    DoubleScratch scratch = context.runtime().serviceRealm().doubles();
    DoubleScratch.Memory memory = scratch.take((long) count * columns.length);
    try {
      for (int i = 0; i < columns.length; i++) {
        MemorySegment.copy(columns[i], 0, memory.bytes(), ValueLayout.JAVA_DOUBLE, (long) i * count * Double.BYTES,
            count);
      }
      // Hot: one call for all elements; the benchmark mapDoubles says what an element costs.
      ServiceRealm.call(context, ServiceScript.DOUBLES, "map", function, memory.array(), new NativeValue.Num(count),
          new NativeValue.Num(columns.length));
      MemorySegment.copy(memory.bytes(), ValueLayout.JAVA_DOUBLE, 0, target, 0, count);
    } finally {
      scratch.giveBack(memory);
    }
  }

  /** Gives a function loops of its own, unless it has them. */
  private static void giveLoops(ContextPointer context, CellPointer function) {
    if (ServiceRealm.call(context, ServiceScript.DOUBLES, "hasLoops", function) instanceof NativeValue.Bool(boolean has)
        && has) {
      return;
    }
    CellPointer again = ServiceRealm.again(context, ServiceScript.DOUBLES, Source.TEXT);
    try {
      ServiceRealm.call(context, ServiceScript.DOUBLES, "giveLoops", function, again);
    } finally {
      Realm.discard(again);
    }
  }

  /**
   * Reads elements by index, each once and in their order, up to the first of another type; getters and traps run.
   *
   * @param from the first
   * @param count how many, at most {@link #CHUNK}
   * @return where it stopped; null if it read all
   * @throws ScriptThrew if a getter or a trap throws; the sink gets nothing then
   */
  public static @Nullable Odd read(ContextPointer context, CellPointer source, int from, int count, Type type,
      Sink sink) {
    context.runtime().requireOwner();
    context.requireOpen();
    DoubleScratch scratch = context.runtime().serviceRealm().doubles();
    DoubleScratch.Memory memory = scratch.take(count);
    try {
      // Hot: one call for all elements; the benchmark of a million doubles taken out says what it costs.
      NativeValue stop = ServiceRealm.call(context, ServiceScript.DOUBLES, type.function, source, new NativeValue.Num(
          from), memory.array(), new NativeValue.Num(count));
      if (!(stop instanceof CellPointer pair)) {
        sink.take(new Numbers(memory.bytes()), count);
        return null;
      }
      try {
        int read = Objects.getIndex(context, pair, 0) instanceof NativeValue.Num(double index) ? (int) index : 0;
        sink.take(new Numbers(memory.bytes()), read);
        return new Odd(read, Objects.getIndex(context, pair, 1));
      } finally {
        Realm.discard(pair);
      }
    } finally {
      scratch.giveBack(memory);
    }
  }
}
