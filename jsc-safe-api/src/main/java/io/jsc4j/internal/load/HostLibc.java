package io.jsc4j.internal.load;

import java.util.Optional;

/**
 * What only a call into this process's C library can tell. The audited package implements it; discovery asks only before
 * a first extraction and after a failure, so a normal start pays nothing for it.
 */
public interface HostLibc {
  /**
   * The version of the GNU C library ({@code gnu_get_libc_version}).
   *
   * @return for example {@code 2.36}; empty if the C library is another one, such as musl
   */
  Optional<String> glibcVersion();

  /**
   * Why the dynamic linker can't open a library ({@code dlopen} and {@code dlerror}).
   *
   * @param library a path, or a bare name that the linker looks up itself
   * @return the linker's own words; empty if it can open the library or gives no reason
   */
  Optional<String> openError(String library);
}
