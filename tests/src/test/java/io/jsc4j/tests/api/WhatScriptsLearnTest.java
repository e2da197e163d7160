package io.jsc4j.tests.api;

import io.jsc4j.HostException;
import io.jsc4j.JsContext;
import io.jsc4j.JsErrorExposure;
import io.jsc4j.JsExport;
import io.jsc4j.JsNumber;
import io.jsc4j.JsRuntimeOptions;
import io.jsc4j.tests.support.ContextTest;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each line of the table in docs/capabilities.md: what a script learns of the host that runs it. */
class WhatScriptsLearnTest extends ContextTest {
  /** Nothing of its name must show unless its annotation says so. */
  @JsExport
  static final class SecretImplementation {
    private final String secret = "s3cret";

    @JsExport
    int add(int amount) {
      return amount + secret.length();
    }
  }

  @BeforeEach
  void grant() {
    js.global().set("fail", js.function("fail", call -> {
      throw new IllegalStateException("s3cret of /srv/app");
    }));
    js.global().set("tell", js.function("tell", call -> {
      throw HostException.error("for you");
    }));
    js.global().set("give", js.function("give", call -> JsNumber.of(1)));
  }

  private String text(String script) {
    return js.eval("String(" + script + ")").asString();
  }

  /** All that can be read of an error, whatever its name. */
  private static String everything(JsContext context, String call) {
    return context.eval("""
        (() => {
          try {
            %s;
            return 'nothing was thrown';
          } catch (e) {
            return Reflect.ownKeys(e).map(key => `${String(key)}=${String(e[key])}`).concat(String(e)).join('\\n');
          }
        })()
        """.formatted(call)).asString();
  }

  @Test
  void errorsTellNothingOfJava() {
    assertThat(everything(js, "fail()")).contains("message=a host function failed")
        .doesNotContain("s3cret", "/srv", "IllegalState", "java.", "WhatScripts");
    assertThat(everything(js, "tell()")).contains("message=for you").doesNotContain("java.", "WhatScripts");
    try (JsContext open = JsContext.open(JsRuntimeOptions.defaults().withErrorExposure(JsErrorExposure.MESSAGES))) {
      open.global().set("fail", open.function("fail", call -> {
        throw new IllegalStateException("s3cret");
      }));
      assertThat(everything(open, "fail()")).contains("message=s3cret");
    }
  }

  /** A script sees where in its own text it is, and helpers of jsc4j, not the Java code around it. */
  @Test
  void stacksTellNoJavaFrames() {
    assertThat(text("new Error('x').stack")).doesNotContain("java", "jsc4j");
    assertThat(everything(js, "fail()")).contains("jsc4j:realm").doesNotContain(".java");
    js.global().set("run", js.function("run", call -> call.arg(0).asFunction().call()));
    assertThat(text("run(() => new Error('x').stack)")).doesNotContain(".java", "WhatScripts", "io.jsc4j");
  }

  @Test
  void stacksTellTheUrlsThatTheHostGave() {
    js.eval("function inner() { return new Error('x').stack; }", "/srv/app/rules.js");
    assertThat(text("inner()")).contains("/srv/app/rules.js");
    js.eval("function unnamed() { return new Error('x').stack; }");
    assertThat(text("unnamed()")).startsWith("unnamed@").doesNotContain("/");
  }

  /** The text of a host function is a line of jsc4j, the same for all. */
  @Test
  void functionsTellNothingOfTheirJavaCode() {
    assertThat(text("give")).isEqualTo("method(...args) { return invoke(this, args); }").isEqualTo(text("fail"));
    assertThat(text("Reflect.ownKeys(give).sort()")).isEqualTo("length,name");
    assertThat(text("give.name + give.length")).isEqualTo("give0");
  }

  /** The name of the class and the members that were exported; of those, the number of parameters and their types in error messages. */
  @Test
  void objectsTellTheirSimpleClassNameAndExportedMembers() {
    js.export("object", new SecretImplementation());
    assertThat(text("object")).isEqualTo("[object SecretImplementation]");
    assertThat(text("object.constructor.name")).isEqualTo("SecretImplementation");
    assertThat(text("Reflect.ownKeys(object)")).isEmpty();
    assertThat(js.eval("Reflect.ownKeys(Object.getPrototypeOf(object)).map(String).join()").asString())
        .isEqualTo("constructor,add,Symbol(Symbol.toStringTag)");
    assertThat(text("object.constructor") + text("object.add")).doesNotContain("io.jsc4j.tests", "s3cret");
    assertThat(everything(js, "object.add('x')")).contains(
        "TypeError: argument 0 of 'add': expected number, got string")
        .doesNotContain("io.jsc4j.tests", ".java");
    assertThat(everything(js, "object.add.call({})")).contains("no SecretImplementation")
        .doesNotContain(
            "io.jsc4j.tests");
  }

  /** Whole milliseconds, by whatever API. */
  @Test
  void clocksTellMilliseconds() {
    long now = Instant.now().toEpochMilli();
    assertThat(js.eval("Date.now()").asDouble()).isBetween(now - 60_000.0, now + 60_000.0);
    assertThat(js.eval("""
        let whole = true;
        for (let i = 0; i < 1000; i++) whole = whole && Number.isInteger(Date.now()) && Number.isInteger(+new Date());
        whole;
        """).asBoolean()).isTrue();
    assertThat(text("typeof performance + typeof Temporal + typeof SharedArrayBuffer")).isEqualTo(
        "undefinedundefinedundefined");
  }

  @Test
  void dateAndIntlTellTheTimeZoneOfTheProcess() {
    assertThat(TimeZone.getTimeZone(text("Intl.DateTimeFormat().resolvedOptions().timeZone")).getRawOffset())
        .isEqualTo(TimeZone.getDefault().getRawOffset());
    assertThat(text("new Date(0)")).contains("GMT");
  }

  /** A locale, and the data of the ICU library: which languages and zones it knows tells its version. */
  @Test
  void intlTellsALocale() {
    assertThat(text("Intl.DateTimeFormat().resolvedOptions().locale")).matches("[a-z]{2,3}(-.+)?");
    assertThat(js.eval("Intl.supportedValuesOf('timeZone').length").asInt()).isGreaterThan(100);
  }

  @Test
  void theEngineIsRecognized() {
    assertThat(text("(() => { try { null.x; } catch (e) { return e.message; } })()")).isEqualTo(
        "null is not an object (evaluating 'null.x')");
  }

  @Test
  void otherContextsAreNotSeen() {
    try (JsContext other = js.runtime().openContext()) {
      other.eval("globalThis.secret = 1; Symbol.for('shared')");
      assertThat(text("typeof secret")).isEqualTo("undefined");
    }
  }
}
