package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes directories of the cache. */
final class FileTree {
  private FileTree() {}

  /**
   * Removes a directory with its content, or as much of it as possible. Symbolic links are removed, not followed. A failure
   * is not reported: what stays behind costs space and is never used.
   */
  static void delete(Path root) {
    try {
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
          return delete(directory);
        }

        private FileVisitResult delete(Path file) {
          try {
            Files.deleteIfExists(file);
          } catch (IOException _) {
            // The rest can still go.
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException _) {
      // The visitor throws none; the walk itself may, and what it did not reach stays.
    }
  }
}
