package io.jsc4j.internal.ffi;

import io.jsc4j.bindings.JavaScriptCore;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import static io.jsc4j.tests.obligations.Refusals.holds;
import static io.jsc4j.tests.obligations.Refusals.isRefused;

/** Scenarios of the obligation tests for what the types of the public API already rule out, or what only chance would show through it. */
public final class AuditedScenarios {
  /** Long enough for a whole collection. */
  private static final long WINDOW_NANOS = 300_000;

  private AuditedScenarios() {}

  @FunctionalInterface
  private interface Body {
    void run(ContextPointer context) throws Exception;
  }

  private static void inContext(Body body) throws Exception {
    RuntimePointer runtime = RuntimePointer.create(WatchdogLimits.NONE, false);
    try (Arena arena = Arena.ofConfined()) {
      body.run(ContextPointer.create(runtime, arena, () -> {}, () -> {}));
    }
    runtime.close();
  }

  /** The shape of every operation, with the moment between return and protection made long: a result is then named by Java objects only. */
  public static void lockHeld() throws Exception {
    inContext(context -> {
      List<CellPointer> kept = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        try (Entry entry = Entry.open(context);
            StringPointer source = StringPointer.of("({ i: " + i + ", text: 'object ' + " + i + " })")) {
          MemorySegment result = JavaScriptCore.JSEvaluateScript(entry.context(), source.segment(), MemorySegment.NULL,
              MemorySegment.NULL, 1,
              entry.exceptionSlot());
          LockSupport.parkNanos(WINDOW_NANOS);
          kept.add((CellPointer) entry.result(result));
        }
      }
      for (int i = 0; i < kept.size(); i++) {
        NativeValue number = Objects.get(context, kept.get(i), "i");
        holds(number.equals(new NativeValue.Num(i)), "object " + i + " is another one: " + number);
        Realm.discard(kept.get(i));
      }
    });
  }

  /** What a callback returns has no handle any more when it returns, as at the end of a scope, and the engine takes its time to take it. */
  public static void callbackResultParked() throws Exception {
    inContext(context -> {
      CellPointer make = (CellPointer) Scripts.evaluate(context, "i => ({ i, text: 'object ' + i })", null, 1);
      CellPointer fresh = Contexts.createHostFunction(context, "fresh", 1, frame -> {
        CellPointer object = (CellPointer) Functions.call(context, make, NativeValue.Nullish.UNDEFINED, frame.argument(
            0));
        frame.returns(object);
        Realm.discard(object);
        LockSupport.parkNanos(WINDOW_NANOS);
      });
      CellPointer count = (CellPointer) Scripts.evaluate(context, """
          fresh => {
            let wrong = 0;
            for (let i = 0; i < 1000; i++) {
              const object = fresh(i);
              const others = [];
              for (let j = 0; j < 100; j++) others.push({ i: -1, text: 'other' });
              if (object.i !== i || object.text !== 'object ' + i) wrong++;
            }
            return wrong;
          }""", null, 1);
      NativeValue wrong = Functions.call(context, count, NativeValue.Nullish.UNDEFINED, fresh);
      Realm.discard(make);
      Realm.discard(fresh);
      Realm.discard(count);
      holds(wrong.equals(new NativeValue.Num(0)), "objects are other ones: " + wrong);
    });
  }

  /** NULL without an exception, as a call returns it when the engine lacks memory: it must become neither a value nor an object. */
  public static void resultPresent() throws Exception {
    inContext(context -> {
      boolean refused = isRefused(IllegalStateException.class, "no value and no exception", () -> {
        try (Entry entry = Entry.open(context)) {
          CellPointer nothing = entry.objectResult(MemorySegment.NULL, CellKind.OBJECT);
          return Objects.has(context, nothing, new NativeValue.Text("x"));
        }
      });
      refused &= isRefused(IllegalStateException.class, "no value and no exception", () -> {
        try (Entry entry = Entry.open(context)) {
          return entry.result(MemorySegment.NULL);
        }
      });
      holds(refused, "a NULL result became a value");
    });
  }

  /** A symbol and a big int where the engine casts to an object: some functions survive it, and others end the process. */
  public static void isObject() throws Exception {
    inContext(context -> {
      CellPointer symbol = Values.createSymbol(context, "symbol");
      CellPointer bigInt = Values.createBigInt(context, "123456789012345678901234567890");
      NativeValue key = new NativeValue.Num(7);
      boolean refused = isRefused(IllegalArgumentException.class, "expected an object", () -> Objects.get(context,
          symbol, "description"));
      refused &= isRefused(IllegalArgumentException.class, "expected an object", () -> Objects.has(context, bigInt,
          key));
      refused &= isRefused(IllegalArgumentException.class, "expected an object", () -> Objects.getIndex(context, symbol,
          7));
      holds(refused, "a symbol or a big int was used as an object");
      Realm.discard(symbol);
      Realm.discard(bigInt);
    });
  }

  /** A script in a runtime that did not parse it, past the same check of the public API: the engine ends the process. */
  public static void scriptOfRuntime() throws Exception {
    inContext(one -> inContext(other -> {
      ScriptPointer script = Scripts.parse(one.runtime(), "6 * 7", null);
      if (script == null) {
        throw new AssertionError("the script does not parse");
      }
      NativeValue answer = Scripts.evaluate(one, script);
      holds(answer.equals(new NativeValue.Num(42)), "wrong value: " + answer);
      boolean refused = isRefused(IllegalArgumentException.class, "another runtime", () -> Scripts.evaluate(other,
          script));
      script.release();
      holds(refused, "a script ran in a runtime that did not parse it");
    }));
  }

  /** An upcall that throws. */
  public static void callbackContained() throws Exception {
    inContext(context -> {
      try (Entry entry = Entry.open(context, 0); StringPointer name = StringPointer.of("throwing")) {
        MemorySegment stub = Upcalls.stub(AuditedScenarios::throwing);
        MemorySegment function = JavaScriptCore.JSObjectMakeFunctionWithCallback(entry.context(), name.segment(), stub);
        MemorySegment result = JavaScriptCore.JSObjectCallAsFunction(entry.context(), function, MemorySegment.NULL, 0,
            MemorySegment.NULL,
            entry.exceptionSlot());
        holds(entry.exceptionSlot().get(ValueLayout.JAVA_LONG, 0) == 0, "an exception from nowhere");
        System.out.println("the upcall returned 0x" + Long.toHexString(result.address()));
      }
    });
  }

  static long throwing(long context, long function, long self, long count, long arguments, long exception) {
    throw new StackOverflowError("as at the end of a stack, before any handler of ours");
  }

  /** HotSpot keeps its signals only if the engine polls instead. */
  public static void optionsBeforeVm() throws Exception {
    inContext(context -> {
      holds(option("usePollingTraps"), "the engine will use signals to interrupt scripts: usePollingTraps is off");
      holds(!option("useWasmFaultSignalHandler"), "the engine has taken SIGSEGV: useWasmFaultSignalHandler is on");
      holds(!option("useWasmFastMemory"), "memory of WebAssembly ends in pages that fault: useWasmFastMemory is on");
    });
  }

  private static boolean option(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
      holds(JavaScriptCore.jsc_options_get_boolean(arena.allocateFrom(name), value) != 0, "the engine has no option "
          + name);
      return value.get(ValueLayout.JAVA_INT, 0) != 0;
    }
  }
}
