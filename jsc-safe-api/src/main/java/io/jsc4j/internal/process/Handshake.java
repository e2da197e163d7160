package io.jsc4j.internal.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * How parent and child find each other: the parent listens on a socket in a folder that is the user's alone, and writes its name and a secret to the child's
 * standard input, where no other process sees them; the child connects and says the secret. Then the folder is deleted, whatever happens later.
 */
public final class Handshake implements AutoCloseable {
  private static final int TOKEN_BYTES = 32;
  private static final int MAX_HELLO = 256;
  private static final long MILLIS_BETWEEN_LOOKS = 50;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final Path socket;
  private final ServerSocketChannel server;
  private final String token;

  /** Listens. */
  Handshake() throws IOException {
    this.folder = Files.createTempDirectory("jsc4j-worker", PosixFilePermissions.asFileAttribute(PosixFilePermissions
        .fromString("rwx------")));
    this.socket = folder.resolve("s");
    byte[] secret = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(secret);
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    try {
      this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException | RuntimeException e) {
      Files.delete(folder);
      throw e;
    }
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
      server.configureBlocking(false);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The folder, in which the child may work until it is deleted. */
  Path folder() {
    return folder;
  }

  /** Tells the child where and with what to connect. */
  void tell(OutputStream standardInput) throws IOException {
    try (standardInput) {
      standardInput.write((socket + "\n" + token + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Waits until somebody who knows the secret connects. */
  FrameChannel accept(FrameChannel.Waiting waiting) throws IOException {
    try (Selector selector = Selector.open()) {
      server.register(selector, SelectionKey.OP_ACCEPT);
      while (true) {
        SocketChannel accepted = server.accept();
        if (accepted != null) {
          FrameChannel channel = new FrameChannel(accepted);
          if (knowsToken(channel, waiting)) {
            return channel;
          }
          channel.close();
        } else {
          waiting.look();
          selector.select(MILLIS_BETWEEN_LOOKS);
          selector.selectedKeys().clear();
          boolean _ = Thread.interrupted();
        }
      }
    }
  }

  private boolean knowsToken(FrameChannel channel, FrameChannel.Waiting waiting) throws IOException {
    try {
      Object said = Wire.decode(channel.read(MAX_HELLO, waiting));
      return said instanceof String text && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), token.getBytes(
          StandardCharsets.UTF_8));
    } catch (WireException | java.io.EOFException e) {
      return false;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Listens no more. */
  @Override
  public void close() throws IOException {
    try {
      server.close();
    } finally {
      delete();
    }
  }

  /** With what the child may have put there meanwhile. */
  private void delete() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException | java.io.UncheckedIOException e) {
      LoggerFactory.getLogger(Handshake.class).warn("the folder {} could not be deleted", folder, e);
    }
  }

  /**
   * The child's side: connects with what standard input says.
   *
   * @throws IOException if there is nobody
   */
  public static FrameChannel connect(InputStream standardInput) throws IOException {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8))) {
      String place = required(reader.readLine());
      String secret = required(reader.readLine());
      FrameChannel channel = new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(place)));
      channel.write(Wire.encode(secret));
      return channel;
    }
  }

  private static String required(@Nullable String line) throws IOException {
    if (line == null) {
      throw new ClosedChannelException();
    }
    return line;
  }
}
