package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Many threads and many JVMs at once, and one that dies while it extracts. */
@EnabledOnOs(OS.LINUX)
final class CacheConcurrencyTest {
  private static final int THREADS = 8;
  private static final int PROCESSES = 4;

  @TempDir
  Path home;

  private FakeBundle bundle;
  private Path root;
  private BundleManifest manifest;

  @BeforeEach
  void chooseTheCache() throws Exception {
    root = home.resolve("jsc4j");
    bundle = new FakeBundle();
    manifest = bundle.readManifest();
  }

  private static List<String> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(child -> child.getFileName().toString()).toList();
    }
  }

  private void assertOneGoodEntry() throws Exception {
    assertThat(new ExtractionCache(root).find(manifest)).isNotNull();
    assertThat(root.resolve(manifest.contentHash()).resolve(FakeBundle.MAIN))
        .hasBinaryContent(bundle.file(FakeBundle.MAIN));
    assertThat(children(root)).containsExactlyInAnyOrder(".lock", manifest.contentHash());
  }

  /** Puts a directory in the lock file's place: every attempt to lock fails, as on file systems without locks. */
  private void withoutLock() throws Exception {
    TrustedDirectory.create(root, CurrentUser.id());
    Files.createDirectory(root.resolve(".lock"));
  }

  private static List<Path> allAtOnce(int count, Callable<Path> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Path>> futures = new ArrayList<>();
    List<Path> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      for (int i = 0; i < count; i++) {
        futures.add(threads.submit(() -> {
          start.await();
          return work.call();
        }));
      }
      start.countDown();
      for (Future<Path> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }

  @Test
  void threadsExtractOnce() throws Exception {

    List<Path> results =
        allAtOnce(THREADS, () -> new ExtractionCache(root).extract(manifest, bundle));

    assertThat(results).hasSize(THREADS).containsOnly(root.resolve(manifest.contentHash()).resolve(FakeBundle.MAIN));
    assertThat(bundle.libraryReads()).isEqualTo(2);
    assertOneGoodEntry();
  }

  @Test
  void threadsWithoutALockStillAgree() throws Exception {
    withoutLock();

    List<Path> results =
        allAtOnce(THREADS, () -> new ExtractionCache(root).extract(manifest, bundle));

    assertThat(results).hasSize(THREADS).containsOnly(root.resolve(manifest.contentHash()).resolve(FakeBundle.MAIN));
    assertOneGoodEntry();
  }

  @Test
  void threadsReplaceADamagedEntryWithoutALock() throws Exception {
    new ExtractionCache(root).extract(manifest, bundle);
    Files.delete(root.resolve(manifest.contentHash()).resolve(FakeBundle.OTHER));
    Files.delete(root.resolve(".lock"));
    withoutLock();

    List<Path> results =
        allAtOnce(THREADS, () -> new ExtractionCache(root).extract(manifest, bundle));

    assertThat(results).hasSize(THREADS);
    assertOneGoodEntry();
  }

  @Test
  void anEntryThatIsReplacedWhileItIsLookedAtIsADamagedOne() throws Exception {
    new ExtractionCache(root).extract(manifest, bundle);
    Path stamp = root.resolve(manifest.contentHash()).resolve(CacheEntry.STAMP);
    FileFacts before = Objects.requireNonNull(FileFacts.of(stamp));
    assertThat(CacheEntry.secondsOf(stamp, before, manifest)).isPositive();

    Files.delete(stamp);

    assertThat(CacheEntry.secondsOf(stamp, before, manifest)).isNegative();
  }

  @Test
  void fasterOnesEntryIsUsedAndNotReplaced() throws Exception {
    Path entry = root.resolve(manifest.contentHash());
    withoutLock();
    List<Object> published = new ArrayList<>();
    EngineBundle slow = new EngineBundle() {
      @Override
      public String platform() {
        return bundle.platform();
      }

      @Override
      public InputStream open(String name) throws IOException {
        if (name.equals(FakeBundle.MAIN)) {
          try {
            new ExtractionCache(root).extract(manifest, bundle);
          } catch (CandidateException e) {
            throw new IOException(e);
          }
          published.add(Files.getAttribute(entry, "unix:ino"));
        }
        return bundle.open(name);
      }
    };

    assertThat(new ExtractionCache(root).extract(manifest, slow)).isEqualTo(entry.resolve(FakeBundle.MAIN));

    assertThat(published).containsExactly(Files.getAttribute(entry, "unix:ino"));
    assertOneGoodEntry();
  }

  @Test
  void processesAgree() throws Exception {
    Path go = home.resolve("go");
    List<Process> children = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      Path output = home.resolve("output" + i);
      outputs.add(output);
      children.add(ChildJvm.start(output, List.of("-Dio.jsc4j.cache=" + root), go.toString()));
    }
    Files.createFile(go);

    Path entry = root.resolve(manifest.contentHash());
    for (int i = 0; i < PROCESSES; i++) {
      assertThat(ChildJvm.finish(children.get(i), outputs.get(i), 0))
          .isEqualTo(entry.resolve(FakeBundle.MAIN) + " 0700");
    }
    assertOneGoodEntry();
  }

  @Test
  void deathWhileExtractingLeavesNothingThatCounts() throws Exception {
    Path go = Files.createFile(home.resolve("go"));
    Path output = home.resolve("output");
    List<String> options = List.of("-Dio.jsc4j.cache=" + root);
    ChildJvm.finish(ChildJvm.start(output, options, go.toString(), "die"), output, 77);
    assertThat(children(root)).hasSize(2).anyMatch(name -> name.startsWith(".work-"));

    ExtractionCache cache = new ExtractionCache(root);

    assertThat(cache.find(manifest)).isNull();
    assertThat(cache.extract(manifest, bundle)).exists();
    assertThat(cache.find(manifest)).isNotNull();
  }

  @Test
  void withoutACacheTheEngineLivesInAPrivateDirectoryUntilTheEnd() throws Exception {
    Path file = Files.createFile(home.resolve("file"));
    Path temporary = Files.createDirectory(home.resolve("tmp"));
    Path go = Files.createFile(home.resolve("go"));
    Path output = home.resolve("output");
    List<String> options = List.of("-Dio.jsc4j.cache=" + file.resolve("jsc4j"), "-Djava.io.tmpdir=" + temporary);

    String line = ChildJvm.finish(ChildJvm.start(output, options, go.toString()), output, 0);

    assertThat(line).startsWith(temporary + "/jsc4j-").endsWith(FakeBundle.MAIN + " 0700");
    assertThat(temporary).isEmptyDirectory();
    assertThat(file).isEmptyFile();
  }
}
