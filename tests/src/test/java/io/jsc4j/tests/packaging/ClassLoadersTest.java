package io.jsc4j.tests.packaging;

import io.jsc4j.tests.support.NeedsEngine;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Application servers load a library once for each application: each class loader gets an engine of its own choice. */
@NeedsEngine
@Tag("packaging")
final class ClassLoadersTest {
  private static URLClassLoader loader() throws MalformedURLException {
    List<Path> places = Places.library();
    URL[] urls = new URL[places.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = places.get(i).toUri().toURL();
    }
    return new URLClassLoader("application", urls, ClassLoader.getPlatformClassLoader());
  }

  private static Object open(ClassLoader loader) throws ReflectiveOperationException {
    return Class.forName("io.jsc4j.JsContext", true, loader).getMethod("open").invoke(null);
  }

  private static String eval(Object context, String source) throws ReflectiveOperationException {
    Method eval = context.getClass().getMethod("eval", String.class);
    return eval.invoke(context, source).toString();
  }

  private static void close(Object context) throws ReflectiveOperationException {
    context.getClass().getMethod("close").invoke(context);
  }

  @Test
  void twoLoadersInOneJvm() throws Exception {
    try (URLClassLoader one = loader(); URLClassLoader two = loader()) {
      Object first = open(one);
      Object second = open(two);
      assertThat(first.getClass()).isNotSameAs(second.getClass());
      eval(first, "var x = 'one'");
      eval(second, "var x = 'two'");

      assertThat(eval(first, "x")).isEqualTo("one");
      assertThat(eval(second, "x + [1, 2].map(n => n * 2)")).isEqualTo("two2,4");
      close(first);
      assertThat(eval(second, "x")).isEqualTo("two");
      close(second);
    }
  }

  @Test
  void oneAfterTheOther() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (URLClassLoader loader = loader()) {
        // Several, one after the other, on one thread: what the first left there must still be there.
        for (int j = 0; j < 3; j++) {
          Object context = open(loader);
          assertThat(eval(context, "6 * 7")).isEqualTo("42");
          close(context);
        }
      }
    }
  }
}
