package io.jsc4j;

import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ServiceScript;
import java.time.DateTimeException;
import java.time.Instant;

/** A handle to a date. Its operations throw what those of {@link JsObject} do. */
public final class JsDate extends JsObject {
  /** 100,000,000 days before and after 1970: the range of ECMAScript's dates, in milliseconds. */
  private static final long MAXIMUM = 8_640_000_000_000_000L;

  JsDate(JsContext context, CellPointer cell) {
    super(context, cell);
  }

  /** {@code date.getTime()}: milliseconds since 1970 in UTC, at most 8.64e15 either way; NaN if the date is invalid. */
  public double getTime() {
    return JsService.number(context(), ServiceScript.BUILTINS, "getTime", cell());
  }

  /**
   * The instant that it stands for, exact to the millisecond.
   *
   * @throws DateTimeException if the date is invalid, as {@code new Date('yesterday')} is
   */
  public Instant toInstant() {
    double time = getTime();
    if (Double.isNaN(time)) {
      throw new DateTimeException("this date is invalid: its time is NaN");
    }
    return Instant.ofEpochMilli((long) time);
  }

  /** The milliseconds of an instant that a date can stand for. */
  static long requireInRange(Instant instant) {
    if (instant.isBefore(Instant.ofEpochMilli(-MAXIMUM)) || instant.isAfter(Instant.ofEpochMilli(MAXIMUM))) {
      throw new IllegalArgumentException(
          "JavaScript's dates reach 100,000,000 days before and after 1970-01-01, not to "
              + instant);
    }
    return instant.toEpochMilli();
  }

  @Override
  public JsWeakRef<JsDate> weak() {
    return JsWeakRef.of(this);
  }

  @Override
  public JsRef<JsDate> retain() {
    return context().retain(this, cell -> new JsDate(context(), cell));
  }

  @Override
  public JsDate asDate() {
    return this;
  }
}
