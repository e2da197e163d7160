package io.jsc4j.samples.evaluator;

import java.time.Duration;
import java.util.List;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What the command line asks for.
 *
 * @param action what to do
 * @param subject the code of -e and -p, or the file ({@code -} for standard input); empty for --help and --version
 * @param arguments what the script finds in {@code scriptArgs}
 * @param readRoot what --allow-read was given: null without it, {@code ""} for everywhere
 */
record EvaluatorOptions(Action action, String subject, List<String> arguments, @Nullable Duration timeout, long maxHeap,
    String engine,
    boolean json, boolean strictEval, @Nullable String readRoot) {

  enum Action {
    RUN_FILE,
    RUN_CODE,
    PRINT_CODE,
    SHOW_VERSION,
    SHOW_HELP
  }

  static final int NO_HEAP_LIMIT = 0;

  private static final String ENGINE_AUTO = "auto";

  /** @throws CommandException if it can't be understood */
  static EvaluatorOptions parse(String[] args) {
    CommandLine commandLine = commandLine(args);
    try {
      return from(commandLine.parseArgs(args));
    } catch (ParameterException e) {
      throw CommandException.usage(e.getMessage() + "\nTry './jsc --help'.");
    }
  }

  static String help() {
    return commandLine(new String[0]).getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  private static EvaluatorOptions from(ParseResult result) {
    String code = result.matchedOptionValue("-e", null);
    String expression = result.matchedOptionValue("-p", null);
    boolean isHelp = result.hasMatchedOption("--help");
    boolean isVersion = result.hasMatchedOption("--version");
    List<String> rest = result.matchedPositionalValue(0, List.of());
    if (code != null && expression != null) {
      throw CommandException.usage("-e and -p exclude each other\nTry './jsc --help'.");
    }
    Action action = isHelp ? Action.SHOW_HELP
        : isVersion ? Action.SHOW_VERSION
        : expression != null ? Action.PRINT_CODE
        : code != null ? Action.RUN_CODE
        : Action.RUN_FILE;
    String subject = switch (action) {
      case PRINT_CODE -> String.valueOf(expression);
      case RUN_CODE -> String.valueOf(code);
      case RUN_FILE -> {
        if (rest.isEmpty()) {
          throw CommandException.usage(
              "nothing to run: give a FILE.js, - for standard input, -e CODE or -p CODE\nTry './jsc --help'.");
        }
        yield rest.getFirst();
      }
      case SHOW_HELP, SHOW_VERSION -> "";
    };
    boolean json = result.hasMatchedOption("--json");
    if (json && action != Action.PRINT_CODE && !isHelp && !isVersion) {
      throw CommandException.usage("--json says how -p prints, and there is no -p\nTry './jsc --help'.");
    }
    String timeout = result.matchedOptionValue("--timeout", null);
    String maxHeap = result.matchedOptionValue("--max-heap", null);
    return new EvaluatorOptions(action, subject, action == Action.RUN_FILE ? rest.subList(1, rest.size()) : rest,
        timeout == null ? null : Quantities.duration("--timeout", timeout),
        maxHeap == null ? NO_HEAP_LIMIT : Quantities.size("--max-heap", maxHeap), result.matchedOptionValue("--engine",
            ENGINE_AUTO), json,
        result.hasMatchedOption("--strict-eval"),
        // What a parameter consumer has set is in the option, not among the matched ones.
        result.commandSpec().findOption("--allow-read").getValue());
  }

  boolean choosesEngine() {
    return !engine.equals(ENGINE_AUTO);
  }

  // Built by hand: reading annotations would cost every start some 50 ms.
  private static CommandLine commandLine(String[] args) {
    CommandSpec spec = CommandSpec.create().name("./jsc");
    spec.usageMessage()
        .customSynopsis("./jsc [options] FILE.js [ARG...]     run a script",
            "       ./jsc [options] -                    run a script from standard input",
            "       ./jsc [options] -e CODE [ARG...]     run CODE",
            "       ./jsc [options] -p CODE [ARG...]     run CODE and print its value")
        .sortOptions(false);
    spec.addOption(value("-e", "CODE", "Run CODE."));
    spec.addOption(value("-p", "CODE", "Run CODE and print its value; a promise is awaited."));
    spec.addOption(flag("--json", "Print the value of -p as JSON."));
    spec.addOption(value("--timeout", "TIME", "End the script after TIME (500ms, 2s, 1m) with exit code 124."));
    spec.addOption(value("--max-heap", "SIZE",
        "End the script when its heap exceeds SIZE (512k, 64m, 1g) with exit code 137."));
    spec.addOption(OptionSpec.builder("--allow-read")
        .type(String.class)
        .arity("0..1")
        .paramLabel("DIR")
        .fallbackValue("")
        .parameterConsumer(new AttachedOnly(args))
        .description("Let load(path) and readFile(path) read files, those in DIR or all of them.")
        .build());
    spec.addOption(flag("--strict-eval", "Scripts can't use eval and Function."));
    spec.addOption(value("--engine", "ENGINE",
        "Which JavaScriptCore: auto, bundled, system, or the path of a library."));
    spec.addOption(flag("--version", "Show the versions of jsc4j and of the engine, and where that was loaded from."));
    spec.addOption(OptionSpec.builder("-h", "--help").description("Show this help.").build());
    spec.addPositional(PositionalParamSpec.builder()
        .index("0..*")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("ARG")
        .hidden(true)
        .build());
    spec.usageMessage()
        .footer("",
            "Exit codes: 0; 1 uncaught exception or unhandled rejection; 2 usage error or unreadable file; 124 timeout;",
            "137 heap limit; n after quit(n).");
    return new CommandLine(spec).setStopAtPositional(true)
        .setUsageHelpWidth(110)
        .setTrimQuotes(false)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false);
  }

  private static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).arity("1").paramLabel(label).description(description).build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }

  /** Takes the value of an option only where {@code =} attaches it; otherwise picocli would take the script for the directory. */
  private static final class AttachedOnly implements CommandLine.IParameterConsumer {
    private final String[] args;

    AttachedOnly(String[] args) {
      this.args = args;
    }

    // The type is picocli's.
    @SuppressWarnings("JdkObsolete")
    @Override
    public void consumeParameters(Stack<String> remaining, ArgSpec option, CommandSpec spec) {
      String value = "";
      if (!remaining.isEmpty()) {
        // An attached value has been pushed in the place of its argument; any other next value is itself the argument there.
        String argument = args[args.length - remaining.size()];
        if (!argument.equals(remaining.peek())) {
          value = remaining.pop();
        }
      }
      option.setValue(value);
    }
  }
}
