package io.jsc4j.tests.stress;

import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsContext;
import io.jsc4j.JsElementType;
import io.jsc4j.JsFunction;
import io.jsc4j.JsNumber;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsTypedArray;
import io.jsc4j.JsValue;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static io.jsc4j.tests.stress.StressProgram.check;
import static io.jsc4j.tests.stress.StressProgram.report;
import static io.jsc4j.tests.stress.StressProgram.scaled;

/**
 * Random sequences of what can happen to a buffer under Java's views of it: transfer, resize, grow, close, escape, collection. A model in Java knows
 * what each byte must be; after every step JavaScript, copies and views are compared with it.
 */
final class ByteProgram {
  private static final int STEPS = 120;
  private static final int PAGE = 65536;
  /** Some lie in the engine's heap until their address is asked for, some have pages of their own. */
  private static final int[] SIZES = {0, 1, 8, 40, 1000, 5000, PAGE, 3 * PAGE, 300_001};

  private final JsRuntime runtime;
  private final JsContext js;
  private final Random random;
  private final List<Level> levels = new ArrayList<>();
  private final List<Buffer> buffers = new ArrayList<>();
  private final Map<String, JsFunction> functions = new HashMap<>();
  private int views;
  private int refusals;

  /** An open scope, and the views that end with it. */
  private record Level(JsContext context, JsScope scope, List<View> views) {}

  /** A view of the bytes of a model. */
  private record View(MemorySegment memory, Buffer buffer, int offset) {}

  /** A buffer that a script holds in a table under its number, and what its bytes must be. */
  private static final class Buffer {
    private final int number;
    private final boolean fixed;
    private byte[] content;
    private boolean pinned;
    private boolean gone;

    Buffer(int number, boolean fixed, int size) {
      this.number = number;
      this.fixed = fixed;
      this.content = new byte[size];
    }
  }

  private ByteProgram(JsRuntime runtime, long seed) {
    this.runtime = runtime;
    this.js = runtime.openContext();
    this.random = new Random(seed);
    js.eval(
        """
            globalThis.table = [];
            globalThis.define = {
              plain: (i, size) => { table[i] = new ArrayBuffer(size) },
              small: (i, size) => { const a = new Uint8Array(size); table[i] = { array: a, get buffer() { return a.buffer } }.buffer },
              resizable: (i, size) => { table[i] = new ArrayBuffer(size, { maxByteLength: size * 2 + 65536 }) },
              memory: (i, pages, shared) => {
                const memory = new WebAssembly.Memory({ initial: pages, maximum: pages + 3, shared });
                table[i] = { get now() { return memory.buffer }, memory };
              },
              get: (i) => table[i].now ?? table[i],
              byte: (i, at) => new Uint8Array(define.get(i))[at],
              put: (i, at, value) => { new Uint8Array(define.get(i))[at] = value },
              transfer: (from, to) => { table[to] = define.get(from).transfer(); return define.get(from).detached },
              resize: (i, size) => define.get(i).resize(size),
              grow: (i) => table[i].memory.grow(1),
              forget: (i) => { table[i] = null },
              length: (i) => define.get(i).byteLength,
              sum: (i) => new Uint8Array(define.get(i)).reduce((sum, byte) => (sum * 31 + byte) % 1000003, 7),
              garbage: () => { for (let i = 0; i < 20; i++) new Uint8Array(i * 100).fill(255); new ArrayBuffer(300001) },
            };
            """);
    for (String name : js.global().get("define").asObject().keys()) {
      functions.put(name, js.global().get("define").asObject().get(name).asFunction());
    }
  }

  /** Sequences with seeds that are printed, so that one that fails can be repeated: {@code -Djsc4j.stress.seed=}. */
  static void run() {
    Long only = Long.getLong("jsc4j.stress.seed");
    long first = only == null ? System.nanoTime() : only;
    int count = only == null ? scaled(60) : 1;
    System.out.println("seeds from " + first + ", " + count + " of them");
    int views = 0;
    int refusals = 0;
    for (int i = 0; i < count; i++) {
      try (JsRuntime runtime = JsRuntime.open()) {
        ByteProgram program = new ByteProgram(runtime, first + i);
        program.sequence(first + i);
        views += program.views;
        refusals += program.refusals;
      }
    }
    report("%,d sequences of %d steps, %,d views, %,d refusals of memory that can move", count, STEPS, views, refusals);
    check(only != null || (views > 0 && refusals > 0), "nothing was tried");
  }

  private void sequence(long seed) {
    int step = 0;
    try {
      for (; step < STEPS; step++) {
        step();
        checkAll();
      }
      if (random.nextBoolean()) {
        while (!levels.isEmpty()) {
          close();
        }
        runtime.collectGarbage();
        checkAll();
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed + ", step " + step + ": " + e, e);
    }
  }

  private JsValue call(String function, int... arguments) {
    JsValue[] numbers = new JsValue[arguments.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = JsNumber.of(arguments[i]);
    }
    return function(function).call(numbers);
  }

  private JsFunction function(String name) {
    return java.util.Objects.requireNonNull(functions.get(name), name);
  }

  private Buffer any() {
    return buffers.get(random.nextInt(buffers.size()));
  }

  private Buffer add(boolean fixed, int size) {
    Buffer buffer = new Buffer(buffers.size(), fixed, size);
    buffers.add(buffer);
    return buffer;
  }

  private void step() {
    if (buffers.isEmpty() || random.nextInt(6) == 0) {
      make();
      return;
    }
    switch (random.nextInt(15)) {
      case 0, 12 -> open();
      case 1 -> close();
      case 2, 3, 13, 14 -> view(any());
      case 4 -> write(any());
      case 5 -> writeInView();
      case 6 -> transfer(any());
      case 7 -> resize(any());
      case 8 -> copy(any());
      case 9 -> {
        Buffer buffer = any();
        call("forget", buffer.number);
        buffer.gone = true;
      }
      case 10 -> runtime.collectGarbage();
      default -> call("garbage");
    }
  }

  private void make() {
    int size = SIZES[random.nextInt(SIZES.length)];
    switch (random.nextInt(5)) {
      case 0 -> call("plain", add(true, size).number, size);
      case 1 -> call("small", add(true, size).number, size);
      case 2 -> call("resizable", add(false, size).number, size);
      case 3 -> {
        int pages = random.nextInt(3);
        Buffer memory = add(false, pages * PAGE);
        function("memory")
            .call(JsNumber.of(memory.number), JsNumber.of(pages), io.jsc4j.JsBoolean.of(random
                .nextBoolean()));
      }
      default -> {
        Buffer buffer = add(true, size);
        random.nextBytes(buffer.content);
        try (JsScope scope = js.openScope()) {
          js.global().get("table").asObject().set(buffer.number, js.newArrayBuffer(buffer.content));
          check(scope.scope().isAlive(), "the scope is closed");
        }
      }
    }
  }

  private void open() {
    if (levels.size() < 5) {
      // Now and then of a context of its own, which closes with its scope left open.
      JsContext context = random.nextInt(4) == 0 ? runtime.openContext() : js;
      levels.add(new Level(context, context.openScope(), new ArrayList<>()));
    }
  }

  private void close() {
    if (levels.isEmpty()) {
      return;
    }
    Level level = levels.removeLast();
    if (level.context == js) {
      level.scope.close();
    } else {
      level.context.close();
    }
    for (View view : level.views) {
      try {
        view.memory.get(ValueLayout.JAVA_BYTE, 0);
        check(false, "a view was accessible after its scope");
      } catch (IllegalStateException e) {
        // As it must be.
      }
    }
  }

  private JsArrayBuffer handle(Buffer buffer) {
    return (JsArrayBuffer) call("get", buffer.number);
  }

  private void view(Buffer buffer) {
    if (levels.isEmpty() || buffer.gone) {
      return;
    }
    Level level = levels.get(random.nextInt(levels.size()));
    // In a scope of its own, or escaped out of it, or retained and given back: the view must not need the handle.
    try (JsScope handles = js.openScope()) {
      JsArrayBuffer target = handle(buffer);
      int offset = 0;
      int length = buffer.content.length;
      MemorySegment memory;
      try (JsRef<JsArrayBuffer> reference = target.retain()) {
        if (length > 0 && random.nextBoolean()) {
          offset = random.nextInt(length);
          length = random.nextInt(length - offset) + 1;
          JsTypedArray part = js.newTypedArray(JsElementType.UINT8, reference.get(), offset, length);
          memory = part.asSegment(level.scope);
        } else {
          memory = (random.nextBoolean() ? handles.escape(target) : target).asSegment(level.scope);
        }
      }
      check(buffer.fixed, "memory that can move was shared");
      check(memory.byteSize() == length, "a view of " + memory.byteSize() + " bytes instead of " + length);
      buffer.pinned = true;
      views++;
      if (length > 0) {
        level.views.add(new View(memory, buffer, offset));
      }
    } catch (UnsupportedOperationException e) {
      check(!buffer.fixed, "refused: " + e.getMessage());
      refusals++;
    }
  }

  private void write(Buffer buffer) {
    if (buffer.gone || buffer.content.length == 0) {
      return;
    }
    int at = random.nextInt(buffer.content.length);
    byte value = (byte) random.nextInt();
    call("put", buffer.number, at, value & 0xff);
    buffer.content[at] = value;
  }

  private void writeInView() {
    for (Level level : levels) {
      for (View view : level.views) {
        if (random.nextInt(3) == 0) {
          int at = random.nextInt((int) view.memory.byteSize());
          byte value = (byte) random.nextInt();
          view.memory.set(ValueLayout.JAVA_BYTE, at, value);
          view.buffer.content[view.offset + at] = value;
        }
      }
    }
  }

  private void copy(Buffer buffer) {
    if (buffer.gone || buffer.content.length == 0) {
      return;
    }
    int at = random.nextInt(buffer.content.length);
    byte[] bytes = new byte[random.nextInt(buffer.content.length - at) + 1];
    random.nextBytes(bytes);
    try (JsScope handles = js.openScope()) {
      check(handles.scope().isAlive(), "the scope is closed");
      handle(buffer).copyFrom(at, bytes);
    }
    System.arraycopy(bytes, 0, buffer.content, at, bytes.length);
  }

  private void transfer(Buffer buffer) {
    try (JsScope handles = js.openScope()) {
      check(handles.scope().isAlive(), "the scope is closed");
      if (buffer.gone || handle(buffer).isShared() || !(buffer.fixed || handle(buffer).isResizable())) {
        return;
      }
    }
    Buffer to = add(buffer.fixed, buffer.content.length);
    boolean detached = call("transfer", buffer.number, to.number).asBoolean();
    check(detached != buffer.pinned, detached ? "a pinned buffer was detached" : "a buffer was pinned by copying");
    System.arraycopy(buffer.content, 0, to.content, 0, to.content.length);
    if (detached) {
      buffer.gone = true;
    }
  }

  private void resize(Buffer buffer) {
    if (buffer.gone || buffer.fixed) {
      return;
    }
    try (JsScope handles = js.openScope()) {
      check(handles.scope().isAlive(), "the scope is closed");
      JsArrayBuffer target = handle(buffer);
      int size;
      if (target.isResizable()) {
        size = random.nextInt((int) target.maxByteLength() + 1);
        call("resize", buffer.number, size);
      } else {
        try {
          call("grow", buffer.number);
        } catch (io.jsc4j.JsThrownException e) {
          return; // It has reached its maximum.
        }
        size = buffer.content.length + PAGE;
      }
      buffer.content = java.util.Arrays.copyOf(buffer.content, size);
    }
  }

  private void checkAll() {
    for (Level level : levels) {
      for (View view : level.views) {
        // The whole range: what was freed and overwritten differs somewhere.
        MemorySegment expected = MemorySegment.ofArray(view.buffer.content)
            .asSlice(view.offset, view.memory.byteSize());
        check(view.memory.mismatch(expected) == -1, "a view of buffer " + view.buffer.number + " sees other bytes");
      }
    }
    Buffer buffer = buffers.isEmpty() ? null : any();
    if (buffer == null || buffer.gone) {
      return;
    }
    try (JsScope handles = js.openScope()) {
      check(handles.scope().isAlive(), "the scope is closed");
      JsArrayBuffer target = handle(buffer);
      check(target.byteLength() == buffer.content.length, "buffer " + buffer.number + " has another length");
      check(java.util.Arrays.equals(target.toByteArray(), buffer.content), "a copy of buffer " + buffer.number
          + " differs");
      JsObject object = target;
      check(object.isSame(target), "another object");
    }
    if (buffer.content.length > 0) {
      int at = random.nextInt(buffer.content.length);
      check(call("byte", buffer.number, at).asInt() == (buffer.content[at] & 0xff), "a script sees another byte");
    }
    if (buffer.content.length < 6000) {
      int sum = 7;
      for (byte each : buffer.content) {
        sum = (sum * 31 + (each & 0xff)) % 1000003;
      }
      check(call("sum", buffer.number).asInt() == sum, "a script sees other bytes");
    }
  }
}
