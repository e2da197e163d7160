package io.jsc4j.internal.process;

import io.jsc4j.bindings.bundle.EngineBundle;
import io.jsc4j.spi.JscLibraryProvider;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import org.slf4j.Logger;
import tools.jackson.core.TokenStreamFactory;

/**
 * How another JVM finds jsc4j: from the same places as this one, and without the rest of the application. What an application has on its class path would
 * only be of use to an enemy there, and its logging would write into the same files from two processes. Where the application says itself where the engine is
 * (a {@link JscLibraryProvider}), it is there too, since nobody knows what that needs.
 */
final class ChildPath {
  /** The system property that names the class path of child processes, for an application that keeps its jars where no other JVM can read them. */
  static final String PROPERTY = "io.jsc4j.worker.path";

  private ChildPath() {}

  /** The JVM's options that make it find a main class of our module. */
  static List<String> options(String mainClass) {
    String wanted = System.getProperty(PROPERTY, "");
    if (!wanted.isEmpty()) {
      return onClassPath(wanted, mainClass);
    }
    Module module = ChildPath.class.getModule();
    return module.isNamed() && module.getLayer() != null
        ? onModulePath(module, module.getLayer(), mainClass)
        : onClassPath(classPath(), mainClass);
  }

  private static List<String> onClassPath(String path, String mainClass) {
    return List.of("--enable-native-access=ALL-UNNAMED", "-cp", path, mainClass);
  }

  private static List<String> onModulePath(Module module, ModuleLayer layer, String mainClass) {
    Set<String> places = new LinkedHashSet<>();
    Set<ResolvedModule> seen = new LinkedHashSet<>();
    Configuration configuration = layer.configuration();
    configuration.findModule(module.getName()).ifPresent(resolved -> add(resolved, seen));
    for (Class<?> provider : providers(EngineBundle.class, JscLibraryProvider.class)) {
      configuration.findModule(provider.getModule().getName()).ifPresent(resolved -> add(resolved, seen));
    }
    for (ResolvedModule resolved : seen) {
      resolved.reference()
          .location()
          .filter(place -> !place.getScheme().equals("jrt"))
          .ifPresent(place -> places.add(file(place)));
    }
    return List.of("--enable-native-access=" + module.getName() + ",io.jsc4j.bindings", "-p", join(places), "-m", module
        .getName() + "/" + mainClass);
  }

  private static void add(ResolvedModule module, Set<ResolvedModule> seen) {
    if (seen.add(module)) {
      module.reads().forEach(read -> add(read, seen));
    }
  }

  private static String classPath() {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type : List.of(ChildPath.class, EngineBundle.class, TokenStreamFactory.class, Logger.class)) {
      places.add(place(type));
    }
    for (Class<?> bundle : providers(EngineBundle.class)) {
      places.add(place(bundle));
    }
    if (!providers(JscLibraryProvider.class).isEmpty()) {
      for (String place : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
        places.add(Path.of(place).toAbsolutePath().toString());
      }
    }
    return join(places);
  }

  /** Only their types: to make one here would run foreign code. */
  private static List<Class<?>> providers(Class<?>... services) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> service : services) {
      (service == EngineBundle.class
          ? ServiceLoader.load(EngineBundle.class, ChildPath.class.getClassLoader())
          : ServiceLoader.load(JscLibraryProvider.class, ChildPath.class.getClassLoader())).stream()
          .forEach(provider -> types.add(provider.type()));
    }
    return types;
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw unreadable(type.getName() + " does not say where it comes from");
    }
    try {
      return file(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw unreadable(source.getLocation().toString());
    }
  }

  private static String file(URI place) {
    try {
      return Path.of(place).toAbsolutePath().toString();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw unreadable(place.toString());
    }
  }

  private static IllegalStateException unreadable(String what) {
    return new IllegalStateException(String.format(Locale.ROOT,
        "another JVM can't load jsc4j from where this one did (%s): name jars that it can read by -D%s=PATH",
        what, PROPERTY));
  }

  private static String join(Set<String> places) {
    return String.join(File.pathSeparator, places);
  }
}
