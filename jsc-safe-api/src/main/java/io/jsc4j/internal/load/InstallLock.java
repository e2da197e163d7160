package io.jsc4j.internal.load;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one JVM extract while others that start at the same time wait for its result.
 *
 * <p>It saves work and is not what makes the cache safe: publishing is one rename, which is right with any number of
 * writers. So a lock that can't be had (some network file systems have none), or not in time, is done without.
 */
final class InstallLock implements AutoCloseable {
  /** Far longer than an extraction takes; after it the other JVM is taken to be stopped or hanging. */
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(30);

  private static final long STEP_MILLIS = 10;

  private final @Nullable FileChannel channel;

  private InstallLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  static InstallLock acquire(Path file) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
      long start = System.nanoTime();
      while (tryLock(channel) == null && System.nanoTime() - start < LONGEST_WAIT) {
        Thread.sleep(STEP_MILLIS);
      }
    } catch (IOException _) {
      // Goes on without, as the class comment says.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return new InstallLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // Held by this JVM: another thread, or another class loader's copy of this class, which no Java lock would cover.
      return null;
    }
  }

  /** Gives the lock back. The file stays: removing it would let two JVMs lock two files of the same name. */
  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException _) {
        // The lock ends with the process at the latest, and others wait a limited time only.
      }
    }
  }
}
