package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EnabledOnOs(OS.LINUX)
final class BundleManifestTest {
  @Test
  void readsAll() throws Exception {
    BundleManifest manifest = new FakeBundle().readManifest();

    assertThat(manifest.engine()).isEqualTo("fake-engine 1.2.3");
    assertThat(manifest.glibcMinimum()).isEqualTo("2.35");
    assertThat(manifest.mainLibrary()).isEqualTo(FakeBundle.MAIN);
    assertThat(manifest.libraries()).extracting(BundleManifest.LibraryFile::name)
        .containsExactly(FakeBundle.OTHER, FakeBundle.MAIN);
  }

  @Test
  void jarWithoutEngineHasNone() throws Exception {
    assertThat(BundleManifest.read(new FakeBundle().without(EngineBundle.MANIFEST))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=2", "library.count=-1", "library.count=3", "library.count=99999", "library.count=x",
      "library.1.size=-5", "library.1.size=much", "library.main=", "library.main=libother.so", "content.sha256=",
      "content.sha256=ABC", "library.1.name=../evil.so", "library.1.name=.extracted", "library.1.name=a\\u0000b",
      "library.1.name=libfake-main.so.1"})
  void nonsenseIsRefusedByKey(String line) throws IOException {
    int equals = line.indexOf('=');
    FakeBundle bundle = new FakeBundle().withManifest(line.substring(0, equals), line.substring(equals + 1));

    assertThatThrownBy(() -> BundleManifest.read(bundle)).isInstanceOf(CandidateException.class)
        .hasMessageContaining("its manifest");
  }

  @Test
  void otherFormatSaysWhichVersionsFit() throws IOException {
    FakeBundle bundle = new FakeBundle().withManifest("format", "2");

    assertThatThrownBy(() -> BundleManifest.read(bundle)).hasMessageContaining("format 2")
        .hasMessageContaining("released together");
  }

  @Test
  void malformedEscapeIsRefused() throws IOException {
    FakeBundle bundle = new FakeBundle().with(EngineBundle.MANIFEST, "format=\\uZZZZ".getBytes(
        StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> BundleManifest.read(bundle)).isInstanceOf(CandidateException.class)
        .hasMessageContaining("can't be read");
  }
}
