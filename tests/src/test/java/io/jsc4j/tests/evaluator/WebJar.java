package io.jsc4j.tests.evaluator;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** An npm package as Maven Central has it, unmodified. */
final class WebJar {
  private WebJar() {}

  /**
   * Copies files of a package into a folder, flat.
   *
   * @param pattern a regular expression for their paths in the package, such as {@code dist/acorn\.js}
   */
  static void extract(String name, String pattern, Path folder) throws IOException {
    URL properties = WebJar.class.getClassLoader()
        .getResource("META-INF/maven/org.webjars.npm/" + name + "/pom.properties");
    if (properties == null) {
      throw new IOException("the WebJar of " + name + " is not on the class path");
    }
    JarURLConnection connection = (JarURLConnection) properties.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      String root = "META-INF/resources/webjars/" + name + "/" + version(jar, connection.getEntryName()) + "/";
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(root) && entry.getName().substring(root.length()).matches(pattern)) {
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, folder.resolve(entry.getName().substring(entry.getName().lastIndexOf('/') + 1)));
          }
        }
      }
    }
  }

  private static String version(JarFile jar, String entry) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(jar.getJarEntry(entry))) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
