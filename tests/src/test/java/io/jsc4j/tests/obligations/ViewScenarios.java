package io.jsc4j.tests.obligations;

import io.jsc4j.JsArrayBuffer;
import io.jsc4j.JsContext;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import static io.jsc4j.tests.obligations.Refusals.holds;
import static io.jsc4j.tests.obligations.Refusals.isRefused;

/** Views of the engine's memory: what they may look at, and what has to stay while they do. */
final class ViewScenarios {
  private static final int SIZE = 4 << 20;

  private ViewScenarios() {}

  /** A resizable buffer gives its pages back to the system when it shrinks: an access faults. */
  static void memoryFixed() {
    try (JsContext js = JsContext.open(); JsScope scope = js.openScope()) {
      JsArrayBuffer buffer = (JsArrayBuffer) js.eval("globalThis.b = new ArrayBuffer(" + SIZE + ", { maxByteLength: "
          + SIZE
          + " })");
      boolean refused = isRefused(UnsupportedOperationException.class, "resizable", () -> {
        MemorySegment view = buffer.asSegment(scope);
        js.eval("b.resize(0)");
        return view.get(ValueLayout.JAVA_BYTE, SIZE - 1);
      });
      refused &= isRefused(UnsupportedOperationException.class, "WebAssembly", () -> ((JsArrayBuffer) js.eval(
          "new WebAssembly.Memory({ initial: 1 }).buffer")).asSegment(scope));
      holds(refused, "memory that can shrink was shared");
    }
  }

  /** Views whose buffers nothing else names any more, while others are made and collected. */
  static void viewProtected() {
    try (JsContext js = JsContext.open(); JsScope views = js.openScope()) {
      for (int round = 0; round < 50; round++) {
        MemorySegment view;
        try (JsScope handles = js.openScope()) {
          view = js.newArrayBuffer(SIZE).asSegment(views).fill((byte) 7);
          holds(handles.scope().isAlive(), "the scope is closed");
        }
        js.runtime().collectGarbage();
        try (JsScope handles = js.openScope()) {
          js.newArrayBuffer(SIZE);
          holds(handles.scope().isAlive(), "the scope is closed");
        }
        for (int i = 0; i < SIZE; i += 512) {
          holds(view.get(ValueLayout.JAVA_BYTE, i) == 7, "the memory of view " + round + " is another one's");
        }
      }
    }
  }

  /** A native call uses memory of the scope, so its arena can't close; everything else of the runtime does. */
  static void viewsEnded() {
    JsContext owner = JsContext.open();
    JsScope scope = owner.openScope();
    MemorySegment view = owner.newArrayBuffer(SIZE).asSegment(scope).fill((byte) 7);
    JsContext guest = JsContext.open(scope);
    guest.global().set("close", guest.function("close", call -> {
      owner.close();
      try (JsContext other = JsContext.open()) {
        other.newArrayBuffer(SIZE);
      }
      return JsValue.undefined();
    }));
    guest.eval("close()");
    holds(view.scope().isAlive(), "the view has ended: nothing is proved");
    for (int i = 0; i < SIZE; i += 512) {
      holds(view.get(ValueLayout.JAVA_BYTE, i) == 7, "the memory is another one's");
    }
    scope.close();
    holds(!view.scope().isAlive(), "the view has not ended");
  }
}
