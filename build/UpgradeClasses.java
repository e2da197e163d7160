import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.DeadCodeOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the class files of a jar that are older than Java 8 as class files of Java 8, with the stack maps that these need; the code stays
 * as it is. An AOT cache of the JVM leaves older ones out, and they are then parsed and verified at every start.
 */
class UpgradeClasses {
  private static final int MAJOR_VERSION_AT = 6;
  private static final int JAVA_8 = 52;

  public static void main(String[] args) throws IOException {
    var jar = Path.of(args[0]);
    Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
    var hasOld = false;
    try (var file = new ZipFile(jar.toFile()); var classes = new URLClassLoader(new URL[]{jar.toUri().toURL()})) {
      var tools = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, DeadCodeOption.PATCH_DEAD_CODE, ClassHierarchyResolverOption.of(
          ClassHierarchyResolver.ofResourceParsing(classes)));
      for (var entry : file.stream().toList()) {
        var content = file.getInputStream(entry).readAllBytes();
        if (isOld(entry.getName(), content)) {
          hasOld = true;
          content = upgrade(tools, content);
        }
        entries.put(entry, content);
      }
    }
    if (hasOld) {
      write(entries, jar);
    }
  }

  private static boolean isOld(String name, byte[] content) {
    return name.endsWith(".class") && !name.endsWith("module-info.class")
        && (content[MAJOR_VERSION_AT] << 8 | content[MAJOR_VERSION_AT + 1] & 0xff) < JAVA_8;
  }

  private static byte[] upgrade(ClassFile tools, byte[] content) {
    // Method bodies are taken apart and put together again, since one that is copied as a whole gets no stack map.
    return tools.transformClass(tools.parse(content), ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
        .andThen((builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(JAVA_8, 0);
          } else {
            builder.with(element);
          }
        }));
  }

  private static void write(Map<ZipEntry, byte[]> entries, Path jar) throws IOException {
    var upgraded = jar.resolveSibling(jar.getFileName() + ".upgraded");
    try (var out = new ZipOutputStream(Files.newOutputStream(upgraded))) {
      for (var entry : entries.entrySet()) {
        var copy = new ZipEntry(entry.getKey().getName());
        copy.setTimeLocal(entry.getKey().getTimeLocal());
        out.putNextEntry(copy);
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    Files.move(upgraded, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
