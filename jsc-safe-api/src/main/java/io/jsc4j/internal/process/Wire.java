package io.jsc4j.internal.process;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Plain data as bytes and back: ASCII JSON. Null, booleans, finite numbers and strings are themselves; anything else is an array whose first element says
 * what follows. So whatever the bytes are, they become null, {@link Boolean}, {@link Double}, {@link String}, {@code byte[]}, {@link BigInteger}, {@link
 * Instant}, {@link ArrayList} or {@link LinkedHashMap}, and nothing else.
 */
public final class Wire {
  /** The longest frame in bytes. */
  public static final int MAX_FRAME = 64 << 20;
  /** How deep values may be nested: more than a conversion from or to JavaScript does, less than the Java stack holds. */
  private static final int MAX_DEPTH = 600;
  /** How many tokens a frame may have: some ten million values. */
  private static final long MAX_TOKENS = 20_000_000;
  private static final double MAX_EXACT = 9007199254740991.0;

  private static final String LIST = "l";
  private static final String MAP = "m";
  private static final String BYTES = "b";
  private static final String BIG_INTEGER = "i";
  private static final String INSTANT = "t";
  private static final String NUMBER = "n";

  private static final JsonFactory JSON = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(MAX_FRAME)
          .maxDocumentLength(MAX_FRAME)
          .maxTokenCount(MAX_TOKENS)
          .maxNumberLength(100)
          .build())
      .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
      // Each UTF-16 unit on its own, so that halves of surrogate pairs get through.
      .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
      .build();

  private Wire() {}

  /**
   * Writes plain data.
   *
   * @throws FrameTooLargeException if it is more than {@link #MAX_FRAME} bytes
   * @throws IllegalArgumentException if it is no plain data, or nested too deep
   */
  public static byte[] encode(@Nullable Object value) {
    Frame frame = new Frame();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), frame)) {
      write(out, value);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("can't cross between processes: " + e.getOriginalMessage(), e);
    }
    return frame.toByteArray();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Boolean flag -> out.writeBoolean(flag);
      case String text -> out.writeString(text);
      case Double number -> writeNumber(out, number);
      case Long number when Math.abs((double) number) <= MAX_EXACT -> out.writeNumber(number);
      case Long number -> writeBigInteger(out, BigInteger.valueOf(number));
      case Integer number -> out.writeNumber(number);
      case Short number -> out.writeNumber(number);
      case Byte number -> out.writeNumber(number.intValue());
      case Float number -> writeNumber(out, number.doubleValue());
      case BigInteger number -> writeBigInteger(out, number);
      case byte[] bytes -> {
        begin(out, BYTES);
        out.writeBinary(bytes);
        out.writeEndArray();
      }
      case Instant instant -> {
        begin(out, INSTANT);
        out.writeNumber(instant.getEpochSecond());
        out.writeNumber(instant.getNano());
        out.writeEndArray();
      }
      case List<?> list -> {
        begin(out, LIST);
        for (Object element : list) {
          write(out, element);
        }
        out.writeEndArray();
      }
      case Map<?, ?> map -> {
        begin(out, MAP);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          if (!(entry.getKey() instanceof String key)) {
            throw new IllegalArgumentException("a key of a map is no string: " + entry.getKey());
          }
          out.writeString(key);
          write(out, entry.getValue());
        }
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException("not plain data: " + value.getClass().getName());
    }
  }

  private static void begin(JsonGenerator out, String what) {
    out.writeStartArray();
    out.writeString(what);
  }

  private static void writeNumber(JsonGenerator out, double number) {
    if (Double.isFinite(number)) {
      out.writeNumber(number);
      return;
    }
    begin(out, NUMBER);
    out.writeString(Double.toString(number));
    out.writeEndArray();
  }

  private static void writeBigInteger(JsonGenerator out, BigInteger number) {
    // Not its digits: reading those takes time that grows with the square of their count.
    begin(out, BIG_INTEGER);
    out.writeBinary(number.toByteArray());
    out.writeEndArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws WireException if the bytes are not that
   */
  public static @Nullable Object decode(byte[] frame) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), frame)) {
      Object value = read(in, in.nextToken());
      if (in.nextToken() != null) {
        throw new WireException("something follows the value");
      }
      return value;
    } catch (JacksonException | DateTimeException | ArithmeticException e) {
      throw new WireException("no plain data: " + e.getMessage(), e);
    }
  }

  private static @Nullable Object read(JsonParser in, @Nullable JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> in.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case START_ARRAY -> readTagged(in);
      case null, default -> throw new WireException("unexpected " + token);
    };
  }

  private static Object readTagged(JsonParser in) {
    String what = text(in);
    Object value = switch (what) {
      case LIST -> readList(in);
      case MAP -> readMap(in);
      case BYTES -> bytes(in);
      case BIG_INTEGER -> bigInteger(in);
      case INSTANT -> Instant.ofEpochSecond(integer(in), integer(in));
      case NUMBER -> number(text(in));
      default -> throw new WireException("unknown kind of value");
    };
    // The two that read up to their end have read it.
    if (!what.equals(LIST) && !what.equals(MAP) && in.nextToken() != JsonToken.END_ARRAY) {
      throw new WireException("too many parts of a value");
    }
    return value;
  }

  private static List<@Nullable Object> readList(JsonParser in) {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
      list.add(read(in, token));
    }
    return list;
  }

  private static Map<String, @Nullable Object> readMap(JsonParser in) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
      if (token != JsonToken.VALUE_STRING) {
        throw new WireException("a key is no string");
      }
      String key = in.getString();
      map.put(key, read(in, in.nextToken()));
    }
    return map;
  }

  private static String text(JsonParser in) {
    if (in.nextToken() != JsonToken.VALUE_STRING) {
      throw new WireException("expected a string");
    }
    return in.getString();
  }

  private static long integer(JsonParser in) {
    if (in.nextToken() != JsonToken.VALUE_NUMBER_INT) {
      throw new WireException("expected an integer");
    }
    return in.getLongValue();
  }

  private static byte[] bytes(JsonParser in) {
    if (in.nextToken() != JsonToken.VALUE_STRING) {
      throw new WireException("expected a string");
    }
    return in.getBinaryValue();
  }

  private static BigInteger bigInteger(JsonParser in) {
    byte[] bytes = bytes(in);
    if (bytes.length == 0) {
      throw new WireException("an integer without digits");
    }
    return new BigInteger(bytes);
  }

  private static double number(String name) {
    return switch (name) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new WireException("unknown number");
    };
  }

  /** A growing frame that does not grow beyond the most. */
  private static final class Frame extends ByteArrayOutputStream {
    @Override
    public synchronized void write(int b) {
      requireRoom(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      requireRoom(length);
      super.write(bytes, offset, length);
    }

    private void requireRoom(int more) {
      if (more > MAX_FRAME - count) {
        throw new FrameTooLargeException();
      }
    }
  }
}
