package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class ElfHeaderTest {
  private static final Platform X86_64 = Platform.of("Linux", "amd64");

  @TempDir
  Path directory;

  /** The first bytes of an ELF file. */
  static byte[] header(int elfClass, int byteOrder, int type, int machine) {
    byte[] header = new byte[64];
    header[0] = 0x7f;
    header[1] = 'E';
    header[2] = 'L';
    header[3] = 'F';
    header[4] = (byte) elfClass;
    header[5] = (byte) byteOrder;
    int low = byteOrder == 2 ? 1 : 0;
    header[16 + low] = (byte) type;
    header[17 - low] = (byte) (type >> 8);
    header[18 + low] = (byte) machine;
    header[19 - low] = (byte) (machine >> 8);
    return header;
  }

  private String problem(byte[] content, Platform platform) throws IOException {
    Path file = Files.write(directory.resolve("lib.so"), content);
    return String.valueOf(ElfHeader.problem(file, platform));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void librariesOfThisJvmPass() throws IOException {
    assertThat(ElfHeader.problem(FakeBundle.jdkLibrary(), Platform.current())).isNull();
  }

  @Test
  void bothByteOrdersAreRead() throws IOException {
    assertThat(problem(header(2, 1, 3, 62), X86_64)).isEqualTo("null");
    assertThat(problem(header(2, 2, 3, 22), Platform.of("Linux", "s390x"))).isEqualTo("null");
  }

  @Test
  void anotherProcessorIsNamed() throws IOException {
    assertThat(problem(header(2, 1, 3, 183), X86_64)).isEqualTo("a library for aarch64, and this JVM is for x86_64");
    assertThat(problem(header(1, 1, 3, 3), X86_64)).isEqualTo("a library for x86 (32-bit), and this JVM is for x86_64");
    assertThat(problem(header(2, 1, 3, 9999), X86_64)).contains("ELF machine 9999");
  }

  @Test
  void thirtyTwoBitAbiOfTheSameProcessorIsNamed() throws IOException {
    assertThat(problem(header(1, 1, 3, 62), X86_64)).isEqualTo("a 32-bit library, and this JVM is 64-bit");
  }

  @Test
  void objectFileIsNoLibrary() throws IOException {
    assertThat(problem(header(2, 1, 1, 62), X86_64)).isEqualTo("an ELF file, but not a shared library");
  }

  @Test
  void unknownPlatformIsLeftToTheLinker() throws IOException {
    assertThat(problem(header(1, 1, 3, 8), Platform.of("Linux", "mips"))).isEqualTo("null");
  }

  @Test
  void anythingElseIsNoLibrary() throws IOException {
    assertThat(problem(new byte[0], X86_64)).isEqualTo("not a shared library (no ELF header)");
    assertThat(problem(new byte[]{0x7f, 'E', 'L', 'F'}, X86_64)).startsWith("not a shared library");
    assertThat(problem("INPUT(libjavascriptcoregtk-6.0.so.1)".getBytes(StandardCharsets.UTF_8), X86_64))
        .startsWith("not a shared library");
  }
}
