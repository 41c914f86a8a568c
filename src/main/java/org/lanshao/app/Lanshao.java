package org.lanshao.app;

import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "lanshao",
    description = "蓝哨：社工站的聊天前台。",
    mixinStandardHelpOptions = true,
    versionProvider = Lanshao.Version.class)
public final class Lanshao {
  private static final List<Class<?>> COMMANDS =
      List.of(
          Serve.class,
          Check.class,
          Draw.class,
          Chat.class,
          Recount.class,
          Import.class,
          RegisterCommand.class,
          SitesCommand.class,
          CampaignCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          ResumeCommand.class,
          MoveCommand.class,
          RekeyCommand.class,
          OutboxCommand.class,
          ExportCommand.class,
          CalendarCommand.class,
          AuditCommand.class,
          PersonCommand.class,
          MenuCommand.class,
          AppchatCommand.class);

  private Lanshao() {}

  /** Runs a command and ends the process with its exit code: 0 good, 1 failed, 2 not understood. */
  public static void main(String[] args) {
    System.exit(commands(args).execute(args));
  }

  /**
   * The command that is asked for, and all of them where it is none: a server should not have to
   * read what the others take before it starts.
   */
  static CommandLine commands(String... args) {
    var commands = new CommandLine(new Lanshao());
    var asked = COMMANDS.stream().filter(c -> args.length > 0 && isNamed(args[0], c)).toList();
    (asked.isEmpty() ? COMMANDS : asked).forEach(commands::addSubcommand);
    Misread.answering(commands);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          // The log leaves out messages of exceptions, which may quote people.
          LoggerFactory.getLogger(Lanshao.class).error("the command failed", failure);
          command.getErr().println("出错了（" + failure.getClass().getSimpleName() + "），详情见日志。");
          return 1;
        });
    return commands;
  }

  private static boolean isNamed(String word, Class<?> command) {
    return command.getAnnotation(Command.class).name().equals(word);
  }

  /** The version that the jar was built with; {@code dev} outside a jar. */
  static String version() {
    return Optional.ofNullable(Lanshao.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  /** Tells the version. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"lanshao " + version()};
    }
  }
}
