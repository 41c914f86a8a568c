package org.lanshao.app;

import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is said to words that are no command: what is missing or not understood, how it is written,
 * with an example where the command has one, and where more is told.
 */
final class Misread implements IParameterExceptionHandler {
  /** What help says where picocli's own words would be English. */
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.lanshao.app.commands");

  private static final int NOT_UNDERSTOOD = 2;

  private Misread() {}

  /** Lets a command with all below it answer so. */
  static CommandLine answering(CommandLine commands) {
    return commands.setResourceBundle(WORDS).setParameterExceptionHandler(new Misread());
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] words) {
    var command = mistake.getCommandLine();
    var err = command.getErr();
    err.println(said(mistake));
    if (command.getSubcommands().isEmpty()) {
      err.print("写法：" + command.getHelp().synopsis("写法：".length()));
      err.print(command.getHelp().footer());
      err.println("说明：" + command.getCommandSpec().qualifiedName() + " --help");
    } else {
      command.usage(err);
    }
    return NOT_UNDERSTOOD;
  }

  private static String said(ParameterException mistake) {
    return switch (mistake) {
      case MissingParameterException missing -> missing(missing.getMissing());
      case UnmatchedArgumentException unmatched -> unknown(unmatched);
      case OverwrittenOptionException twice -> "只能写一次：" + name(twice.getOverwritten()) + "。";
      default -> other(mistake);
    };
  }

  private static String missing(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(argument -> "少了 " + name(argument) + "：" + told(argument))
        .collect(Collectors.joining("\n"));
  }

  /** What somebody perhaps meant is found among commands and options alike. */
  private static String unknown(UnmatchedArgumentException unmatched) {
    var meant = unmatched.getSuggestions().stream().findFirst();
    return "不认识："
        + String.join(" ", unmatched.getUnmatched())
        + "。"
        + meant.map(word -> "是不是 " + word + "？").orElse("");
  }

  private static String other(ParameterException mistake) {
    var argument = mistake.getArgSpec();
    return argument == null
        ? "少了命令，写一个："
        : name(argument) + " 不能是“" + mistake.getValue() + "”：" + told(argument);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? (option.longestName() + " " + option.paramLabel()).strip()
        : argument.paramLabel();
  }

  private static String told(ArgSpec argument) {
    return String.join("", argument.description());
  }
}
