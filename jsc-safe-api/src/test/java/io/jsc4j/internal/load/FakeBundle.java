package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bundle in memory whose main library is one of the JDK's own, so that it can really be opened on any machine. Tests spoil
 * what it hands out by replacing or removing files after the manifest was made.
 */
final class FakeBundle implements EngineBundle {
  static final String MAIN = "libfake-main.so.1";
  static final String OTHER = "libfake-other.so.1";

  /** What stands for the functions that jsc4j requires. */
  static final String SYMBOL = "VerifyClassForMajorVersion";

  private static final int OTHER_SIZE = 300_000;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger libraryReads = new AtomicInteger();

  static Path jdkLibrary() {
    return Path.of(System.getProperty("java.home"), "lib", "libverify.so");
  }

  FakeBundle() throws IOException {
    byte[] other = new byte[OTHER_SIZE];
    for (int i = 0; i < other.length; i++) {
      other[i] = (byte) (i * 31);
    }
    files.put(OTHER, other);
    files.put(MAIN, Files.readAllBytes(jdkLibrary()));
    Properties manifest = manifest();
    store(manifest);
  }

  private Properties manifest() {
    Properties manifest = new Properties();
    manifest.setProperty("format", "1");
    manifest.setProperty("platform", platform());
    manifest.setProperty("engine.version", "1.2.3");
    manifest.setProperty("engine.package", "fake-engine");
    manifest.setProperty("glibc.minimum", "2.35");
    manifest.setProperty("library.main", MAIN);
    manifest.setProperty("library.count", "2");
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String name : List.of(OTHER, MAIN)) {
      String prefix = "library." + ++number;
      byte[] content = file(name);
      manifest.setProperty(prefix + ".name", name);
      manifest.setProperty(prefix + ".sha256", sha256(content));
      manifest.setProperty(prefix + ".size", Integer.toString(content.length));
      lines.add(sha256(content) + "  " + name + "\n");
    }
    Collections.sort(lines);
    manifest.setProperty("content.sha256", sha256(String.join("", lines).getBytes(StandardCharsets.US_ASCII)));
    return manifest;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private void store(Properties manifest) {
    StringWriter text = new StringWriter();
    new TreeMap<>(manifest).forEach((key, value) -> text.append(key + "=" + value + "\n"));
    files.put(MANIFEST, text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  byte[] file(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new IllegalArgumentException(name);
    }
    return content;
  }

  /** Replaces a file, and leaves the manifest as it is. */
  FakeBundle with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  FakeBundle without(String name) {
    files.remove(name);
    return this;
  }

  /** Changes one line of the manifest. */
  FakeBundle withManifest(String key, String value) throws IOException {
    Properties manifest = new Properties();
    manifest.load(new ByteArrayInputStream(file(MANIFEST)));
    manifest.setProperty(key, value);
    store(manifest);
    return this;
  }

  BundleManifest readManifest() throws CandidateException {
    BundleManifest manifest = BundleManifest.read(this);
    if (manifest == null) {
      throw new AssertionError("no manifest");
    }
    return manifest;
  }

  /** How many library files were handed out. */
  int libraryReads() {
    return libraryReads.get();
  }

  @Override
  public String platform() {
    return Platform.current().id();
  }

  @Override
  public InputStream open(String name) throws IOException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    if (!name.equals(MANIFEST)) {
      libraryReads.incrementAndGet();
    }
    return new ByteArrayInputStream(content);
  }
}
