package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the cache keeps, when it trusts it, and how it replaces what is damaged. */
@EnabledOnOs(OS.LINUX)
final class ExtractionCacheTest {
  @TempDir
  Path home;

  private Path root;
  private FakeBundle bundle;
  private BundleManifest manifest;
  private ExtractionCache cache;

  @BeforeEach
  void open() throws Exception {
    root = home.resolve("a/b/jsc4j");
    bundle = new FakeBundle();
    manifest = bundle.readManifest();
    cache = new ExtractionCache(root);
  }

  private Path entry() {
    return root.resolve(manifest.contentHash());
  }

  private Path extract() throws IOException, CandidateException {
    return cache.extract(manifest, bundle);
  }

  /** Asserts that the entry is not used as it is, and is right again after an extraction. */
  private void assertReplaced() throws IOException, CandidateException {
    assertThat(cache.find(manifest)).isNull();
    assertThat(extract()).isEqualTo(entry().resolve(FakeBundle.MAIN));
    assertContent();
    assertThat(cache.find(manifest)).isEqualTo(entry().resolve(FakeBundle.MAIN));
    assertThat(children(root)).containsExactlyInAnyOrder(".lock", manifest.contentHash());
  }

  private void assertContent() throws IOException {
    for (String name : List.of(FakeBundle.MAIN, FakeBundle.OTHER)) {
      assertThat(entry().resolve(name)).hasBinaryContent(bundle.file(name));
    }
  }

  private static List<String> children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.map(child -> child.getFileName().toString()).toList();
    }
  }

  @Test
  void firstUseExtractsForThisUserOnly() throws Exception {
    assertThat(cache.find(manifest)).isNull();

    assertThat(extract()).isEqualTo(entry().resolve(FakeBundle.MAIN));

    assertContent();
    for (Path directory : List.of(root, entry(), root.getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
    }
    assertThat(children(root)).containsExactlyInAnyOrder(".lock", manifest.contentHash());
  }

  @Test
  void laterUseReadsNothingFromTheBundle() throws Exception {
    extract();
    int reads = bundle.libraryReads();

    assertThat(cache.find(manifest)).isEqualTo(entry().resolve(FakeBundle.MAIN));
    assertThat(new ExtractionCache(root).extract(manifest, bundle)).isEqualTo(entry().resolve(FakeBundle.MAIN));

    assertThat(bundle.libraryReads()).isEqualTo(reads).isEqualTo(2);
  }

  @Test
  void timesAreWholeSecondsSoThatImagesAndArchivesKeepThem() throws Exception {
    extract();

    FileTime time = Files.getLastModifiedTime(entry().resolve(FakeBundle.MAIN));
    assertThat(time.toInstant()).isEqualTo(time.toInstant().truncatedTo(ChronoUnit.SECONDS));
    assertThat(Files.getLastModifiedTime(entry().resolve(FakeBundle.OTHER))).isEqualTo(time);
  }

  @Test
  void truncatedFileIsReplaced() throws Exception {
    Path file = entry().resolve(FakeBundle.OTHER);
    extract();
    FileTime time = Files.getLastModifiedTime(file);
    Files.write(file, new byte[10]);
    Files.setLastModifiedTime(file, time);

    assertReplaced();
  }

  @Test
  void changedByteIsReplaced() throws Exception {
    extract();
    Path file = entry().resolve(FakeBundle.MAIN);
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);

    assertReplaced();
  }

  @Test
  void missingFileIsReplaced() throws Exception {
    extract();
    Files.delete(entry().resolve(FakeBundle.OTHER));

    assertReplaced();
  }

  @Test
  void linkInPlaceOfALibraryIsReplacedAndNotFollowed() throws Exception {
    extract();
    Path file = entry().resolve(FakeBundle.MAIN);
    Path elsewhere = home.resolve("elsewhere.so");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);

    FileFacts facts = Objects.requireNonNull(FileFacts.of(entry()));
    assertThat(CacheEntry.damage(entry(), facts, manifest, CurrentUser.id()))
        .isEqualTo(FakeBundle.MAIN + " is not a regular file");
    assertReplaced();
    assertThat(elsewhere).exists();
  }

  @Test
  void entryWithoutStampIsReplaced() throws Exception {
    extract();
    Files.delete(entry().resolve(".extracted"));

    assertReplaced();
  }

  @Test
  void stampOfAnotherBundleIsReplaced() throws Exception {
    extract();
    Path stamp = entry().resolve(".extracted");
    String text = Files.readString(stamp);
    Files.writeString(stamp, text.replace(manifest.contentHash().substring(0, 8), "00000000"));

    assertReplaced();
  }

  @Test
  void emptyOrHugeOrGarbledStampIsReplaced() throws Exception {
    extract();
    Path stamp = entry().resolve(".extracted");
    String good = Files.readString(stamp);
    for (String text : List.of("", good.repeat(10_000), good.replace(' ', 'x'), good.strip() + "9x")) {
      Files.writeString(stamp, text);
      assertReplaced();
    }
  }

  @Test
  void emptyDirectoryAndPlainFileInPlaceOfAnEntryAreReplaced() throws Exception {
    Files.createDirectories(entry(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    assertReplaced();

    FileTree.delete(entry());
    Files.writeString(entry(), "not a directory");
    assertReplaced();
  }

  @Test
  void entryThatOthersCanOpenIsReplaced() throws Exception {
    extract();
    Files.setPosixFilePermissions(entry(), PosixFilePermissions.fromString("rwxr-xrwx"));

    assertReplaced();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry()))).isEqualTo("rwx------");
  }

  @Test
  void wrongHashInTheBundleIsRefusedAndNothingStays() throws Exception {
    byte[] content = bundle.file(FakeBundle.OTHER).clone();
    content[100] ^= 1;
    bundle.with(FakeBundle.OTHER, content);

    assertThatThrownBy(this::extract).isInstanceOf(CandidateException.class)
        .hasMessageContaining("its file " + FakeBundle.OTHER + " is damaged: its SHA-256 is")
        .hasMessageContaining("download it again");
    assertThat(children(root)).containsExactly(".lock");
  }

  @Test
  void wrongSizeInTheBundleIsRefused() throws Exception {
    byte[] content = bundle.file(FakeBundle.OTHER);
    for (int size : new int[]{0, content.length - 1, content.length + 1, content.length * 2}) {
      bundle.with(FakeBundle.OTHER, Arrays.copyOf(content, size));
      assertThatThrownBy(this::extract).isInstanceOf(CandidateException.class)
          .hasMessageContaining("instead of " + content.length);
    }
    assertThat(children(root)).containsExactly(".lock");
  }

  @Test
  void fileMissingInTheBundleIsRefused() {
    bundle.without(FakeBundle.OTHER);

    assertThatThrownBy(this::extract).isInstanceOf(CandidateException.class)
        .hasMessageContaining("its file " + FakeBundle.OTHER + " can't be read");
  }

  @Test
  void wrongContentHashIsRefused() throws Exception {
    BundleManifest wrong = bundle.withManifest("content.sha256", "0".repeat(64)).readManifest();

    assertThatThrownBy(() -> cache.extract(wrong, bundle)).isInstanceOf(CandidateException.class)
        .hasMessageContaining("the hash of its list of files");
  }

  @Test
  void workOfKilledProcessesGoesAfterAnHour() throws Exception {
    Path old = Files.createDirectories(root.resolve(".work-old"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(old.resolve("half.so"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path fresh = Files.createDirectories(root.resolve(".work-fresh"));

    extract();

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void versionsLiveSideBySide() throws Exception {
    extract();
    BundleManifest other = new BundleManifest("other", "2.35", "1".repeat(64), FakeBundle.MAIN, manifest.libraries());

    assertThat(cache.find(other)).isNull();
    assertThat(cache.find(manifest)).isNotNull();
  }

  @Test
  void interruptedThreadExtractsAndStaysInterrupted() throws Exception {
    Thread.currentThread().interrupt();
    try {
      extract();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(cache.find(manifest)).isNotNull();
  }
}
