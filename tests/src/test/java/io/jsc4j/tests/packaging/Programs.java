package io.jsc4j.tests.packaging;

/** Programs that the tests run in JVMs of their own, as source files: {@code java Main.java} compiles them there. */
final class Programs {
  /** Evaluates, calls back, recurses, throws, terminates, awaits and closes. */
  static final String MAIN =
      """
          import io.jsc4j.*;
          import java.time.Duration;

          public final class Main {
            public static void main(String[] arguments) {
              try (JsContext js = JsContext.open(JsLimits.none().withTime(Duration.ofMillis(200)))) {
                js.global().set("add", js.function("add", call -> JsNumber.of(call.arg(0).asDouble() + call.arg(1).asDouble())));
                try {
                  js.eval("null.x");
                } catch (JsThrownException e) {
                  System.out.println(e.name());
                }
                try {
                  js.eval("for (;;);");
                } catch (JsTerminatedException e) {
                  System.out.println(e.getClass().getSimpleName());
                }
                js.await(js.eval("Promise.resolve(1)"), Duration.ofSeconds(5));
                js.runtime().collectGarbage();
                System.out.println(js.eval("add(40, 2)"));
              }
              System.out.println(JsEngine.liveResources().handles());
            }
          }
          """;

  static final String PRINTED = "TypeError\nJsTimeLimitException\n42\n0\n";

  /** Prints the message of the failure to load. */
  static final String LOAD = """
      import io.jsc4j.JsEngine;
      import io.jsc4j.spi.JscLibraryException;

      public final class Load {
        public static void main(String[] arguments) {
          for (int i = 0; i < 2; i++) {
            try {
              JsEngine.load();
              System.out.println("loaded");
            } catch (JscLibraryException e) {
              System.out.println(e.getMessage());
            }
          }
        }
      }
      """;

  private Programs() {}
}
