package io.jsc4j.internal.process;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Frames over a socket: four bytes of length, then so many bytes. One thread reads; any may write. An interrupted thread goes on, where a blocking channel
 * would be closed.
 */
public final class FrameChannel implements Closeable {
  private static final int HEADER = 4;
  /** How much memory a length alone is good for: the rest is allocated when as many bytes have come. */
  private static final int FIRST = 64 << 10;
  /** How much goes through the socket at once: NIO keeps a native buffer of that size for each thread. */
  private static final int SLICE = 64 << 10;

  private final SocketChannel socket;
  private final Selector readable;
  private final Selector writable;
  private final ReentrantLock writing = new ReentrantLock();

  /** Speaks over a connected socket, which it closes. */
  FrameChannel(SocketChannel socket) throws IOException {
    this.socket = socket;
    socket.configureBlocking(false);
    this.readable = Selector.open();
    this.writable = Selector.open();
    socket.register(readable, SelectionKey.OP_READ);
    socket.register(writable, SelectionKey.OP_WRITE);
  }

  /** Called again and again while something is waited for. */
  @FunctionalInterface
  public interface Waiting {
    /**
     * What follows an interrupt, or the time.
     *
     * @return how many milliseconds to wait at most until it is called again; 0 for as long as it takes
     * @throws IOException to wait no longer
     */
    long look() throws IOException;
  }

  /** Sends a frame. Waits as long as the other side does not read; until the socket is closed on either side. */
  public void write(byte[] frame) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER).putInt(frame.length).flip();
    boolean interrupted = false;
    writing.lock();
    try {
      interrupted = drain(header);
      interrupted |= drain(ByteBuffer.wrap(frame));
    } finally {
      writing.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean drain(ByteBuffer bytes) throws IOException {
    boolean interrupted = false;
    while (bytes.hasRemaining()) {
      ByteBuffer slice = bytes.slice(bytes.position(), Math.min(bytes.remaining(), SLICE));
      int count = socket.write(slice);
      bytes.position(bytes.position() + count);
      if (count == 0) {
        writable.select();
        writable.selectedKeys().clear();
        interrupted |= Thread.interrupted();
      }
    }
    return interrupted;
  }

  /**
   * Receives a frame. Clears the thread's interrupt status when it waits.
   *
   * @param max the longest that it takes
   * @throws EOFException if the other side has closed
   * @throws WireException if the other side says that it will send more than it may
   */
  public byte[] read(int max, Waiting waiting) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    fill(header, waiting);
    int length = header.flip().getInt();
    if (length < 0 || length > max) {
      throw new WireException("a frame of " + Integer.toUnsignedLong(length) + " bytes; the most is " + max);
    }
    ByteBuffer body = ByteBuffer.allocate(Math.min(length, FIRST));
    fill(body, waiting);
    while (body.capacity() < length) {
      int size = (int) Math.min(length, 2L * body.capacity());
      body = ByteBuffer.wrap(Arrays.copyOf(body.array(), size)).position(body.capacity());
      fill(body, waiting);
    }
    return body.array();
  }

  /**
   * Reads on a thread of its own, which keeps the JVM running.
   *
   * @param heard gets each frame
   * @param gone what runs when there will be no more
   */
  public void listen(String threadName, Consumer<byte[]> heard, Runnable gone) {
    Thread.ofPlatform().name(threadName).start(() -> {
      try {
        while (true) {
          heard.accept(read(Wire.MAX_FRAME, () -> 0));
        }
      } catch (IOException e) {
        // Whatever is wrong with the socket, nobody will hear what could be said of it.
      } finally {
        gone.run();
      }
    });
  }

  private void fill(ByteBuffer bytes, Waiting waiting) throws IOException {
    while (bytes.hasRemaining()) {
      ByteBuffer slice = bytes.slice(bytes.position(), Math.min(bytes.remaining(), SLICE));
      int count = socket.read(slice);
      bytes.position(bytes.position() + Math.max(0, count));
      if (count < 0) {
        throw new EOFException("the other side has closed the socket");
      }
      if (count == 0) {
        long most = waiting.look();
        readable.select(most);
        readable.selectedKeys().clear();
        boolean _ = Thread.interrupted();
      }
    }
  }

  /** Whether the other side has closed, or said something though it was not asked. Only for the thread that reads. */
  public boolean isBroken() {
    try {
      return socket.read(ByteBuffer.allocate(1)) != 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    closeQuietly(socket);
    closeQuietly(readable);
    closeQuietly(writable);
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }
}
