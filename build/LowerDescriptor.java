import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Marks a compiled module descriptor as a class file of Java 17.
 *
 * <p>The jar and javadoc plugins read module descriptors with the JVM that Maven runs on, and Java 17 refuses every class
 * file of Java 25, although nothing in the format of a descriptor has changed between the two. The rest of the module
 * keeps its version, so this lets no older JVM run it.
 */
class LowerDescriptor {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int MAJOR_VERSION_AT = 6;
  private static final short JAVA_17 = 61;

  public static void main(String[] args) throws IOException {
    var file = Path.of(args[0]);
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    if (bytes.limit() <= MAJOR_VERSION_AT + 1 || bytes.getInt(0) != MAGIC) {
      throw new IOException(file + " is not a class file; compile the module again (mvn clean)");
    }
    if (bytes.getShort(MAJOR_VERSION_AT) > JAVA_17) {
      Files.write(file, bytes.putShort(MAJOR_VERSION_AT, JAVA_17).array());
    }
  }
}
