package org.lanshao.app;

import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "lanshao",
    description = "蓝哨：社工站的聊天前台。",
    mixinStandardHelpOptions = true,
    versionProvider = Lanshao.Version.class,
    subcommands = {
      Serve.class,
      Check.class,
      Draw.class,
      Chat.class,
      Recount.class,
      Import.class,
      RegisterCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ResumeCommand.class,
      MoveCommand.class,
      OutboxCommand.class,
      ExportCommand.class,
      CalendarCommand.class,
      AuditCommand.class,
      MenuCommand.class,
      AppchatCommand.class
    })
public final class Lanshao {
  private Lanshao() {}

  /** Runs a command and ends the process with its exit code: 0 good, 1 failed, 2 not understood. */
  public static void main(String[] args) {
    System.exit(commands().execute(args));
  }

  /** All commands. */
  static CommandLine commands() {
    var commands = new CommandLine(new Lanshao());
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          // The log leaves out messages of exceptions, which may quote people.
          LoggerFactory.getLogger(Lanshao.class).error("the command failed", failure);
          command.getErr().println("出错了（" + failure.getClass().getSimpleName() + "），详情见日志。");
          return 1;
        });
    return commands;
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
