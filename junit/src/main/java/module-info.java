/** Tests of programs that use jsc4j, run so that mistakes show: {@link io.jsc4j.junit.JsChecked}. */
module io.jsc4j.junit {
  requires io.jsc4j;
  requires java.management;
  requires jdk.unsupported;
  requires org.junit.platform.launcher;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports io.jsc4j.junit;

  opens io.jsc4j.junit to
      org.junit.platform.commons;
}
