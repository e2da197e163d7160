package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.CellKind;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.NativeValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readers of what is one value. */
final class Scalars {
  static final Reader STRING = new Reader() {
    @Override
    Object read(Reading in, NativeValue value) {
      if (value instanceof NativeValue.Text(String text)) {
        return text;
      }
      throw in.refused(expected(), value);
    }

    @Override
    String expected() {
      return "string";
    }
  };

  static final Reader BOOLEAN = new Reader() {
    @Override
    Object read(Reading in, NativeValue value) {
      if (value instanceof NativeValue.Bool(boolean flag)) {
        return flag;
      }
      throw in.refused(expected(), value);
    }

    @Override
    String expected() {
      return "boolean";
    }

    @Override
    Object readKey(Reading in, String key) {
      if (key.equals("true") || key.equals("false")) {
        return key.equals("true");
      }
      throw in.refused("the key \"true\" or \"false\"", new NativeValue.Text(key));
    }
  };

  static final Reader CHARACTER = new Reader() {
    @Override
    Object read(Reading in, NativeValue value) {
      if (value instanceof NativeValue.Text(String text) && text.length() == 1) {
        return text.charAt(0);
      }
      throw in.refused(expected(), value);
    }

    @Override
    String expected() {
      return "string of one character";
    }
  };

  /** A Date, or what {@link Instant#parse} takes. */
  static final OfInstant INSTANT = new OfInstant();

  static final class OfInstant extends Reader {
    private final Reader text = new OfText(Instant::parse, "Date or an ISO-8601 instant");

    private OfInstant() {}

    @Override
    @Nullable Object read(Reading in, NativeValue value) {
      if (!(value instanceof CellPointer cell && cell.kind() == CellKind.DATE)) {
        return text.read(in, value);
      }
      return readDate(in, new Copied.Date(in.helpNumber("time", cell)));
    }

    @Override
    Instant readDate(Reading in, Copied.Date date) {
      if (Double.isNaN(date.time())) {
        throw in.refuse("expected " + expected() + ", got a Date that is invalid");
      }
      return Instant.ofEpochMilli((long) date.time());
    }

    @Override
    int plan(CopyPlan.Builder plans) {
      return CopyPlan.SCALAR;
    }

    @Override
    String expected() {
      return text.expected();
    }
  }

  private Scalars() {}

  /** What Java writes as a string and reads from one. */
  static final class OfText extends Reader {
    private final Function<String, Object> parse;
    private final String expected;

    OfText(Function<String, Object> parse, String expected) {
      this.parse = parse;
      this.expected = expected;
    }

    @Override
    Object read(Reading in, NativeValue value) {
      if (!(value instanceof NativeValue.Text(String text))) {
        throw in.refused(expected, value);
      }
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw in.refuse("expected " + expected + ", got " + Descriptions.of(value), e);
      }
    }

    @Override
    String expected() {
      return expected;
    }
  }

  /** The type of a primitive: as its box, but never null. */
  static final class OfPrimitive extends Reader {
    private final Reader box;
    private final Object zero;

    OfPrimitive(Reader box, Object zero) {
      this.box = box;
      this.zero = zero;
    }

    @Override
    @Nullable Object read(Reading in, NativeValue value) {
      return box.read(in, value);
    }

    @Override
    @Nullable Object readDate(Reading in, Copied.Date date) {
      return box.readDate(in, date);
    }

    @Override
    @Nullable Object readBigInt(Reading in, BigInteger value) {
      return box.readBigInt(in, value);
    }

    @Override
    int plan(CopyPlan.Builder plans) {
      return box.plan(plans);
    }

    @Override
    String expected() {
      return box.expected();
    }

    @Override
    Object readNothing(Reading in, NativeValue.Nullish nothing) {
      if (nothing == NativeValue.Nullish.UNDEFINED && in.policy().missingFields() == Policy.MissingFields.DEFAULT) {
        return zero;
      }
      throw in.refused(expected(), nothing);
    }
  }

  /** An enum, by the names of its constants. */
  static final class OfEnum extends Reader {
    private final java.util.Map<String, Object> constants = new java.util.LinkedHashMap<>();

    OfEnum(Class<?> type) {
      for (Object constant : java.util.Objects.requireNonNull(type.getEnumConstants())) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
    }

    @Nullable Object constant(String name) {
      return constants.get(name);
    }

    @Override
    Object read(Reading in, NativeValue value) {
      Object constant = value instanceof NativeValue.Text(String name) ? constants.get(name) : null;
      if (constant == null) {
        throw in.refused(expected(), value);
      }
      return constant;
    }

    @Override
    String expected() {
      return oneOf(constants.keySet());
    }
  }

  /** What messages say where only some strings will do. */
  static String oneOf(java.util.Collection<String> names) {
    return names.isEmpty() ? "nothing" : "one of \"" + String.join("\", \"", names) + "\"";
  }

  /** A JavaScript value as it is. */
  static final class OfValue extends Reader {
    private final Class<?> type;

    OfValue(Class<?> type) {
      this.type = type;
    }

    @Override
    Object read(Reading in, NativeValue value) {
      Object result = in.toPublic(value);
      if (!type.isInstance(result)) {
        throw in.refused(expected(), value);
      }
      return result;
    }

    @Override
    @Nullable Object readNothing(Reading in, NativeValue.Nullish nothing) {
      Object result = in.toPublic(nothing);
      return type.isInstance(result) ? result : super.readNothing(in, nothing);
    }

    @Override
    String expected() {
      return type.getSimpleName();
    }
  }

  /** A class whose objects are not made here, but may have a face in JavaScript. */
  static final class OfFace extends Reader {
    private final Class<?> type;
    private final PublicTypes types;
    private final @Nullable String otherwise;

    OfFace(Class<?> type, PublicTypes types, @Nullable String otherwise) {
      this.type = type;
      this.types = types;
      this.otherwise = otherwise;
    }

    @Override
    Object read(Reading in, NativeValue value) {
      Object found = value instanceof CellPointer cell && cell.kind().isObject()
          ? types.hostObject(in.context(), cell, type)
          : null;
      if (found == null) {
        throw otherwise == null ? in.refused(expected(), value) : in.refuse(otherwise, null);
      }
      return found;
    }

    @Override
    @Nullable Object readNothing(Reading in, NativeValue.Nullish nothing) {
      if (otherwise != null) {
        throw in.refuse(otherwise, null);
      }
      return super.readNothing(in, nothing);
    }

    @Override
    String expected() {
      return type.getSimpleName();
    }
  }

  /** A type that nothing can be converted to. */
  static final class OfUnsupported extends Reader {
    private final String problem;
    private final @Nullable Throwable cause;

    OfUnsupported(String problem, @Nullable Throwable cause) {
      this.problem = problem;
      this.cause = cause;
    }

    @Override
    Object read(Reading in, NativeValue value) {
      throw in.refuse(problem, cause);
    }

    @Override
    Object readNothing(Reading in, NativeValue.Nullish nothing) {
      throw in.refuse(problem, cause);
    }

    @Override
    String expected() {
      return problem;
    }
  }
}
