package io.jsc4j.tests.api;

import io.jsc4j.JsObject;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

final class UnhandledRejectionTest extends ContextTest {
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void listen() {
    js.onUnhandledRejection((reason, promise) -> {
      assertThat(promise.asObject().isInstanceOf(js.eval("Promise").asFunction())).isTrue();
      heard.add(js.coerceToString(reason));
    });
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  @Test
  void unhandledRejectionsAreHeard() {
    js.eval("Promise.reject(7); Promise.reject(new Error('e')); (async () => { throw 'async' })()");

    assertThat(heard).containsExactlyInAnyOrder("7", "Error: e", "async");
  }

  @Test
  void handledOnesAreNot() {
    js.eval("Promise.reject(1).catch(() => {}); Promise.reject(2).then(null, () => {}); Promise.resolve(3)");
    js.eval("var p = Promise.reject(4); Promise.resolve().then(() => p.catch(() => {}))");

    assertThat(heard).isEmpty();
  }

  @Test
  void handlesEndWithTheCall() {
    List<JsObject> kept = new ArrayList<>();
    js.onUnhandledRejection((reason, _) -> kept.add(reason.asObject()));
    js.eval("Promise.reject({ a: 1 })");

    assertThatThrownBy(() -> kept.getFirst().get("a")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can no longer be used");
  }

  @Test
  void whatTheHandlerThrowsComesOutOfTheOperation() {
    IllegalStateException failure = new IllegalStateException("handler");
    js.onUnhandledRejection((_, _) -> {
      throw failure;
    });

    assertThat(catchThrowable(() -> js.eval("Promise.reject(1); 5"))).isSameAs(failure);
    assertUsable();
  }

  @Test
  void aCheckedExceptionOfTheHandlerComesOutToo() {
    IOException failure = new IOException("checked");
    js.onUnhandledRejection((_, _) -> UnhandledRejectionTest.<RuntimeException>sneak(failure));

    assertThat(catchThrowable(() -> js.eval("Promise.reject(1); 5"))).isSameAs(failure);
    assertUsable();
  }

  @Test
  void awaitHandlesItsPromise() {
    assertThatThrownBy(() -> js.await(js.eval(
        "new Promise((_, reject) => { Promise.resolve().then(() => reject(1)) })"),
        java.time.Duration.ofSeconds(5))).hasMessage("1");
  }

  @Test
  void theHandlerMayRunScripts() {
    js.onUnhandledRejection((reason, _) -> heard.add(js.eval("(x => 'seen ' + x)")
        .asFunction()
        .call(reason)
        .asString()));
    js.eval("Promise.reject('r')");

    assertThat(heard).containsExactly("seen r");
  }

  @Test
  void anotherHandlerReplacesIt() {
    js.onUnhandledRejection((_, _) -> heard.add("second"));
    js.eval("Promise.reject('first')");

    assertThat(heard).containsExactly("second");
  }

  @Test
  void whatARejectedHostCallThrewIsTheSameObject() {
    RuntimeException failure = new RuntimeException("host");
    js.global().set("fail", js.function("fail", _ -> {
      throw failure;
    }));
    List<JsValue> reasons = new ArrayList<>();
    js.onUnhandledRejection((reason, _) -> {
      reasons.add(reason);
      assertThat(catchThrowable(() -> js.eval("(x => { throw x })").asFunction().call(reason))).isSameAs(failure);
    });
    js.eval("Promise.resolve().then(fail)");

    assertThat(reasons).hasSize(1);
  }
}
