package io.jsc4j.tests.abuse;

import io.jsc4j.JsContext;
import io.jsc4j.JsEngine;
import io.jsc4j.JsObject;
import io.jsc4j.JsRef;
import io.jsc4j.JsRuntime;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.NeedsEngine;
import io.jsc4j.tests.support.Threads;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Contexts in arenas of the caller: closed early, of the wrong kind, or lying. */
@SuppressWarnings({"try", "MustBeClosedChecker"}) // closing too early and twice is the subject
@NeedsEngine
@Tag("collector")
final class ArenaAbuseTest {
  @Test
  void closingTheArenaClosesContextAndRuntime() {
    JsContext js;
    JsObject object;
    JsRef<? extends JsObject> ref;
    try (Arena arena = Arena.ofConfined()) {
      js = JsContext.open(arena);
      object = js.newObject();
      ref = object.retain();
      js.openScope();
      assertThat(js.eval("1").asInt()).isOne();
    }
    assertThat(js.isClosed() && js.runtime().isClosed()).isTrue();
    assertThatThrownBy(() -> object.get("a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(ref::get).isInstanceOf(IllegalStateException.class);
    js.close();
    ref.close();
  }

  @Test
  void closingTheContextLeavesTheArenaOpen() {
    try (Arena arena = Arena.ofConfined()) {
      JsContext js = JsContext.open(arena);
      js.close();
      assertThat(js.runtime().isClosed()).isTrue();
      assertThat(arena.scope().isAlive()).isTrue();
      JsContext next = JsContext.open(arena);
      assertThat(next.eval("1").asInt()).isOne();
    }
    assertThat(JsEngine.liveResources().contexts()).isZero();
  }

  @Test
  void severalContextsInOneArena() {
    JsRuntime runtime = JsRuntime.open();
    try (Arena arena = Arena.ofConfined()) {
      for (int i = 0; i < 5; i++) {
        runtime.openContext(arena).eval("globalThis.x = {}");
        JsContext.open(arena).eval("globalThis.x = {}");
      }
    }
    assertThat(JsEngine.liveResources().contexts()).isZero();
    assertThat(runtime.openContext().eval("1").asInt()).isOne();
    runtime.close();
  }

  @Test
  void closedInsideACallback() {
    try (Arena arena = Arena.ofConfined()) {
      JsContext js = JsContext.open(arena);
      js.global().set("close", js.function("close", call -> {
        arena.close();
        return JsValue.undefined();
      }));

      assertThatThrownBy(() -> js.eval("close()")).isInstanceOf(IllegalStateException.class);
      assertThat(js.eval("try { close() } catch { 'refused' }").asString()).isEqualTo("refused");
      js.eval("var state; Promise.resolve().then(close).catch(() => { state = 'refused too' })");
      assertThat(js.eval("state").asString()).isEqualTo("refused too");
      assertThat(js.isClosed()).isFalse();
      assertThat(arena.scope().isAlive()).isTrue();
    }
  }

  @Test
  void closedInsideACallbackOfAnotherContextOfTheRuntime() {
    try (JsRuntime runtime = JsRuntime.open()) {
      Arena arena = Arena.ofConfined();
      JsContext inArena = runtime.openContext(arena);
      JsContext running = runtime.openContext();
      JsObject kept = inArena.newObject();
      running.global().set("close", running.function("close", call -> {
        arena.close();
        assertThat(inArena.isClosed()).isTrue();
        assertThatThrownBy(() -> kept.get("a")).isInstanceOf(IllegalStateException.class);
        return running.newObject();
      }));

      assertThat(running.eval("close()").asObject().keys()).isEmpty();
      assertThat(JsEngine.liveResources().contexts()).isOne();
    }
  }

  @Test
  void closedInsideACallbackOfAGuestOfItsRuntime() {
    Arena arena = Arena.ofConfined();
    JsContext owner = JsContext.open(arena);
    JsContext guest = owner.runtime().openContext();
    guest.global().set("close", guest.function("close", call -> {
      arena.close();
      return guest.newObject();
    }));
    JsValue result = guest.eval("close(); ({ a: 1 })");

    assertThat(owner.isClosed() && guest.isClosed() && guest.runtime().isClosed()).isTrue();
    assertThatThrownBy(() -> result.asObject().get("a")).isInstanceOf(IllegalStateException.class);
    try (JsContext other = JsContext.open()) {
      assertThatThrownBy(() -> other.global().set("x", result)).isInstanceOfAny(IllegalStateException.class,
          IllegalArgumentException.class);
    }
  }

  @Test
  void anArenaOfTheWrongKindIsRefused() {
    try (JsRuntime runtime = JsRuntime.open(); Arena shared = Arena.ofShared()) {
      for (Arena arena : new Arena[]{shared, Arena.ofAuto(), Arena.global()}) {
        assertThatThrownBy(() -> JsContext.open(arena)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Arena.ofConfined()");
        assertThatThrownBy(() -> runtime.openContext(arena)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Arena.ofConfined()");
      }
      assertThat(JsEngine.liveResources().contexts()).isZero();
      assertThat(JsEngine.liveResources().runtimes()).isOne();
    }
  }

  @Test
  void aClosedArenaIsRefused() {
    Arena arena = Arena.ofConfined();
    arena.close();

    assertThatThrownBy(() -> JsContext.open(arena)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(JsEngine.liveResources().runtimes()).isZero();
  }

  @Test
  void anArenaOfAnotherThreadIsRefused() throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      Threads.onPlatformThread(() -> {
        assertThatThrownBy(() -> JsContext.open(arena)).isInstanceOfAny(WrongThreadException.class,
            IllegalArgumentException.class);
      });
    }
    assertThat(JsEngine.liveResources().runtimes()).isZero();
  }

  @Test
  void aClosedScopeIsRefused() {
    try (JsContext js = JsContext.open()) {
      JsScope scope = js.openScope();
      scope.close();
      assertThatThrownBy(() -> js.runtime().openContext(scope)).isInstanceOf(IllegalStateException.class);
    }
  }

  /** Anyone can write an Arena: it hands out memory of one lifetime and claims another. */
  private record LyingArena(Arena memory, Arena claimed) implements Arena {
    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
      return memory.allocate(byteSize, byteAlignment);
    }

    @Override
    public MemorySegment.Scope scope() {
      return claimed.scope();
    }

    @Override
    public void close() {
      claimed.close();
    }
  }

  @Test
  void anArenaThatLiesAboutItsLifetimeIsRefused() {
    try (JsRuntime runtime = JsRuntime.open(); Arena confined = Arena.ofConfined(); Arena shared = Arena.ofShared()) {
      for (Arena claimed : new Arena[]{shared, Arena.ofAuto(), Arena.global()}) {
        assertThatThrownBy(() -> runtime.openContext(new LyingArena(confined, claimed)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Arena.ofConfined()");
      }
      assertThat(JsEngine.liveResources().contexts()).isZero();
    }
  }

  @Test
  void anArenaThatThrowsIsHarmless() {
    Arena hostile = new Arena() {
      @Override
      public MemorySegment allocate(long byteSize, long byteAlignment) {
        throw new UnsupportedOperationException("no memory");
      }

      @Override
      public MemorySegment.Scope scope() {
        throw new UnsupportedOperationException("no scope");
      }

      @Override
      public void close() {}
    };
    assertThatThrownBy(() -> JsContext.open(hostile)).isInstanceOf(UnsupportedOperationException.class);
    assertThat(JsEngine.liveResources().runtimes()).isZero();
  }
}
