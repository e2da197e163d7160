package io.jsc4j.internal.convert;

import io.jsc4j.internal.ffi.Buffers;
import io.jsc4j.internal.ffi.CellPointer;
import io.jsc4j.internal.ffi.ElementType;
import io.jsc4j.internal.ffi.NativeValue;
import io.jsc4j.internal.ffi.Values;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds the writer of each class, and keeps it. */
final class Writers {
  private static final long MOST_EXACT = 1L << 53;
  /** The range of Date. */
  private static final long MOST_MILLIS = 8_640_000_000_000_000L;

  private final PublicTypes types;
  private final ClassValue<Writer> writers = new ClassValue<>() {
    @Override
    protected Writer computeValue(Class<?> type) {
      return make(type);
    }
  };

  Writers(PublicTypes types) {
    this.types = types;
  }

  Writer of(Class<?> type) {
    return writers.get(type);
  }

  private Writer make(Class<?> type) {
    if (types.isValueType(type)) {
      return this::writeValue;
    }
    if (types.hasFace(type)) {
      return Writing::face;
    }
    if (type == String.class || type == Character.class) {
      return (_, value) -> new NativeValue.Text(value.toString());
    }
    if (type == Boolean.class) {
      return (_, value) -> new NativeValue.Bool((boolean) value);
    }
    if (Number.class.isAssignableFrom(type)) {
      return makeNumber(type);
    }
    if (Hierarchy.isEnum(type)) {
      return (_, value) -> new NativeValue.Text(((Enum<?>) value).name());
    }
    if (type.isArray()) {
      return type == byte[].class ? Writers::writeBytes : Writers::writeArray;
    }
    if (Collection.class.isAssignableFrom(type)) {
      return (out, value) -> writeCollection(out, (Collection<?>) value);
    }
    if (Map.class.isAssignableFrom(type)) {
      return (out, value) -> writeMap(out, (Map<?, ?>) value);
    }
    if (type.isRecord()) {
      return RecordWriter.of(type, types);
    }
    return makeOther(type);
  }

  private NativeValue writeValue(Writing out, Object value) {
    NativeValue content = types.toNative(value);
    return content instanceof CellPointer cell ? Values.duplicate(out.context(), cell) : content;
  }

  private static Writer makeNumber(Class<?> type) {
    if (type == Long.class) {
      return (out, value) -> writeLong(out, (long) value);
    }
    if (type == BigInteger.class) {
      return (out, value) -> out.bigInt((BigInteger) value);
    }
    if (type == BigDecimal.class) {
      return (_, value) -> new NativeValue.Text(value.toString());
    }
    return type == Double.class || type == Float.class || type == Integer.class || type == Short.class
        || type == Byte.class
            ? (_, value) -> new NativeValue.Num(((Number) value).doubleValue())
            : unsupported(type);
  }

  private static @Nullable NativeValue writeLong(Writing out, long value) {
    if (value > -MOST_EXACT && value < MOST_EXACT) {
      return new NativeValue.Num((double) value);
    }
    if (out.policy().largeLongs() == Policy.LargeLongs.REFUSE) {
      throw out.refuse("the long " + value + " is no exact number in JavaScript");
    }
    return out.bigInt(BigInteger.valueOf(value));
  }

  private static Writer makeOther(Class<?> type) {
    if (type == Instant.class) {
      return (out, value) -> writeInstant(out, (Instant) value);
    }
    if (type == Optional.class) {
      return (out, value) -> writeOptional(out, ((Optional<?>) value).orElse(null));
    }
    if (type == OptionalInt.class) {
      return (_, value) -> value.equals(OptionalInt.empty())
          ? NativeValue.Nullish.UNDEFINED
          : new NativeValue.Num(((OptionalInt) value).getAsInt());
    }
    if (type == OptionalDouble.class) {
      return (_, value) -> value.equals(OptionalDouble.empty())
          ? NativeValue.Nullish.UNDEFINED
          : new NativeValue.Num(((OptionalDouble) value).getAsDouble());
    }
    if (type == OptionalLong.class) {
      return (out, value) -> value.equals(OptionalLong.empty())
          ? NativeValue.Nullish.UNDEFINED
          : writeLong(out, ((OptionalLong) value).getAsLong());
    }
    Writer unsupported = unsupported(type);
    return (out, value) -> {
      String text = TextTypes.write(value);
      return text != null ? new NativeValue.Text(text) : unsupported.write(out, value);
    };
  }

  private static @Nullable NativeValue writeOptional(Writing out, @Nullable Object content) {
    return content == null ? NativeValue.Nullish.UNDEFINED : out.write(content);
  }

  private static @Nullable NativeValue writeInstant(Writing out, Instant value) {
    long millis;
    try {
      millis = value.toEpochMilli();
    } catch (ArithmeticException e) {
      millis = Long.MAX_VALUE;
    }
    if (Math.abs(millis) > MOST_MILLIS) {
      throw out.refuse(value + " is outside the range of Date");
    }
    return out.date((double) millis);
  }

  private static @Nullable NativeValue writeCollection(Writing out, Collection<?> value) {
    out.array(value, () -> {
      int index = 0;
      for (Object element : value) {
        out.element(index++, element);
      }
    });
    return null;
  }

  private static @Nullable NativeValue writeArray(Writing out, Object value) {
    out.array(value, () -> {
      int length = Array.getLength(value);
      for (int i = 0; i < length; i++) {
        out.element(i, Array.get(value, i));
      }
    });
    return null;
  }

  private static NativeValue writeBytes(Writing out, Object value) {
    byte[] bytes = (byte[]) value;
    CellPointer array = out.hold(Buffers.createTypedArray(out.context(), ElementType.UINT8, bytes.length));
    Buffers.write(out.context(), array, 0, MemorySegment.ofArray(bytes));
    out.handOver(array);
    return array;
  }

  private static @Nullable NativeValue writeMap(Writing out, Map<?, ?> value) {
    out.object(value, () -> value.forEach((key, content) -> out.property(key(out, key), content)));
    return null;
  }

  private static String key(Writing out, @Nullable Object key) {
    String text = switch (key) {
      case null -> null;
      case String string -> string;
      case Enum<?> constant -> constant.name();
      case Integer _,Long _,Short _,Byte _,BigInteger _,Boolean _,Character _ -> key.toString();
      default -> TextTypes.write(key);
    };
    if (text == null) {
      throw out.refuse("a property's name can't be made of a key that is " + (key == null
          ? "null"
          : "a " + key.getClass().getName()));
    }
    return text;
  }

  private static Writer unsupported(Class<?> type) {
    return (out, _) -> {
      throw out.refuse(type.getName()
          + " can't be converted to JavaScript: it is no record, and none of the types that jsc4j knows");
    };
  }
}
