package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ContextPointer;
import io.jsc4j.internal.ffi.LockSpan;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Realm;
import io.jsc4j.internal.ffi.ServiceRealm;
import io.jsc4j.internal.ffi.ServiceScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversion: where it is, what it may still do, and the cells that it holds for the moment. These are given back as soon as what they stand for has
 * been converted, and all at the end, whatever ended it.
 */
abstract sealed class Session implements AutoCloseable permits Reading, Writing {
  private final ContextPointer context;
  private final Policy policy;
  private final Path path;
  private final LockSpan span;
  private final List<CellPointer> cells = new ArrayList<>();
  private final List<CellPointer> kept = new ArrayList<>(1);
  private int values;

  Session(ContextPointer context, Policy policy, String root) {
    this.context = context;
    this.policy = policy;
    this.path = new Path(root);
    this.span = LockSpan.open(context.runtime());
  }

  final ContextPointer context() {
    return context;
  }

  final Policy policy() {
    return policy;
  }

  final Path path() {
    return path;
  }

  final ConversionRefused refuse(String problem) {
    return refuse(problem, null);
  }

  final ConversionRefused refuse(String problem, @Nullable Throwable cause) {
    return new ConversionRefused(path.toString(), problem, cause);
  }

  /** Counts a value that is one step further down, to be taken back by {@link Path#pop}. */
  final void enter() {
    if (path.size() > policy.maxDepth()) {
      throw refuse("nested deeper than " + policy.maxDepth() + " levels");
    }
    if (++values > policy.maxValues()) {
      throw refuse("more than " + policy.maxValues() + " values");
    }
  }

  /** How many values there may still be. */
  final int room() {
    return policy.maxValues() - values;
  }

  /** Counts values that are no deeper than one that {@link #enter} has let in, and no more than there is {@link #room} for. */
  final void entered(int count) {
    values += count;
  }

  final void requireRoomFor(long count) {
    if (count > policy.maxValues()) {
      throw refuse(count + " elements, more than the " + policy.maxValues() + " values that one conversion may have");
    }
  }

  /** Holds a value, if it is a cell, until {@link #releaseTo}. */
  final <V extends NativeValue> V hold(V value) {
    if (value instanceof CellPointer cell) {
      cells.add(cell);
    }
    return value;
  }

  /** Holds a cell to the end of the conversion. */
  final CellPointer keepToEnd(CellPointer cell) {
    kept.add(cell);
    return cell;
  }

  /** How many cells are held. */
  final int mark() {
    return cells.size();
  }

  /** Gives back what has been held since the mark was taken. */
  final void releaseTo(int mark) {
    while (cells.size() > mark) {
      Realm.discard(cells.removeLast());
    }
  }

  /** Hands the cell that was held last to the caller. */
  final void handOver(NativeValue value) {
    if (value instanceof CellPointer) {
      cells.removeLast();
    }
  }

  /** Calls a helper; a cell that it returns belongs to the caller. */
  final NativeValue help(String function, NativeValue... arguments) {
    return ServiceRealm.call(context, ServiceScript.CONVERSION, function, arguments);
  }

  final double helpNumber(String function, NativeValue... arguments) {
    return help(function, arguments) instanceof NativeValue.Num(double number) ? number : Double.NaN;
  }

  @Override
  public void close() {
    try {
      releaseTo(0);
      kept.forEach(Realm::discard);
    } finally {
      span.close();
    }
  }
}
