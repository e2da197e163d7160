package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Directories that somebody else has, or may have, prepared. */
@EnabledOnOs(OS.LINUX)
final class CacheTrustTest {
  private static final int SOMEBODY_ELSE = 54321;

  @TempDir
  Path home;

  private Path root;
  private FakeBundle bundle;
  private BundleManifest manifest;
  private ExtractionCache cache;

  @BeforeEach
  void open() throws Exception {
    root = home.resolve("jsc4j");
    bundle = new FakeBundle();
    manifest = bundle.readManifest();
    cache = new ExtractionCache(root);
  }

  private void assertRefused(String problem) {
    assertThatThrownBy(() -> cache.find(manifest)).isInstanceOf(CandidateException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("-Dio.jsc4j.cache=DIRECTORY");
    assertThatThrownBy(() -> cache.extract(manifest, bundle)).isInstanceOf(CandidateException.class)
        .hasMessageContaining(problem);
  }

  private static void giveAway(Path file) throws IOException {
    assumeTrue(CurrentUser.id() == 0, "only root can give a file to another user");
    Files.setAttribute(file, "unix:uid", SOMEBODY_ELSE);
  }

  @Test
  void userIsTheOwnerOfNewFiles() throws Exception {
    assertThat(Files.getAttribute(Files.createFile(home.resolve("mine")), "unix:uid")).isEqualTo(CurrentUser.id());
  }

  @Test
  void linkAsCacheIsRefused() throws Exception {
    Files.createSymbolicLink(root, Files.createDirectory(home.resolve("elsewhere")));

    assertRefused(root + " is a symbolic link");
  }

  @Test
  void linkAsEntryIsRefused() throws Exception {
    cache.extract(manifest, bundle);
    Path entry = root.resolve(manifest.contentHash());
    Path elsewhere = home.resolve("elsewhere");
    Files.move(entry, elsewhere);
    Files.createSymbolicLink(entry, elsewhere);

    assertRefused(entry + " is a symbolic link");
  }

  @Test
  void danglingLinkAsCacheIsRefused() throws Exception {
    Files.createSymbolicLink(root, home.resolve("nowhere"));

    assertRefused(root + " is a symbolic link");
  }

  @Test
  void linkAboveTheCacheIsTheUsersOwnBusiness() throws Exception {
    Path disk = Files.createDirectory(home.resolve("disk"));
    Path link = Files.createSymbolicLink(home.resolve("cache"), disk);
    ExtractionCache linked = new ExtractionCache(link.resolve("jsc4j"));

    linked.extract(manifest, bundle);

    assertThat(linked.find(manifest)).isNotNull();
  }

  @Test
  void cacheOfAnotherUserIsRefused() throws Exception {
    cache.extract(manifest, bundle);
    giveAway(root);

    assertRefused(root + " belongs to another user (" + SOMEBODY_ELSE + ", and this process runs as 0)");
  }

  @Test
  void entryOfAnotherUserIsRefused() throws Exception {
    cache.extract(manifest, bundle);
    Path entry = root.resolve(manifest.contentHash());
    giveAway(entry);

    assertRefused(entry + " belongs to another user");
  }

  @Test
  void stampOfAnotherUserIsRefused() throws Exception {
    cache.extract(manifest, bundle);
    Path stamp = root.resolve(manifest.contentHash()).resolve(".extracted");
    giveAway(stamp);

    assertRefused(stamp + " belongs to another user");
  }

  @Test
  void cacheThatOthersCanWriteIsNotUsedAndNotChanged() throws Exception {
    Files.createDirectory(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> cache.find(manifest)).isInstanceOf(IOException.class)
        .hasMessage(root + " can be written by others (permissions 0777)");
    assertThatThrownBy(() -> cache.extract(manifest, bundle)).isInstanceOf(IOException.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root))).isEqualTo("rwxrwxrwx");
  }

  @Test
  void cacheThatOthersCanReadIsUsed() throws Exception {
    Files.createDirectory(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));

    cache.extract(manifest, bundle);

    assertThat(cache.find(manifest)).isNotNull();
  }

  @Test
  void fileAsCacheCannotBeUsed() throws Exception {
    Files.writeString(root, "a file");

    assertThatThrownBy(() -> cache.find(manifest)).isInstanceOf(IOException.class)
        .hasMessage(root + " is not a directory");
  }
}
