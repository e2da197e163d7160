package io.jsc4j.samples.evaluator;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which files {@code load} and {@code readFile} may read: none, those in one directory, or all. */
final class FileAccess {
  private final boolean isAllowed;
  /** The real path, links resolved; null for everywhere. */
  private final @Nullable Path root;

  private FileAccess(boolean isAllowed, @Nullable Path root) {
    this.isAllowed = isAllowed;
    this.root = root;
  }

  /**
   * The policy that --allow-read stands for.
   *
   * @param readRoot null without the option, empty for everywhere
   * @throws CommandException if it names no directory
   */
  static FileAccess of(@Nullable String readRoot) {
    if (readRoot == null || readRoot.isEmpty()) {
      return new FileAccess(readRoot != null, null);
    }
    Path directory = ScriptSource.pathOf(readRoot);
    if (!Files.isDirectory(directory)) {
      throw CommandException.usage("--allow-read=" + readRoot + ": there is no such directory");
    }
    try {
      return new FileAccess(true, directory.toRealPath());
    } catch (IOException e) {
      throw CommandException.usage("--allow-read=" + readRoot + ": " + e.getMessage());
    }
  }

  /** The text of a file, for a script. */
  String read(String name) {
    if (!isAllowed) {
      throw refused(name, "start jsc with --allow-read, or with --allow-read=DIR for the files in DIR");
    }
    Path path = ScriptSource.pathOf(name);
    if (root == null) {
      return ScriptSource.readText(path, name);
    }
    // Resolved first, links included, and then opened without following one: a link to the outside leads nowhere.
    Path real;
    try {
      real = path.toRealPath();
    } catch (NoSuchFileException | AccessDeniedException e) {
      // What exists outside is none of the script's business, so missing files are told apart only inside.
      throw leadsInside(path.toAbsolutePath(), root)
          ? CommandException.usage("can't read " + name + ": there is no such file")
          : outside(name);
    } catch (IOException e) {
      throw CommandException.usage("can't read " + name + ": " + e.getMessage());
    }
    if (!real.startsWith(root)) {
      throw outside(name);
    }
    return ScriptSource.readText(real, name, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether the nearest ancestor that exists is inside; a link to nowhere is not. */
  private static boolean leadsInside(Path path, Path root) {
    Path at = path;
    while (at != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
      at = at.getParent();
    }
    try {
      return at != null && at.toRealPath().startsWith(root);
    } catch (IOException e) {
      return false;
    }
  }

  private CommandException outside(String name) {
    return refused(name, "--allow-read allows only what is in " + root);
  }

  private static CommandException refused(String name, String reason) {
    return CommandException.usage("reading '" + name + "' is not allowed: " + reason);
  }
}
