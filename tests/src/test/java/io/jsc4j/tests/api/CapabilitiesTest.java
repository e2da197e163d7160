package io.jsc4j.tests.api;

import io.jsc4j.HostClass;
import io.jsc4j.HostFunction;
import io.jsc4j.JsContext;
import io.jsc4j.JsExport;
import io.jsc4j.JsGrant;
import io.jsc4j.JsGrant.Kind;
import io.jsc4j.JsNumber;
import io.jsc4j.JsRejectionHandler;
import io.jsc4j.JsScope;
import io.jsc4j.JsValue;
import io.jsc4j.tests.support.ContextTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** {@code JsContext.capabilities}: all that scripts were given, and nothing else. */
class CapabilitiesTest extends ContextTest {
  @JsExport
  static final class Account {
    @JsExport
    final int balance = 7;

    @JsExport
    Account() {}

    @JsExport
    int deposit(int amount) {
      return balance + amount;
    }

    @JsExport
    static int count() {
      return 1;
    }
  }

  @Test
  void ofAFreshContext() {
    assertThat(js.capabilities()).isEmpty();
    // What the library makes for itself is no grant.
    js.await(js.eval("Promise.resolve(1)"), Duration.ofSeconds(10));
    assertThat(js.eval("Promise.resolve(1)").asObject().asPromise().toFuture()).isNotNull();
    js.evalIn("1", js.newObject());
    js.disableEval("no");
    js.evalIn("1", js.newObject());
    js.newMap();
    assertThat(js.capabilities()).isEmpty();
  }

  @Test
  void everyKindInTheOrderOfGranting() {
    HostFunction function = call -> JsNumber.of(1);
    DoubleUnaryOperator typed = Math::sqrt;
    JsRejectionHandler handler = (reason, promise) -> {};
    Account account = new Account();
    js.global().set("f", js.function("f", function));
    js.global().set("sqrt", js.function("sqrt", HostFunction.ofDouble(typed)));
    js.global().set("later", js.asyncFunction("later", call -> CompletableFuture.completedFuture(JsValue.undefined())));
    js.onUnhandledRejection(handler);
    js.export("account", account);
    js.global().set("g", js.function("g", function));

    assertThat(js.capabilities()).extracting(JsGrant::kind, JsGrant::name)
        .startsWith(tuple(Kind.FUNCTION, "f"), tuple(
            Kind.FUNCTION, "sqrt"), tuple(Kind.ASYNC_FUNCTION, "later"),
            tuple(Kind.REJECTION_HANDLER, "unhandledRejection"),
            tuple(Kind.CLASS, "Account"))
        .endsWith(tuple(Kind.OBJECT, "Account"), tuple(
            Kind.FUNCTION, "g"));
    assertThat(js.capabilities()).filteredOn(grant -> grant.kind() == Kind.MEMBER)
        .extracting(JsGrant::name)
        .containsExactlyInAnyOrder("Account.deposit", "Account.count", "Account.get balance", "Account.constructor");
    assertThat(js.capabilities()).contains(new JsGrant(Kind.FUNCTION, "f", function.getClass()), new JsGrant(
        Kind.FUNCTION, "sqrt", typed.getClass()), new JsGrant(Kind.REJECTION_HANDLER, "unhandledRejection", handler
            .getClass()), new JsGrant(Kind.CLASS, "Account", Account.class), new JsGrant(Kind.OBJECT, "Account",
                Account.class), new JsGrant(Kind.MEMBER, "Account.deposit", Account.class));
  }

  @Test
  void membersOfAHostClass() {
    HostClass<StringBuilder> text = HostClass.builder("Text", StringBuilder.class)
        .method("append", (builder, call) -> JsValue.undefined())
        .staticMethod("version", call -> JsNumber.of(1))
        .build();
    js.global().set("Text", js.define(text));
    assertThat(js.capabilities()).containsExactly(new JsGrant(Kind.CLASS, "Text", StringBuilder.class), new JsGrant(
        Kind.MEMBER, "Text.append", StringBuilder.class), new JsGrant(Kind.MEMBER, "Text.version",
            StringBuilder.class));
    js.global().set("text", js.toJsObject(text, new StringBuilder()));
    assertThat(js.capabilities()).hasSize(4).last().isEqualTo(new JsGrant(Kind.OBJECT, "Text", StringBuilder.class));
  }

  @Test
  void objectsThatScriptsConstruct() {
    js.export("Account", Account.class);
    assertThat(js.capabilities()).noneMatch(grant -> grant.kind() == Kind.OBJECT);
    js.eval("globalThis.mine = new Account()");
    assertThat(js.capabilities()).last().isEqualTo(new JsGrant(Kind.OBJECT, "Account", Account.class));
  }

  @Test
  void ofOneContextOnly() {
    HostFunction function = call -> JsValue.undefined();
    try (JsContext other = js.runtime().openContext()) {
      other.global().set("f", other.function("f", function));
      other.export("account", new Account());
      assertThat(js.capabilities()).isEmpty();
      assertThat(other.capabilities()).contains(new JsGrant(Kind.FUNCTION, "f", function.getClass()));
    }
  }

  /** Nothing is kept of what the collector has taken. */
  @Test
  void whatIsCollectedIsDropped() {
    js.global().set("kept", js.function("kept", call -> JsValue.undefined()));
    try (JsScope scope = js.openScope()) {
      assertThat(scope.scope().isAlive()).isTrue();
      for (int i = 0; i < 5_000; i++) {
        js.function("dropped", call -> JsValue.undefined());
      }
    }
    js.eval("[1, 2, 3].map(x => ({ x })).length");
    js.runtime().collectGarbage();
    assertThat(js.capabilities()).hasSizeLessThan(100).extracting(JsGrant::name).contains("kept");
  }

  @Test
  void afterClose() {
    JsContext other = js.runtime().openContext();
    other.close();
    assertThatThrownBy(other::capabilities).isInstanceOf(IllegalStateException.class);
  }
}
