package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.NativeValue;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what may be missing. Undefined is empty; so is what its content reads as null, since nothing else can be. */
final class OptionalReader extends Reader {
  private final Reader content;
  private final Object empty;
  private final Function<Object, Object> present;

  OptionalReader(Reader content, Object empty, Function<Object, Object> present) {
    this.content = content;
    this.empty = empty;
    this.present = present;
  }

  @Override
  Object read(Reading in, NativeValue value) {
    return ofNullable(content.read(in, value));
  }

  @Override
  Object readCopied(Reading in, Copied copied) {
    return ofNullable(content.readCopied(in, copied));
  }

  @Override
  Object readDate(Reading in, Copied.Date date) {
    return ofNullable(content.readDate(in, date));
  }

  @Override
  Object readBigInt(Reading in, BigInteger value) {
    return ofNullable(content.readBigInt(in, value));
  }

  @Override
  int plan(CopyPlan.Builder plans) {
    return content.plan(plans);
  }

  private Object ofNullable(@Nullable Object read) {
    return read == null ? empty : present.apply(read);
  }

  @Override
  Object readNothing(Reading in, NativeValue.Nullish nothing) {
    return nothing == NativeValue.Nullish.UNDEFINED ? empty : ofNullable(content.readNothing(in, nothing));
  }

  @Override
  String expected() {
    return content.expected();
  }

  @Override
  Object empty() {
    return empty;
  }
}
