package io.jsc4j.internal.load;

import io.jsc4j.bindings.bundle.EngineBundle;
import io.jsc4j.internal.load.BundleManifest.LibraryFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a bundle's libraries into a directory and hashes them on the way.
 *
 * <p>A failure to read the bundle, or a wrong hash, is a {@link CandidateException}: no other directory would help. A failure
 * to write is an {@link IOException}: another directory may.
 */
final class BundleExtractor {
  private static final int BUFFER = 1 << 16;

  private final EngineBundle bundle;
  private final FileTime modified;
  private final byte[] buffer = new byte[BUFFER];

  /**
   * Makes an extractor.
   *
   * @param modified the modification time that every file gets
   */
  BundleExtractor(EngineBundle bundle, FileTime modified) {
    this.bundle = bundle;
    this.modified = modified;
  }

  void extract(BundleManifest manifest, Path directory) throws IOException, CandidateException {
    requireContentHash(manifest);
    for (LibraryFile library : manifest.libraries()) {
      extract(library, directory.resolve(library.name()));
    }
  }

  /** The content hash is the entry's name: were it wrong, two different bundles could be taken for one. */
  private static void requireContentHash(BundleManifest manifest) throws CandidateException {
    List<String> lines = new ArrayList<>();
    for (LibraryFile library : manifest.libraries()) {
      lines.add(library.sha256() + "  " + library.name() + "\n");
    }
    Collections.sort(lines);
    MessageDigest digest = sha256();
    for (String line : lines) {
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    String actual = HexFormat.of().formatHex(digest.digest());
    if (!actual.equals(manifest.contentHash())) {
      throw new CandidateException("its manifest is damaged: the hash of its list of files is " + actual
          + " instead of "
          + manifest.contentHash());
    }
  }

  private void extract(LibraryFile library, Path file) throws IOException, CandidateException {
    MessageDigest digest = sha256();
    long size = 0;
    try (InputStream in = open(library); FileOutputStream out = new FileOutputStream(file.toFile())) {
      int count;
      while ((count = read(in, library)) > 0) {
        size += count;
        if (size > library.size()) {
          break;
        }
        digest.update(buffer, 0, count);
        out.write(buffer, 0, count);
      }
      // Or a power cut after the rename could leave a file with the right name, size and time and the wrong content.
      out.getFD().sync();
    }
    if (size != library.size()) {
      throw damaged(library, "it has " + (size < library.size() ? size : "more than " + library.size())
          + " bytes instead of " + library.size());
    }
    String actual = HexFormat.of().formatHex(digest.digest());
    if (!actual.equals(library.sha256())) {
      throw damaged(library, "its SHA-256 is " + actual + " instead of " + library.sha256());
    }
    Files.setLastModifiedTime(file, modified);
  }

  private InputStream open(LibraryFile library) throws CandidateException {
    try {
      return bundle.open(library.name());
    } catch (IOException e) {
      throw unreadable(library, e);
    }
  }

  private int read(InputStream in, LibraryFile library) throws CandidateException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw unreadable(library, e);
    }
  }

  private static CandidateException unreadable(LibraryFile library, IOException e) {
    return new CandidateException("its file " + library.name() + " can't be read (" + e + "); is the jar damaged?", e);
  }

  private static CandidateException damaged(LibraryFile library, String how) {
    return new CandidateException("its file " + library.name() + " is damaged: " + how
        + "; delete the jsc-native jar from the local repository and download it again");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
