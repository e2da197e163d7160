package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import io.jsc4j.spi.JscLibraryException;
import io.jsc4j.spi.JscLibraryProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The order of the search, what is refused and in which words. Libraries of the JDK stand for the engine. */
@EnabledOnOs(OS.LINUX)
final class LibraryDiscoveryTest {
  private static final Path LIBRARY = FakeBundle.jdkLibrary();

  /** A soname that the dynamic linker finds on every Linux, and a function in it. */
  private static final String INSTALLED = "libm.so.6";

  private static final String IN_INSTALLED = "cos";
  private static final String ABSENT = "libjsc4j-absent.so.1";

  @TempDir
  Path home;

  private final List<JscLibraryProvider> providers = new ArrayList<>();
  private final List<EngineBundle> bundles = new ArrayList<>();
  private List<String> required = List.of(FakeBundle.SYMBOL);
  private List<String> system = List.of(ABSENT);
  private Platform platform = Platform.current();
  private FakeLibc libc = FakeLibc.glibc("2.36").withOpenError(ABSENT + ": cannot open shared object file");

  private record Provider(String name, Supplier<Optional<Path>> answer) implements JscLibraryProvider {
    @Override
    public Optional<Path> library() {
      return answer.get();
    }
  }

  private void provide(String name, Path library) {
    providers.add(new Provider(name, () -> Optional.of(library)));
  }

  private LoadedLibrary discover(@Nullable String property) {
    CacheLocation cache = new CacheLocation(home.resolve("cache").toString(), null, null);
    return LibraryDiscovery.discover(
        new LoadRequest(required, platform, property, cache, providers, bundles, system), libc);
  }

  private String failure(@Nullable String property) {
    Throwable failure = catchThrowable(() -> discover(property));
    assertThat(failure).isInstanceOf(JscLibraryException.class);
    return String.valueOf(failure.getMessage());
  }

  // The order

  @Test
  void pathInThePropertyDecides() {
    provide("p", Path.of("/nowhere"));

    LoadedLibrary found = discover(LIBRARY.toString());

    assertThat(found.origin()).isEqualTo(LoadedLibrary.Origin.PROPERTY);
    assertThat(found.path()).isEqualTo(LIBRARY);
    assertThat(found.description()).isEqualTo("library named by -Dio.jsc4j.library");
    assertThat(found.symbols().find(FakeBundle.SYMBOL)).isPresent();
  }

  @Test
  void providerComesBeforeTheBundle() throws IOException {
    provide("mine", LIBRARY);
    bundles.add(new FakeBundle());

    LoadedLibrary found = discover(null);

    assertThat(found.origin()).isEqualTo(LoadedLibrary.Origin.PROVIDER);
    assertThat(found.description()).contains("Provider (mine)");
    assertThat(home.resolve("cache")).doesNotExist();
  }

  @Test
  void bundleComesBeforeTheSystem() throws IOException {
    bundles.add(new FakeBundle());
    system = List.of(INSTALLED);

    LoadedLibrary found = discover("");

    assertThat(found.origin()).isEqualTo(LoadedLibrary.Origin.BUNDLED);
    assertThat(found.path()).startsWith(home.resolve("cache")).exists();
    assertThat(found.description()).isEqualTo("bundled fake-engine 1.2.3 for " + Platform.current().id());
  }

  @Test
  void secondStartAsksTheCLibraryNothing() throws IOException {
    bundles.add(new FakeBundle());
    discover(null);
    libc = FakeLibc.glibc("2.36");

    discover(null);

    assertThat(libc.questions()).isZero();
  }

  @Test
  void systemIsTheLastAndItsFileIsFound() {
    system = List.of(ABSENT, INSTALLED);
    required = List.of(IN_INSTALLED);

    LoadedLibrary found = discover(null);

    assertThat(found.origin()).isEqualTo(LoadedLibrary.Origin.SYSTEM);
    assertThat(found.path()).isAbsolute().exists();
    assertThat(found.path().getFileName().toString()).startsWith("libm");
    assertThat(found.description()).isEqualTo("system library " + INSTALLED);
  }

  @Test
  void wordsRestrictTheSearch() throws IOException {
    provide("mine", LIBRARY);
    bundles.add(new FakeBundle());
    system = List.of(INSTALLED);

    assertThat(discover("bundled").origin()).isEqualTo(LoadedLibrary.Origin.BUNDLED);

    required = List.of(IN_INSTALLED);
    assertThat(discover("system").origin()).isEqualTo(LoadedLibrary.Origin.SYSTEM);
    bundles.clear();
    assertThat(failure("bundled")).contains("where -Dio.jsc4j.library=bundled restricts the search")
        .contains("not on the class path or module path")
        .contains("start without -Dio.jsc4j.library")
        .doesNotContain(INSTALLED)
        .doesNotContain("mine");
  }

  @Test
  void whatCannotBeUsedGivesWayToTheNext() throws IOException {
    provide("broken", Path.of("/nowhere/lib.so"));
    provide("silent", LIBRARY.resolveSibling("libjimage.so"));
    bundles.add(new FakeBundle());

    assertThat(discover(null).origin()).isEqualTo(LoadedLibrary.Origin.BUNDLED);
  }

  // What is refused

  @Test
  void missingFile() {
    assertThat(failure("/nowhere/libjsc.so")).contains("-Dio.jsc4j.library=/nowhere/libjsc.so names can't be used")
        .contains("1. /nowhere/libjsc.so: no such file")
        .contains("correct the path")
        .contains("start without -Dio.jsc4j.library");
  }

  @Test
  void directory() {
    assertThat(failure(home.toString())).contains(": a directory; the library's file is needed");
  }

  @Test
  void deviceIsNotRead() {
    assertThat(failure("/dev/zero")).contains(": not a regular file");
  }

  @Test
  void fileThatIsNoLibrary() throws IOException {
    Path file = Files.writeString(home.resolve("lib.so"), "hello, this is not a library at all");

    assertThat(failure(file.toString())).contains(file + ": not a shared library (no ELF header)");
  }

  @Test
  void wrongArchitecture() throws IOException {
    platform = Platform.of("Linux", "amd64");
    Path file = Files.write(home.resolve("lib.so"), ElfHeaderTest.header(2, 1, 3, 183));

    assertThat(failure(file.toString())).contains(file + ": a library for aarch64, and this JVM is for x86_64");
  }

  /** A library that needs another one which does not exist. */
  private Path unloadable() throws IOException {
    String content = Files.readString(LIBRARY, StandardCharsets.ISO_8859_1);
    return Files.writeString(home.resolve("lib.so"), content.replace("libjvm.so", "libxxx.so"),
        StandardCharsets.ISO_8859_1);
  }

  @Test
  void unloadableLibraryGivesTheLinkersReason() throws IOException {
    libc = FakeLibc.glibc("2.36").withOpenError("libxxx.so: cannot open shared object file");

    assertThat(failure(unloadable().toString()))
        .contains("lib.so: the dynamic linker can't open it: libxxx.so: cannot open shared object file\n");
  }

  @Test
  void unloadableLibraryIsNamedWhenTheLinkerGivesNoReason() throws IOException {
    libc = FakeLibc.glibc("2.36");

    assertThat(failure(unloadable().toString())).contains("the dynamic linker can't open " + home.resolve("lib.so"));
  }

  @Test
  void installedLibraryThatCannotBeLoadedIsNotCalledAbsent() throws IOException {
    system = List.of(unloadable().toString());
    libc = FakeLibc.glibc("2.36").withOpenError("libxxx.so: cannot open shared object file");

    assertThat(failure(null)).contains("the dynamic linker can't open it: libxxx.so").doesNotContain("not installed");
  }

  @Test
  void noexecFileSystemGetsAHint() throws IOException {
    libc = FakeLibc.glibc("2.36").withOpenError("x: failed to map segment from shared object");

    assertThat(failure(unloadable().toString())).contains("noexec").contains("-Dio.jsc4j.cache=DIRECTORY");
  }

  @Test
  void missingSymbolsAreNamed() {
    required = List.of("JSLock", FakeBundle.SYMBOL, "JSUnlock");

    assertThat(failure(LIBRARY.toString()))
        .contains(LIBRARY + ": it lacks functions that jsc4j can't do without: JSLock, JSUnlock\n");
  }

  @Test
  void wordThatIsNeither() {
    assertThat(failure("libjsc.so")).contains("neither \"bundled\" nor \"system\" nor a path").contains("./libjsc.so");
  }

  @Test
  void pathThatIsNoPath() {
    assertThat(failure("/a\0b")).contains("not a path");
  }

  // The message with everything in it

  @Test
  void errorListsEveryPlaceAndWhatToDo() throws IOException {
    platform = Platform.of("Linux", "amd64");
    provide("mine", Path.of("/nowhere/lib.so"));
    providers.add(new Provider("none", Optional::empty));
    providers.add(new Provider("sick", () -> {
      throw new IllegalStateException("out of order");
    }));
    system = List.of(ABSENT, INSTALLED);

    Throwable failure = catchThrowable(() -> discover(null));

    String name = Provider.class.getName();
    assertThat(failure).isInstanceOf(JscLibraryException.class).hasMessage("""
        No usable JavaScriptCore library was found for linux-x86_64. Tried:
          1. library provider %1$s (mine) with /nowhere/lib.so: no such file
          2. library provider %1$s (none): it has no library for this machine
          3. library provider %1$s (sick): it failed: java.lang.IllegalStateException: out of order
          4. bundled engine (io.jsc4j:jsc-native:linux-x86_64): not on the class path or module path
          5. system library libjsc4j-absent.so.1: not installed, or not where the dynamic linker looks
          6. system library libm.so.6: it lacks functions that jsc4j can't do without: VerifyClassForMajorVersion
        What to do, one of:
          - add the bundled engine: Maven artifact io.jsc4j:jsc-native, classifier linux-x86_64, scope runtime \
        (glibc 2.35 or later: Debian 12, Ubuntu 22.04, Fedora 36)
          - install the system's library: on Debian and Ubuntu the package libjavascriptcoregtk-6.0-1 or \
        libjavascriptcoregtk-4.1-0, on Fedora javascriptcoregtk6.0 or javascriptcoregtk4.1
          - name a JavaScriptCore library that you have: -Dio.jsc4j.library=/path/to/library""".formatted(name));
    assertThat(failure.getSuppressed()).hasSize(1).hasOnlyElementsOfType(IllegalStateException.class);
  }

  @Test
  void noProviderIsListedToo() {
    assertThat(failure(null)).contains("1. library provider (io.jsc4j.spi.JscLibraryProvider): none on the class path");
  }

  @Test
  void oldGlibcIsExplainedBeforeAnythingIsExtracted() throws IOException {
    bundles.add(new FakeBundle());
    libc = FakeLibc.glibc("2.31").withOpenError(ABSENT + ": cannot open shared object file");

    assertThat(failure(null)).contains("2.35 or later, and this system has glibc 2.31").contains("Debian 12");
    assertThat(home.resolve("cache")).doesNotExist();
  }

  @Test
  void alpineIsExplained() throws IOException {
    bundles.add(new FakeBundle());
    libc = FakeLibc.musl().withOpenError("Error loading shared library " + ABSENT + ": No such file or directory");

    assertThat(failure(null)).contains("another C library (Alpine Linux has musl)")
        .contains("an image based on Debian or Ubuntu (not Alpine)")
        .doesNotContain("add the bundled engine");
  }

  @Test
  void bundleForAnotherPlatformIsNamed() throws IOException {
    bundles.add(new FakeBundle());
    platform = Platform.of("Linux", "riscv64");

    assertThat(failure(null)).contains("has one for " + Platform.current().id() + " only")
        .doesNotContain("add the bundled engine");
  }

  @Test
  void jarBuiltWithoutEngineIsNamed() throws IOException {
    bundles.add(new FakeBundle().without(EngineBundle.MANIFEST));

    assertThat(failure(null)).contains("was built without the engine's files");
  }

  @Test
  void damagedBundleIsNamed() throws IOException {
    bundles.add(new FakeBundle().with(FakeBundle.MAIN, new byte[3]));

    assertThat(failure(null)).contains("its file " + FakeBundle.MAIN + " is damaged");
  }

  @Test
  void extractedLibraryWithoutTheFunctionsSaysWhereItIs() throws IOException {
    bundles.add(new FakeBundle());
    required = List.of("JSLock");

    assertThat(failure(null)).contains("extracted to " + home.resolve("cache"))
        .contains("it lacks functions that jsc4j can't do without: JSLock");
  }

  @Test
  void brokenServiceFileDoesNotEndTheSearch() {
    Iterable<JscLibraryProvider> broken = () -> {
      throw new ServiceConfigurationError("provider x.Y not found");
    };
    Iterable<EngineBundle> brokenBundles = () -> {
      throw new ServiceConfigurationError("bundle x.Z not found");
    };
    LoadRequest request = new LoadRequest(required, platform, null, CacheLocation.current(), broken, brokenBundles,
        system);

    assertThatThrownBy(() -> LibraryDiscovery.discover(request, libc)).isInstanceOf(JscLibraryException.class)
        .hasMessageContaining("it can't be loaded: provider x.Y not found")
        .hasMessageContaining("it can't be loaded: bundle x.Z not found")
        .hasMessageContaining(ABSENT);
  }

  @Test
  void platformsWithoutAnEngineSayWhereThereIsOne() {
    system = List.of();
    platform = Platform.of("Windows 11", "amd64");
    assertThat(failure(null)).contains("for windows-x86_64").contains("WSL 2");

    platform = Platform.of("FreeBSD", "amd64");
    assertThat(failure(null)).contains("run it on Linux or macOS");
  }

  @Test
  void theRequestOfThisJvmNamesTheSystemsLibraries() {
    LoadRequest request = LoadRequest.current(List.of());

    assertThat(request.systemLibraries()).containsExactly("libjavascriptcoregtk-6.0.so.1",
        "libjavascriptcoregtk-4.1.so.0", "libjavascriptcoregtk-4.0.so.18");
    assertThat(SystemLibraries.of(Platform.of("Mac OS X", "aarch64")))
        .containsExactly("/System/Library/Frameworks/JavaScriptCore.framework/JavaScriptCore");
  }
}
