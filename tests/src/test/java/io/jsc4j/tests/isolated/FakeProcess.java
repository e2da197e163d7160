package io.jsc4j.tests.isolated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes a class path on which the main class of a worker's process is another one: what takes over a process could do as much. */
final class FakeProcess {
  private static final String SOURCE =
      """
          package io.jsc4j;

          import java.io.*;
          import java.net.*;
          import java.nio.*;
          import java.nio.channels.*;
          import java.nio.charset.StandardCharsets;

          final class JsWorkerProcess {
            static SocketChannel socket;
            static String token;
            static String place;

            static void send(byte[] bytes) throws IOException {
              ByteBuffer all = ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).flip();
              while (all.hasRemaining()) socket.write(all);
            }

            static void say(String text) throws IOException {
              send(text.getBytes(StandardCharsets.UTF_8));
            }

            /** Waits until the parent has said something. */
            static void hear() throws IOException {
              ByteBuffer header = ByteBuffer.allocate(4);
              while (header.hasRemaining()) if (socket.read(header) < 0) Runtime.getRuntime().halt(9);
              ByteBuffer body = ByteBuffer.allocate(header.flip().getInt());
              while (body.hasRemaining()) if (socket.read(body) < 0) Runtime.getRuntime().halt(9);
            }

            static void open() throws IOException {
              socket = SocketChannel.open(UnixDomainSocketAddress.of(place));
              say('"' + token + '"');
              hear();
              say("[\\"l\\",\\"result\\",null]");
              hear();
            }

            public static void main(String[] arguments) throws Exception {
              BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
              place = in.readLine();
              token = in.readLine();
              BODY
              // Until the parent has had enough.
              hear();
              Thread.sleep(60_000);
            }
          }
          """;

  private FakeProcess() {}

  /** The class path of a process whose main method does this. */
  static Path doing(Path folder, String body) throws IOException {
    Path source = folder.resolve("JsWorkerProcess.java");
    Files.writeString(source, SOURCE.replace("BODY", body), StandardCharsets.UTF_8);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments = List.of("-nowarn", "-d", folder.toString(), source.toString());
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new AssertionError("it does not compile: " + body);
    }
    return folder;
  }
}
