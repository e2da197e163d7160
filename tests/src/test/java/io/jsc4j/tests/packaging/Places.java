package io.jsc4j.tests.packaging;

import io.jsc4j.JsEngine;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Where the classes of the library are: jars or folders, as this JVM got them. */
final class Places {
  private Places() {}

  /** What an application needs, with the engine in it if it has been built. */
  static List<Path> library() {
    List<Path> places = withoutEngine();
    Path engine = engine();
    if (engine != null) {
      places.add(engine);
    }
    return places;
  }

  /** The same without jsc-native. */
  static List<Path> withoutEngine() {
    List<Path> places = new ArrayList<>();
    places.add(of(JsEngine.class));
    places.add(ofResource("io/jsc4j/bindings/bundle/EngineBundle.class"));
    places.add(of(LoggerFactory.class));
    places.add(ofResource("tools/jackson/core/TokenStreamFactory.class"));
    places.add(of(NullMarked.class));
    return places;
  }

  /** The jar or folder of jsc-native, or null. */
  static @Nullable Path engine() {
    return find("io/jsc4j/engine/linux-x86_64/bundle.properties");
  }

  private static Path ofResource(String name) {
    Path found = find(name);
    if (found == null) {
      throw new AssertionError(name + " is not on the class path");
    }
    return found;
  }

  private static Path of(Class<?> type) {
    return ofResource(type.getName().replace('.', '/') + ".class");
  }

  private static @Nullable Path find(String name) {
    try {
      Enumeration<URL> urls = Places.class.getClassLoader().getResources(name);
      if (!urls.hasMoreElements()) {
        return null;
      }
      String text = urls.nextElement().toString();
      String place = text.substring(0, text.length() - name.length());
      Path path = Path.of(new URI(place.startsWith("jar:")
          ? place.substring("jar:".length(), place.indexOf('!'))
          : place));
      return Files.exists(path) ? path : null;
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
