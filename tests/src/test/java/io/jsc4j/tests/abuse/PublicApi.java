package io.jsc4j.tests.abuse;

import io.jsc4j.JsEngine;
import io.jsc4j.spi.JscLibraryProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the exported packages offer, by reflection. */
public final class PublicApi {
  private PublicApi() {}

  /** All public top-level types and their public member types. */
  public static List<Class<?>> types() {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> neighbour : List.of(JsEngine.class, JscLibraryProvider.class)) {
      for (Class<?> type : inPackageOf(neighbour)) {
        if (Modifier.isPublic(type.getModifiers())) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static List<Class<?>> inPackageOf(Class<?> neighbour) {
    try {
      URI place = neighbour.getProtectionDomain().getCodeSource().getLocation().toURI();
      String folder = neighbour.getPackageName().replace('.', '/');
      if (Files.isDirectory(Path.of(place))) {
        return load(neighbour, Path.of(place).resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
        return load(neighbour, jar.getPath(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Class<?>> load(Class<?> neighbour, Path folder) throws IOException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (String name : files.map(file -> file.getFileName().toString()).sorted().toList()) {
        if (name.endsWith(".class") && !name.contains("-info")) {
          types.add(Class.forName(neighbour.getPackageName() + "." + name.substring(0, name.length() - ".class"
              .length())));
        }
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
    return types;
  }

  /** The constructors and methods that a user can call and that we wrote. */
  public static List<Executable> executables(Class<?> type) {
    List<Executable> found = new ArrayList<>(List.of(type.getConstructors()));
    for (Method method : type.getMethods()) {
      if (method.getDeclaringClass().getName().startsWith("io.jsc4j.") && !method.isBridge() && !isOfEveryEnum(method)
          && !isImplementedByUsers(method)) {
        method.trySetAccessible();
        found.add(method);
      }
    }
    found.sort(Comparator.comparing(Executable::toString));
    return found;
  }

  private static boolean isOfEveryEnum(Method method) {
    return method.getDeclaringClass().isEnum() && Modifier.isStatic(method.getModifiers());
  }

  private static boolean isImplementedByUsers(Method method) {
    return method.getDeclaringClass().isInterface() && !method.getDeclaringClass().isSealed();
  }
}
