package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** A JVM of its own that opens a {@link FakeBundle}: what processes do to each other can't be seen inside one. */
final class ChildJvm {
  private static final long LONGEST_SECONDS = 120;

  private ChildJvm() {}

  /** The child's program: waits for a file to appear, opens the bundle and prints where it is. */
  public static void main(String[] arguments) throws Exception {
    Path go = Path.of(arguments[0]);
    boolean dieHalfWay = arguments.length > 1 && arguments[1].equals("die");
    FakeBundle bundle = new FakeBundle();
    EngineBundle source = dieHalfWay ? new DyingBundle(bundle) : bundle;
    while (!Files.exists(go)) {
      Thread.sleep(1);
    }
    FakeLibc libc = FakeLibc.glibc("2.36");
    BundledEngine engine = BundledEngine.of(source, CacheLocation.current(), libc);
    if (engine == null) {
      throw new AssertionError("no manifest");
    }
    LoadedLibrary library =
        engine.open(new LibraryOpener(List.of(FakeBundle.SYMBOL), Platform.current(), libc));
    FileFacts directory = FileFacts.of(library.path().resolveSibling(""));
    System.out.println(library.path() + " " + (directory == null ? "missing" : directory.permissions()));
  }

  /** Ends the process after the first library, as a kill or a power cut would. */
  private record DyingBundle(FakeBundle bundle) implements EngineBundle {
    @Override
    public String platform() {
      return bundle.platform();
    }

    @Override
    public InputStream open(String name) throws IOException {
      if (name.equals(FakeBundle.MAIN)) {
        Runtime.getRuntime().halt(77);
      }
      return bundle.open(name);
    }
  }

  /** Starts a child with these JVM options and arguments. Its output goes to a file, so that it never has to wait for us. */
  static Process start(Path output, List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), ChildJvm.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  /** Waits for a child and gives its last line. */
  static String finish(Process child, Path output, int expectedExit) throws IOException, InterruptedException {
    if (!child.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      child.destroyForcibly();
      throw new AssertionError("the child JVM hangs: " + Files.readString(output));
    }
    String text = Files.readString(output, StandardCharsets.UTF_8).strip();
    if (child.exitValue() != expectedExit) {
      throw new AssertionError("the child JVM ended with " + child.exitValue() + ": " + text);
    }
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  /** Only what the child needs, taken from the classes themselves: the test runner may hide its own class path. */
  private static String classPath() {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type : List.of(ChildJvm.class, ExtractionCache.class, EngineBundle.class, LoggerFactory.class)) {
      String file = type.getName().replace('.', '/') + ".class";
      URL url = type.getResource("/" + file);
      if (url == null) {
        throw new AssertionError(file);
      }
      String text = url.toString();
      String place = text.substring(0, text.length() - file.length());
      place = place.startsWith("jar:") ? place.substring("jar:".length(), place.indexOf('!')) : place;
      places.add(Path.of(URI.create(place)).toString());
    }
    return String.join(File.pathSeparator, places);
  }
}
