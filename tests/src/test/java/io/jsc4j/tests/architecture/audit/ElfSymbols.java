package io.jsc4j.tests.architecture.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads which functions a 64-bit ELF library exports: its dynamic symbols, as the dynamic linker sees them. */
final class ElfSymbols {
  private static final int MAGIC = 0x7f454c46;
  private static final int SECTION_DYNSYM = 11;
  private static final int SYMBOL_SIZE = 24;
  private static final int TYPE_FUNCTION = 2;
  private static final int BIND_LOCAL = 0;
  private static final int UNDEFINED_SECTION = 0;

  private final FileChannel file;
  private final ByteOrder order;

  private ElfSymbols(FileChannel file, ByteOrder order) {
    this.file = file;
    this.order = order;
  }

  /**
   * The names of the functions that a library defines and exports.
   *
   * @throws IOException if the file can't be read or is no 64-bit ELF library
   */
  static SortedSet<String> exportedFunctions(Path library) throws IOException {
    try (FileChannel file = FileChannel.open(library)) {
      ByteBuffer ident = new ElfSymbols(file, ByteOrder.BIG_ENDIAN).bytes(0, 16);
      if (ident.getInt(0) != MAGIC || ident.get(4) != 2) {
        throw new IOException(library + " is no 64-bit ELF file");
      }
      return new ElfSymbols(file, ident.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN).read();
    }
  }

  private SortedSet<String> read() throws IOException {
    ByteBuffer header = bytes(0, 64);
    long sections = header.getLong(40);
    int sectionSize = header.getShort(58);
    int sectionCount = Short.toUnsignedInt(header.getShort(60));
    SortedSet<String> names = new TreeSet<>();
    for (int i = 0; i < sectionCount; i++) {
      ByteBuffer section = bytes(sections + (long) i * sectionSize, sectionSize);
      if (section.getInt(4) == SECTION_DYNSYM) {
        ByteBuffer strings = content(bytes(sections + (long) section.getInt(40) * sectionSize, sectionSize));
        addFunctions(content(section), strings, names);
      }
    }
    return names;
  }

  private static void addFunctions(ByteBuffer symbols, ByteBuffer strings, SortedSet<String> names) {
    for (int at = 0; at + SYMBOL_SIZE <= symbols.limit(); at += SYMBOL_SIZE) {
      int info = symbols.get(at + 4);
      boolean exported = (info >> 4 & 0xf) != BIND_LOCAL && symbols.getShort(at + 6) != UNDEFINED_SECTION;
      if (exported && (info & 0xf) == TYPE_FUNCTION) {
        names.add(string(strings, symbols.getInt(at)));
      }
    }
  }

  private static String string(ByteBuffer strings, int start) {
    int end = start;
    while (strings.get(end) != 0) {
      end++;
    }
    byte[] name = new byte[end - start];
    strings.get(start, name);
    return new String(name, StandardCharsets.US_ASCII);
  }

  private ByteBuffer content(ByteBuffer section) throws IOException {
    return bytes(section.getLong(24), Math.toIntExact(section.getLong(32)));
  }

  private ByteBuffer bytes(long offset, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(order);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("the file ends before byte " + (offset + size));
      }
    }
    return buffer.flip();
  }
}
