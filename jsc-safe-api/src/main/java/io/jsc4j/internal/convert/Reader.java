package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.NativeValue;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Makes Java objects of one type out of JavaScript values. Free of state. */
abstract class Reader {
  /** What it asks of objects: where records can't be copied, and where they can. */
  private final @Nullable CopyPlan[] plans = new @Nullable CopyPlan[2];

  /**
   * Converts a value that is neither null nor undefined. A cell stays the caller's.
   *
   * @throws ConversionRefused if it is no such value
   */
  abstract @Nullable Object read(Reading in, NativeValue value);

  /**
   * Converts an object that has been copied by the plan.
   *
   * @throws ConversionRefused if it is no such value
   */
  @Nullable Object readCopied(Reading in, Copied copied) {
    throw new IllegalStateException("copied for a reader of " + expected());
  }

  /**
   * Converts a Date that has been copied.
   *
   * @throws ConversionRefused if that is no such value
   */
  @Nullable Object readDate(Reading in, Copied.Date date) {
    throw in.refuse("expected " + expected() + ", got object");
  }

  /**
   * Converts a big int that has been copied.
   *
   * @throws ConversionRefused if that is no such value
   */
  @Nullable Object readBigInt(Reading in, BigInteger value) {
    throw in.refuse("expected " + expected() + ", got bigint");
  }

  /** Puts into a plan what it will ask of an object; the index of that. */
  int plan(CopyPlan.Builder plans) {
    return CopyPlan.VALUE;
  }

  /** What it will ask of an object. */
  final CopyPlan plan(Policy policy) {
    // A record whose unknown properties are refused has to ask for the names of all.
    boolean records = policy.unknownFields() == Policy.UnknownFields.IGNORE;
    CopyPlan plan = plans[records ? 1 : 0];
    if (plan == null) {
      // Two threads may both make it; the plans are equal.
      plan = CopyPlan.of(this, records);
      plans[records ? 1 : 0] = plan;
    }
    return plan;
  }

  /** What messages call the values that it takes. */
  abstract String expected();

  /** What null or undefined becomes. */
  @Nullable Object readNothing(Reading in, NativeValue.Nullish nothing) {
    if (nothing == NativeValue.Nullish.NULL) {
      return null;
    }
    return switch (in.policy().missingFields()) {
      case NULL -> null;
      case DEFAULT -> empty();
      case REFUSE -> throw in.refused(expected(), nothing);
    };
  }

  /** What stands for a missing value where the policy asks for a default. */
  @Nullable Object empty() {
    return null;
  }

  /** What paths begin with that lead to a value of the type. */
  String rootName(Class<?> type) {
    return "value";
  }

  /** Of the keys of a JavaScript object, which are strings whatever the type of the keys in Java is. */
  @Nullable Object readKey(Reading in, String key) {
    return read(in, new NativeValue.Text(key));
  }
}
