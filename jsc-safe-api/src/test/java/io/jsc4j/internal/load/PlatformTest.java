package io.jsc4j.internal.load;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PlatformTest {
  @ParameterizedTest
  @CsvSource({"Linux,amd64,linux-x86_64,LINUX", "Linux,aarch64,linux-aarch64,LINUX",
      "Mac OS X,x86_64,macos-x86_64,MACOS", "Mac OS X,aarch64,macos-aarch64,MACOS",
      "Windows Server 2025,amd64,windows-x86_64,WINDOWS", "FreeBSD,amd64,other-x86_64,OTHER"})
  void namesArePlatformIndependent(String osName, String osArch, String id, Platform.Os os) {
    Platform platform = Platform.of(osName, osArch);

    assertThat(platform.id()).isEqualTo(id);
    assertThat(platform.os()).isEqualTo(os);
  }
}
