package io.jsc4j.tests.hostile.peers;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * GraalJS as its pages on sandboxing say, as far as the community edition goes: the policy {@code CONSTRAINED}, a limit of
 * statements, and a thread that interrupts the context in time. Where that is not obeyed within a second, the context is
 * closed, with what runs in it cancelled. Memory is that of the JVM: the options {@code sandbox.*} are Oracle GraalVM's.
 */
final class GraalPeer implements Peer {
  /** What it is given of the host's functions; and GraalWasm is no part of it. */
  private static final Pattern LACKING = Pattern.compile(
      "\\bhost\\.(?!(?:echo|call|eval|throwing)\\b)|\\bHostPoint\\b|\\baccount\\b|\\bWebAssembly\\b");
  private static final Duration GRACE = Duration.ofSeconds(1);
  /** More than it does in that time. */
  private static final long STATEMENTS = 100_000_000;

  private final Engine engine = Engine.newBuilder("js")
      .sandbox(SandboxPolicy.CONSTRAINED)
      .in(InputStream.nullInputStream())
      .out(OutputStream.nullOutputStream())
      .err(OutputStream.nullOutputStream())
      .build();

  @Override
  public PeerContext open() {
    return new GraalContext(Context.newBuilder("js")
        .engine(engine)
        .sandbox(SandboxPolicy.CONSTRAINED)
        .in(InputStream.nullInputStream())
        .out(OutputStream.nullOutputStream())
        .err(OutputStream.nullOutputStream())
        .allowHostAccess(HostAccess.CONSTRAINED)
        .resourceLimits(ResourceLimits.newBuilder().statementLimit(STATEMENTS, null).build())
        .build());
  }

  @Override
  public String version() {
    return "GraalJS " + engine.getVersion() + " (" + engine.getImplementationName() + ")";
  }

  @Override
  public boolean lacks(String source) {
    return LACKING.matcher(source).find();
  }

  private static final class GraalContext implements PeerContext {
    private final Context js;
    private final Again again;
    private final Value stringify;

    GraalContext(Context js) {
      this.js = js;
      this.again = Again.after(TIME, TIME, this::end);
      this.stringify = js.eval("js", "JSON.stringify");
      js.getBindings("js")
          .putMember("host", ProxyObject.fromMap(Map.of(
              "echo", (ProxyExecutable) arguments -> arguments[0],
              "call", (ProxyExecutable) arguments -> arguments[0]
                  .execute((Object[]) Arrays.copyOfRange(arguments, 1, arguments.length)),
              "eval", (ProxyExecutable) arguments -> js.eval("js", arguments[0].asString()),
              "throwing", (ProxyExecutable) arguments -> {
                throw new IllegalStateException("host: " + arguments[0]);
              })));
    }

    private void end() {
      try {
        js.interrupt(GRACE);
      } catch (TimeoutException e) {
        js.close(true);
      }
    }

    @Override
    public <T extends @Nullable Object> T limited(Callable<T> action) throws Exception {
      try (Again.Run _ = again.during()) {
        return action.call();
      }
    }

    @Override
    public boolean isLimit(Throwable thrown) {
      return thrown instanceof PolyglotException e && (e.isInterrupted() || e.isCancelled() || e.isResourceExhausted());
    }

    @Override
    public Object eval(String source, String name) {
      return js.eval(Source.newBuilder("js", source, name).cached(false).buildLiteral());
    }

    @Override
    public void runJobs() {
      // GraalJS has run them when the outermost call ended.
    }

    @Override
    public Map<String, Callable<?>> uses(Object value) {
      Value result = (Value) value;
      Map<String, Callable<?>> uses = new LinkedHashMap<>();
      uses.put("text", result::toString);
      if (result.hasMembers()) {
        uses.put("keys", () -> List.copyOf(result.getMemberKeys()));
        uses.put("properties", () -> result.getMemberKeys().stream().limit(MANY).map(result::getMember).toList());
        uses.put("JSON", () -> stringify.execute(result));
      }
      if (result.canExecute()) {
        uses.put("call", () -> result.execute(1));
      }
      return uses;
    }

    @Override
    public Map<String, Callable<Integer>> questions() {
      Map<String, Callable<Integer>> questions = new LinkedHashMap<>();
      questions.put("arithmetic", () -> js.eval("js", "6 * 7").asInt());
      questions.put("property", () -> js.eval("js", "({ answer: 42 })").getMember("answer").asInt());
      questions.put("element", () -> js.eval("js", "[1, 42]").getArrayElement(1).asInt());
      questions.put("host function", () -> js.eval("js", "(f => f(41))")
          .execute((ProxyExecutable) arguments -> arguments[0].asInt() + 1)
          .asInt());
      return questions;
    }

    @Override
    public void close() {
      again.close();
      js.close(true);
    }
  }
}
