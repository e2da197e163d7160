package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CacheLocationTest {
  @Test
  void propertyComesFirst() throws IOException {
    assertThat(new CacheLocation("/p", "/xdg", "/home/u").directory()).isEqualTo(Path.of("/p"));
  }

  @Test
  void relativePropertyIsMadeAbsolute() throws IOException {
    assertThat(new CacheLocation("sub/../dir", null, null).directory()).isEqualTo(Path.of("dir").toAbsolutePath());
  }

  @Test
  void xdgComesBeforeHome() throws IOException {
    assertThat(new CacheLocation("", "/xdg", "/home/u").directory()).isEqualTo(Path.of("/xdg/jsc4j"));
  }

  @Test
  void relativeXdgIsIgnored() throws IOException {
    assertThat(new CacheLocation(null, "xdg", "/home/u").directory()).isEqualTo(Path.of("/home/u/.cache/jsc4j"));
  }

  @Test
  void unknownHomeIsNoPlace() {
    assertThatThrownBy(() -> new CacheLocation(null, null, "?").directory()).isInstanceOf(IOException.class)
        .hasMessage("this user has no home directory");
    assertThatThrownBy(() -> new CacheLocation(null, null, null).directory()).isInstanceOf(IOException.class);
  }

  @Test
  void nameThatIsNoPathIsReported() {
    assertThatThrownBy(() -> new CacheLocation("/a\0b", null, null).directory()).isInstanceOf(IOException.class)
        .hasMessageContaining("no path");
  }
}
