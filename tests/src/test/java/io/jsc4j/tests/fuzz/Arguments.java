package io.jsc4j.tests.fuzz;

import io.jsc4j.HostClass;
import io.jsc4j.HostException;
import io.jsc4j.JsBoolean;
import io.jsc4j.JsConversion;
import io.jsc4j.JsEngine;
import io.jsc4j.JsEngineOptions;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsLimits;
import io.jsc4j.JsNumber;
import io.jsc4j.JsProperty;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.JsString;
import io.jsc4j.JsType;
import io.jsc4j.JsValue;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Arguments of each type that the public API takes: good ones mostly. What is not known here comes from the pool, where results go. */
final class Arguments {
  private static final int[] INTS = {0, 0, 1, 1, 2, 3, 7, 8, 100, -1, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE};
  private static final double[] DOUBLES = {0, -0.0, 1, -1, 0.5, 1e300, Double.MIN_VALUE, Double.NaN,
      Double.POSITIVE_INFINITY, 9007199254740992.0, -2147483649.0};
  /** Nothing between what fits everywhere and what fits nowhere: memory is shared with others. */
  private static final long[] LONGS = {0, 0, 1, 2, 8, 16, 100, 4096, -1, 1L << 60, Long.MAX_VALUE, Long.MIN_VALUE};
  private static final List<String> PATTERNS = List.of("a", "(?<a>b)?", "[", "\\u{110000}", "(", "^$", "\\p{L}+", "x*",
      "");
  private static final List<String> FLAGS = List.of("", "g", "y", "gu", "dgimsuy", "v", "uv", "gg", "q");
  private static final List<String> JSON = List.of("1", "{\"a\":{\"__proto__\":1}}", "[1,[2]]", "", "{", "nul",
      "\"\\ud800\"",
      "[".repeat(500) + "]".repeat(500), "1e999", "{\"a\":1,\"a\":2}");
  private static final List<byte[]> WEB_ASSEMBLY = List.of(new byte[0], new byte[]{1, 2, 3}, HexFormat.of()
      .parseHex(
          "0061736d01000000010b0260027f7f017f6000017f020b0103656e760361646400000302010107070103"
              + "72756e00010a0a010800412841021000"
              + "0b"), HexFormat.of().parseHex("0061736d010000000503010001070701036d656d0200"), HexFormat.of()
                  .parseHex(
                      "0061736d01000000"));

  private final FuzzProgram program;

  Arguments(FuzzProgram program) {
    this.program = program;
  }

  private Random random() {
    return program.random();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random().nextInt(choices.size()));
  }

  /** A script for an evaluation in that runtime. */
  String script(int home) {
    return Scripts.script(random(), program.isLimited(home));
  }

  /** A parameter of a method, some of whose names say more than their type does. */
  @Nullable Object of(String method, String parameter, Type type, int home) {
    if (type == String.class && random().nextInt(30) > 0) {
      return switch (parameter) {
        case "source" -> method.equals("newRegExp") ? one(PATTERNS) : script(home);
        case "flags" -> one(FLAGS);
        case "text", "json" -> random().nextBoolean() ? one(JSON) : text();
        default -> text();
      };
    }
    if (type == int.class && (method.equals("set") || method.equals("defineProperty"))) {
      // An array of 2^31 elements fits nowhere when it is copied to Java.
      return random().nextInt(100) - 2;
    }
    if (type == Duration.class && !method.equals("withTime")) {
      return one(List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofMillis(1), Duration.ofMillis(3), Duration
          .ofMillis(-1)));
    }
    return of(type, home);
  }

  /** A value of the type, or null if there is none. */
  @Nullable Object of(Type type, int home) {
    Class<?> raw = Types.raw(type);
    if (!raw.isPrimitive() && random().nextInt(60) == 0) {
      return null;
    }
    if (raw.isPrimitive()) {
      return primitive(raw);
    }
    if (raw.isArray()) {
      return array(raw.getComponentType(), home);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[random().nextInt(raw.getEnumConstants().length)];
    }
    Object known = plain(raw, type, home);
    if (known == null) {
      known = tied(raw, type, home);
    }
    if (known != null) {
      return known;
    }
    Pool.Entry entry = program.pool().pick(raw, home, random());
    if (entry != null && (!Callbacks.canImplement(raw) || random().nextInt(4) == 0)) {
      return entry.value();
    }
    return Callbacks.canImplement(raw) ? Callbacks.of(type, program, home) : null;
  }

  private Object primitive(Class<?> type) {
    if (type == int.class) {
      return INTS[random().nextInt(INTS.length)];
    } else if (type == long.class) {
      return LONGS[random().nextInt(LONGS.length)];
    } else if (type == double.class) {
      return DOUBLES[random().nextInt(DOUBLES.length)];
    } else if (type == boolean.class) {
      return random().nextBoolean();
    }
    throw new AssertionError("add " + type);
  }

  String text() {
    return random().nextInt(40) == 0 ? "long".repeat(random().nextInt(5000)) : one(Scripts.NAMES);
  }

  private Object array(Class<?> element, int home) {
    if (element == byte.class && random().nextInt(3) == 0) {
      return one(WEB_ASSEMBLY).clone();
    }
    int length = random().nextInt(20) == 0 ? 1000 : random().nextInt(4);
    Object array = Array.newInstance(element, length);
    for (int i = 0; i < length && !element.isPrimitive(); i++) {
      Array.set(array, i, of(element, home));
    }
    return array;
  }

  /** What has nothing to do with a runtime. */
  private @Nullable Object plain(Class<?> raw, Type type, int home) {
    if (raw == String.class) {
      return text();
    } else if (raw == Duration.class) {
      return Duration.ofMillis(1L + random().nextInt(40));
    } else if (raw == Instant.class) {
      return one(List.of(Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.ofEpochMilli(8_640_000_000_000_001L)));
    } else if (raw == BigInteger.class) {
      return one(List.of(BigInteger.ZERO, BigInteger.TWO.pow(64), BigInteger.TWO.pow(500).negate(), BigInteger.TWO.pow(
          70_000)));
    } else if (raw == Class.class) {
      return one(Host.CLASSES);
    } else if (raw == JsType.class) {
      return one(Host.TYPES);
    } else if (raw == Throwable.class) {
      return Thrown.any(random());
    } else if (raw == HostException.class) {
      return HostException.error(text());
    } else if (raw == JsLimits.class) {
      return limits();
    } else if (raw == JsRuntimeOptions.class) {
      return JsRuntimeOptions.defaults().withLimits(limits()).withErrorExposure(one(List.of(JsErrorExposure.values())));
    } else if (raw == JsEngine.class) {
      return JsEngine.load();
    } else if (raw == JsEngineOptions.class) {
      return JsEngineOptions.none();
    } else if (raw == JsConversion.class && random().nextInt(3) == 0) {
      return JsConversion.defaults();
    } else if (raw == HostClass.class && random().nextInt(3) == 0) {
      return HostClass.builder(text(), Host.class).build();
    } else if (raw == Optional.class) {
      return random().nextInt(3) == 0 ? Optional.empty() : Optional.ofNullable(of(Types.argument(type, 0), home));
    }
    return null;
  }

  private JsLimits limits() {
    JsLimits limits = JsLimits.none().withTime(Duration.ofMillis(1L + random().nextInt(40)));
    if (random().nextInt(3) == 0) {
      limits = limits.withTransfer(1024L << random().nextInt(10));
    }
    return random().nextInt(4) == 0 ? limits.withHeap(8_000_000) : limits;
  }

  private @Nullable Object tied(Class<?> raw, Type type, int home) {
    if (raw == JsValue.class || raw == JsNumber.class || raw == JsString.class) {
      return value(raw, home);
    } else if (raw == JsProperty.class && random().nextBoolean()) {
      return JsProperty.of((JsValue) value(JsValue.class, home));
    } else if (raw == Arena.class) {
      return arena(home);
    } else if (raw == MemorySegment.class) {
      return segment(home);
    } else if (raw == Object.class) {
      return object(home, 2);
    } else if (raw == List.class || raw == Collection.class) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = random().nextInt(3); i > 0; i--) {
        list.add(of(Types.argument(type, 0), home));
      }
      return list;
    } else if (raw == Set.class || raw == Map.class) {
      return raw == Set.class ? Set.of() : Map.of();
    } else if (CompletionStage.class.isAssignableFrom(raw) && raw.isAssignableFrom(CompletableFuture.class)) {
      return stage(type, home);
    }
    return null;
  }

  private Object value(Class<?> raw, int home) {
    int kind = raw == JsNumber.class ? 0 : raw == JsString.class ? 1 : random().nextInt(8);
    Pool.Entry entry = program.pool().pick(JsValue.class, home, random());
    return switch (kind) {
      case 0 -> JsNumber.of(DOUBLES[random().nextInt(DOUBLES.length)]);
      case 1 -> JsString.of(text());
      case 2 -> one(List.of(JsBoolean.of(true), JsBoolean.of(false), JsValue.undefined(), JsValue.ofNull()));
      default -> entry == null ? JsValue.undefined() : entry.value();
    };
  }

  @SuppressWarnings("MustBeClosedChecker") // The program closes what is in the pool.
  private Object arena(int home) {
    Pool.Entry entry = program.pool().pick(Arena.class, home, random());
    if (entry != null && random().nextBoolean()) {
      return entry.value();
    }
    int kind = random().nextInt(8);
    if (kind == 0) {
      return Arena.global();
    }
    Arena arena = kind == 1 ? Arena.ofShared() : kind == 2 ? Arena.ofAuto() : Arena.ofConfined();
    program.pool().add(arena, Pool.NOWHERE, random());
    return arena;
  }

  private Object segment(int home) {
    Pool.Entry entry = program.pool().pick(MemorySegment.class, home, random());
    return switch (random().nextInt(6)) {
      case 0 -> MemorySegment.ofArray(new double[2]);
      case 1 -> MemorySegment.ofArray(new byte[8]).asReadOnly();
      case 2 -> MemorySegment.NULL;
      case 3 -> entry == null ? MemorySegment.NULL : entry.value();
      default -> MemorySegment.ofArray(new byte[random().nextInt(20)]);
    };
  }

  private Object stage(Type type, int home) {
    Pool.Entry entry = program.pool().pick(CompletableFuture.class, home, random());
    Object value = of(Types.argument(type, 0), home);
    CompletableFuture<@Nullable Object> future = switch (random().nextInt(4)) {
      case 0 -> CompletableFuture.failedFuture(Thrown.any(random()));
      case 1 -> CompletableFuture.completedFuture(value);
      default -> new CompletableFuture<>();
    };
    program.pool().add(future, home, random());
    return entry != null && random().nextInt(4) == 0 ? entry.value() : future;
  }

  /** Any Java object, for the conversions. */
  private @Nullable Object object(int home, int depth) {
    return switch (random().nextInt(depth > 0 ? 14 : 8)) {
      case 0 -> text();
      case 1 -> DOUBLES[random().nextInt(DOUBLES.length)];
      case 2 -> LONGS[random().nextInt(LONGS.length)];
      case 3, 4 -> value(JsValue.class, home);
      case 5 -> new Host();
      case 6 -> new Object();
      case 7 -> random().nextInt(8) == 0 ? null : BigInteger.ONE;
      case 8 -> list(home, depth);
      case 9 -> {
        Map<Object, @Nullable Object> map = new HashMap<>();
        map.put(text(), object(home, depth - 1));
        map.put(1, map);
        yield map;
      }
      case 10 -> new Host.Point(1, 2, null, List.of(new Host.Point(3, 4, text(), List.of())));
      case 11 -> new Host.Square(Optional.of(2.0));
      case 12 -> {
        Pool.Entry any = program.pool().any(random());
        yield any == null ? "" : any.value();
      }
      default -> new int[]{1, 2};
    };
  }

  private List<@Nullable Object> list(int home, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(object(home, depth - 1));
    if (random().nextInt(5) == 0) {
      // Without an end.
      list.add(list);
    }
    return list;
  }
}
