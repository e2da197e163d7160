package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import io.jsc4j.tests.obligations.MethodRemoval;
import io.jsc4j.tests.stress.EngineAssumption;
import io.jsc4j.tests.stress.ForkedJvm;
import java.lang.classfile.ClassFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The two ways to make and read primitives agree with each other and with the engine. */
class PrimitiveCodecTest {
  private static final PrimitiveCodec IN_JAVA = new PrimitiveCodec.InJava();
  private static final PrimitiveCodec BY_CALLS = new PrimitiveCodec.ByCalls();

  private RuntimePointer runtime;
  private ContextPointer context;

  @BeforeEach
  void open() {
    EngineAssumption.assumeEngine();
    runtime = RuntimePointer.create(WatchdogLimits.NONE, false);
    context = runtime.service();
  }

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  /** Both signs, quiet and signalling, the smallest and the largest payload, and those that wrap around into pointers or other tags. */
  static double[] nans() {
    long[] payloads = {1, 2, 0x1234, 0x7_ffff_ffff_ffffL, 0x6_0000_0000_0000L, 0x5_ffff_ffff_ffffL, 0x7_0000_0000_1234L,
        0x7_fffe_0000_0000L};
    return Arrays.stream(payloads)
        .flatMap(payload -> LongStream.of(0x7ff0_0000_0000_0000L, 0x7ff8_0000_0000_0000L, 0xfff0_0000_0000_0000L,
            0xfff8_0000_0000_0000L)
            .map(kind -> kind | payload))
        .mapToDouble(Double::longBitsToDouble)
        .toArray();
  }

  /** The borders of the ranges that the encoding tells apart, every NaN, a number for each exponent, and ten thousand more. */
  static double[] numbers() {
    double[] borders = {0.0, -0.0, 1, -1, 0.5, -0.5, 0.1, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 1.0,
        Integer.MAX_VALUE + 1.0,
        Integer.MIN_VALUE + 1.0, Integer.MIN_VALUE - 1.0, Integer.MAX_VALUE + 0.5, 4294967295.0, 4294967296.0,
        9007199254740991.0,
        9007199254740992.0, Long.MAX_VALUE, Long.MIN_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
    DoubleStream exponents = LongStream.range(0, 2048)
        .mapToDouble(exponent -> Double.longBitsToDouble(exponent << 52 | 0xf_ffff_ffffL));
    Random random = new Random(42);
    DoubleStream others = DoubleStream.generate(() -> random.nextInt(3) == 0
        ? random.nextInt()
        : Double.longBitsToDouble(random.nextLong()))
        .limit(10_000);
    return Stream.of(DoubleStream.of(borders), DoubleStream.of(nans()), exponents, others)
        .flatMapToDouble(numbers -> numbers)
        .toArray();
  }

  @Test
  void theEngineEncodesAsWeCompute() {
    MemorySegment segment = context.segment();
    assertThat(PrimitiveCodec.agrees(IN_JAVA, segment)).isTrue();
    assertThat(PrimitiveCodec.agrees(BY_CALLS, segment)).isTrue();
    assertThat(PrimitiveCodec.choose(segment)).isInstanceOf(PrimitiveCodec.InJava.class);
    for (double number : numbers()) {
      long encoded = BY_CALLS.ofNumber(segment, number);
      assertThat(IN_JAVA.ofNumber(segment, number)).as("%s (0x%x)", number, Double.doubleToRawLongBits(number))
          .isEqualTo(encoded);
      assertThat(IN_JAVA.decode(segment, encoded)).isEqualTo(new NativeValue.Num(number));
      assertThat(BY_CALLS.decode(segment, encoded)).isEqualTo(new NativeValue.Num(number));
    }
  }

  @Test
  void noNanBecomesAPointer() {
    for (double nan : nans()) {
      for (PrimitiveCodec codec : new PrimitiveCodec[]{IN_JAVA, BY_CALLS}) {
        assertThat(codec.ofNumber(context.segment(), nan)).as("0x%x", Double.doubleToRawLongBits(nan))
            .isEqualTo(0x7ffa_0000_0000_0000L);
      }
    }
  }

  @Test
  void bothReadWhatScriptsReturn() {
    Map<String, NativeValue> expected = Map.ofEntries(Map.entry("undefined", NativeValue.Nullish.UNDEFINED),
        Map.entry("null", NativeValue.Nullish.NULL), Map.entry("true", new NativeValue.Bool(true)), Map.entry("false",
            new NativeValue.Bool(false)),
        Map.entry("0", new NativeValue.Num(0)), Map.entry("-0", new NativeValue.Num(-0.0)), Map.entry("1 - 2",
            new NativeValue.Num(-1)),
        Map.entry("0.1 + 0.2", new NativeValue.Num(0.1 + 0.2)), Map.entry("2 ** 31", new NativeValue.Num(0x1p31)),
        Map.entry("-(2 ** 31)", new NativeValue.Num(-0x1p31)), Map.entry("2 ** 53", new NativeValue.Num(0x1p53)),
        Map.entry("0 / 0", new NativeValue.Num(Double.NaN)), Map.entry("-1 / 0", new NativeValue.Num(
            Double.NEGATIVE_INFINITY)),
        Map.entry("new Float64Array(new Uint32Array([0x1234, 0xffff0000]).buffer)[0]", new NativeValue.Num(Double.NaN)),
        Map.entry("new Float32Array(new Uint32Array([0xffffffff]).buffer)[0]", new NativeValue.Num(Double.NaN)),
        Map.entry("[1.5, NaN][1]", new NativeValue.Num(Double.NaN)));
    expected.forEach((source, value) -> {
      try (Entry entry = Entry.open(context); StringPointer text = StringPointer.of(source)) {
        long encoded = JavaScriptCore.JSEvaluateScript(entry.context(), text.segment(), MemorySegment.NULL,
            MemorySegment.NULL, 1,
            entry.exceptionSlot()).address();
        assertThat(IN_JAVA.decode(entry.context(), encoded)).as("%s, read in Java", source).isEqualTo(value);
        assertThat(BY_CALLS.decode(entry.context(), encoded)).as("%s, read by calls", source).isEqualTo(value);
      }
    });
  }

  @Test
  void bothAreUnderstoodByScripts() {
    CellPointer same = (CellPointer) Scripts.evaluate(context,
        "(function (a, b) { return Object.is(a, b) ? a : 'differ'; })", null, 1);
    for (double number : numbers()) {
      try (Entry entry = Entry.open(context, 2)) {
        entry.arguments().setAtIndex(ValueLayout.JAVA_LONG, 0, IN_JAVA.ofNumber(entry.context(), number));
        entry.arguments().setAtIndex(ValueLayout.JAVA_LONG, 1, BY_CALLS.ofNumber(entry.context(), number));
        MemorySegment result = JavaScriptCore.JSObjectCallAsFunction(entry.context(), MemorySegment.ofAddress(same
            .rawAddress()),
            MemorySegment.NULL, 2, entry.arguments(), entry.exceptionSlot());
        assertThat(entry.result(result)).as("0x%x", Double.doubleToRawLongBits(number))
            .isEqualTo(new NativeValue.Num(number));
      }
    }
    Realm.discard(same);
  }

  @Test
  void cellsAreLeftToTheEngine() {
    for (String source : new String[]{"({})", "[]", "'text'", "Symbol()", "12345678901234567890n", "(() => 1)"}) {
      try (Entry entry = Entry.open(context); StringPointer text = StringPointer.of(source)) {
        long encoded = JavaScriptCore.JSEvaluateScript(entry.context(), text.segment(), MemorySegment.NULL,
            MemorySegment.NULL, 1,
            entry.exceptionSlot()).address();
        assertThat(IN_JAVA.decode(entry.context(), encoded)).as(source).isNull();
        assertThat(BY_CALLS.decode(entry.context(), encoded)).as(source).isNull();
      }
    }
  }

  @Test
  void whatIsNoValueIsRefused() {
    for (long garbage : new long[]{0x03, 0x0e, 0x12, 0x1_0000_0000_0002L}) {
      assertThatIllegalStateException().isThrownBy(() -> IN_JAVA.decode(context.segment(), garbage))
          .withMessageContaining("which is no JavaScript value");
    }
  }

  /** The start-up check is made to say no by taking its body out, so the whole library runs on calls. */
  @Test
  void theWholeLibraryWorksOnCallsAlone() throws Exception {
    Path folder = ForkedJvm.folder("codec", "fallback");
    for (byte[] classFile : MethodRemoval.classesBeside(PrimitiveCodec.class)) {
      if (ClassFile.of().parse(classFile).thisClass().asInternalName().equals("io/jsc4j/internal/ffi/PrimitiveCodec")) {
        MethodRemoval.write(classFile, "agrees", folder.resolve("classes"));
      }
    }
    ForkedJvm.Result result = ForkedJvm.of(FallbackProgram.class)
        .withClassesFirst(folder.resolve("classes"))
        .run(folder, Duration.ofMinutes(1));
    assertThat(result.passed()).as("%s%n%s", result.describe(), result.output()).isTrue();
  }
}
