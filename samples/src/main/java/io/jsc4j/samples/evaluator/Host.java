package io.jsc4j.samples.evaluator;

import io.jsc4j.JsArray;
import io.jsc4j.JsCall;
import io.jsc4j.JsContext;
import io.jsc4j.JsObject;
import io.jsc4j.JsString;
import io.jsc4j.JsValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The host functions. No script gets hold of them, only the evaluator's own JavaScript, which checks the arguments. */
final class Host {
  private static final int STANDARD_ERROR = 2;

  private final JsContext context;
  private final TextOutput out;
  private final TextOutput err;
  private final FileAccess files;
  private final List<String> arguments;
  private final Map<String, String> sources = new HashMap<>();
  private @Nullable QuitException quit;

  Host(JsContext context, TextOutput out, TextOutput err, FileAccess files, List<String> arguments) {
    this.context = context;
    this.out = out;
    this.err = err;
    this.files = files;
    this.arguments = arguments;
  }

  void define(JsObject functions) {
    functions.set("write", context.function("write", this::write));
    functions.set("quit", context.function("quit", this::quit));
    functions.set("readFile", context.function("readFile", call -> JsString.of(files.read(call.arg(0).asString()))));
    functions.set("evaluate", context.function("evaluate", this::evaluate));
    functions.set("proxyTarget", context.function("proxyTarget", Host::proxyTarget));
    functions.set("scriptArgs", scriptArgs());
  }

  /** What ended the script, if it has called quit: it may have caught the exception, and gone on for a while. */
  @Nullable QuitException quit() {
    return quit;
  }

  /** The text of a script by the name that stack traces have for it; null for an unknown one. */
  @Nullable String source(String name) {
    return sources.get(name);
  }

  JsValue evaluate(ScriptSource script) {
    sources.put(script.name(), script.text());
    return context.eval(script.text(), script.name());
  }

  private JsValue write(JsCall call) {
    if (quit != null) {
      throw quit;
    }
    TextOutput stream = (int) call.arg(0).asDouble() == STANDARD_ERROR ? err : out;
    try {
      stream.write(call.arg(1).asString());
    } catch (QuitException e) {
      quit = e;
      throw e;
    }
    return JsValue.undefined();
  }

  private JsValue quit(JsCall call) {
    if (quit == null) {
      quit = new QuitException(call.arg(0).asInt());
    }
    throw quit;
  }

  private JsValue evaluate(JsCall call) {
    return evaluate(new ScriptSource(call.arg(1).asString(), call.arg(0).asString()));
  }

  private static JsValue proxyTarget(JsCall call) {
    return call.arg(0) instanceof JsObject object
        ? object.proxyTarget().<JsValue>map(target -> target).orElse(JsValue.undefined())
        : JsValue.undefined();
  }

  private JsArray scriptArgs() {
    return context.newArray(arguments.stream().map(JsString::of).toArray(JsValue[]::new));
  }
}
