package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.Copies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one conversion has copied out of the engine, ahead of its readers, by the number of each object.
 *
 * <p>A cell can't be remembered by its address, which the engine may use again, nor by its handle, because there would be too many. So a Map in
 * JavaScript numbers them.
 */
final class CopiedObjects {
  private final Reading in;
  private final List<@Nullable Copied> byNumber = new ArrayList<>();
  private @Nullable CellPointer met;

  CopiedObjects(Reading in) {
    this.in = in;
  }

  /** The number of an object, copied or not. */
  int number(CellPointer object) {
    return Copies.number(in.context(), met(), object);
  }

  /**
   * Copies an object with all that its reader will ask for.
   *
   * @return a {@link Copied}, or a {@link Copied.Left} if it is none that can be copied
   */
  Object copy(CellPointer object, CopyPlan plan) {
    Object[] result = {object};
    Copies.copy(in.context(), met(), object, plan.text(),
        (data, text, left) -> result[0] = new CopiedDecoder(this, data, text, keep(left)).value());
    return result[0];
  }

  /** Copies more elements of an array. */
  void more(Copied array, int length, CopyPlan plan) {
    int before = array.size();
    Copies.more(in.context(), met(), array.rest(in), before, length, plan.text(),
        (data, text, left) -> new CopiedDecoder(this, data, text, keep(left)).elements(array));
    if (array.size() == before) {
      throw new IllegalStateException("copying.js copied no element");
    }
  }

  private @Nullable CellPointer keep(@Nullable CellPointer left) {
    return left == null ? null : in.keepToEnd(left);
  }

  private CellPointer met() {
    CellPointer present = met;
    if (present == null) {
      // Of the runtime's own; it stays to the end.
      present = in.keepToEnd(Copies.begin(in.context()));
      met = present;
    }
    return present;
  }

  Copied get(int number) {
    return java.util.Objects.requireNonNull(byNumber.get(number), "not copied");
  }

  void set(int number, Copied copied) {
    while (byNumber.size() <= number) {
      byNumber.add(null);
    }
    byNumber.set(number, copied);
  }
}
