package io.jsc4j.internal.load;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class GlibcVersionTest {
  @ParameterizedTest
  @CsvSource({"2.34,2.35,true", "2.9,2.35,true", "1.99,2.0,true", "2.35,2.35,false", "2.36,2.35,false",
      "2.100,2.35,false", "3.0,2.35,false", "2.34.9000,2.35,true", "2.35.1,2.35,false", "2.36-9+deb12u14,2.35,false",
      "unknown,2.35,false", "2.,2.35,false", "2.99999999999,2.35,false", "2.34,weird,false"})
  void comparesNumbersAndLeavesTheUnreadableToTheLinker(String version, String minimum, boolean older) {
    assertThat(GlibcVersion.isOlder(version, minimum)).isEqualTo(older);
  }

  @Test
  void tooOldSaysWhatIsNeededAndWhatIsThere() {
    assertThatThrownBy(() -> GlibcVersion.require("2.35", FakeLibc.glibc("2.34")))
        .isInstanceOf(CandidateException.class)
        .hasMessageContaining("glibc) 2.35 or later")
        .hasMessageContaining("this system has glibc 2.34");
  }

  @Test
  void anotherLibcSaysSo() {
    assertThatThrownBy(() -> GlibcVersion.require("2.35", FakeLibc.musl())).isInstanceOf(CandidateException.class)
        .hasMessageContaining("another C library")
        .hasMessageContaining("Alpine");
  }

  @Test
  void newEnoughPasses() {
    assertThatCode(() -> GlibcVersion.require("2.35", FakeLibc.glibc("2.36"))).doesNotThrowAnyException();
  }
}
