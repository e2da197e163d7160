package io.jsc4j.engine;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

/** What the bundle script made is what the manifest says; opening and running it is tested where the loader is. */
class LinuxX8664BundleTest {
  private final EngineBundle bundle = new LinuxX8664Bundle();

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(EngineBundle.class)).singleElement().isInstanceOf(LinuxX8664Bundle.class);
  }

  @Test
  void everyLibraryHasTheSizeAndHashOfTheManifest() throws Exception {
    Properties manifest = manifest();
    int count = Integer.parseInt(manifest.getProperty("library.count"));
    TreeSet<String> lines = new TreeSet<>();
    for (int i = 1; i <= count; i++) {
      String name = manifest.getProperty("library." + i + ".name");
      byte[] content = read(name);
      String hash = sha256(content);
      assertThat(hash).as(name).isEqualTo(manifest.getProperty("library." + i + ".sha256"));
      assertThat(content.length).as(name).isEqualTo(Integer.parseInt(manifest.getProperty("library." + i + ".size")));
      lines.add(hash + "  " + name + "\n");
    }
    assertThat(sha256(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(manifest.getProperty("content.sha256"));
    assertThat(manifest.getProperty("library.main")).isEqualTo(manifest.getProperty("library." + count + ".name"));
  }

  @Test
  void namesThePlatformAndTheFloor() throws IOException {
    Properties manifest = manifest();
    assertThat(manifest.getProperty("platform")).isEqualTo(bundle.platform());
    assertThat(manifest.getProperty("glibc.minimum")).matches("2\\.\\d+");
    assertThat(manifest.getProperty("engine.version")).matches("\\d+\\.\\d+\\.\\d+");
  }

  /** The licences oblige us to hand these on with the libraries. */
  @Test
  void bringsLicenceAndSourceOfEveryPackage() throws IOException {
    manifest();
    String packages = new String(read("packages.tsv"), StandardCharsets.UTF_8);
    String notice = new String(read("NOTICE"), StandardCharsets.UTF_8);
    assertThat(packages.lines().skip(1)).isNotEmpty().allSatisfy(line -> {
      String[] columns = line.split("\t", -1);
      assertThat(columns).hasSize(4);
      assertThat(LinuxX8664Bundle.class.getResource("linux-x86_64/licenses/" + columns[0] + "/copyright")).isNotNull();
      assertThat(notice).contains("apt-get source " + columns[2] + "=" + columns[3]);
    });
    assertThat(LinuxX8664Bundle.class.getResource("/META-INF/sbom/bom.cdx.json")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../LinuxX8664Bundle.class", "/etc/passwd", "licenses/", "no-such-file.so"})
  void hasNoOtherFiles(String name) {
    assertThatThrownBy(() -> bundle.open(name)).isInstanceOf(NoSuchFileException.class);
  }

  private Properties manifest() throws IOException {
    Properties manifest = new Properties();
    try (InputStream in = bundle.open(EngineBundle.MANIFEST)) {
      manifest.load(in);
    } catch (NoSuchFileException e) {
      abort("this build has no bundled engine (see what native/bundle/bundle.sh printed): " + e.getMessage());
    }
    return manifest;
  }

  private byte[] read(String name) throws IOException {
    try (InputStream in = bundle.open(name)) {
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
