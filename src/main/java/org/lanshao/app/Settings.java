package org.lanshao.app;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.directory.DirectoryReader;
import org.lanshao.message.ChannelName;
import org.lanshao.record.RevisionLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.web.Listen;

/**
 * All settings, read once at start; {@code config/lanshao.yaml} tells what each means.
 *
 * @param time the zone, and whether the clock is moved by hand
 * @param http where platforms and the sandbox page come in
 * @param management where health and metrics are asked
 * @param store the database and its key
 * @param media pictures and files that people send
 * @param files what people write
 * @param courtesy when people are spoken to unasked
 * @param corrections until when who may revise a record
 * @param keeping how long what is private is kept
 * @param operations what is watched and who is told
 * @param warnings where warnings come in
 * @param sending how messages leave
 * @param channels at least one
 */
public record Settings(
    Time time,
    Listen http,
    Listen management,
    StoreSettings store,
    Media media,
    Files files,
    Courtesy courtesy,
    RevisionLimits corrections,
    Keeping keeping,
    OperationsSettings operations,
    Warnings warnings,
    Sending sending,
    List<ChannelSettings> channels) {
  /** Copies the channels. */
  public Settings {
    channels = List.copyOf(channels);
  }

  /** What holds where nothing else is set: the sandbox on an embedded database. */
  public static final Settings DEFAULTS =
      new Settings(
          new Time(ZoneId.of("Asia/Shanghai"), false, LocalTime.MIDNIGHT),
          new Listen("127.0.0.1", 8080),
          new Listen("127.0.0.1", 8081),
          new StoreSettings(
              "jdbc:sqlite:data/lanshao.db", "", "", Path.of("data"), Optional.empty()),
          new Media(20),
          new Files(Path.of("conversations"), Path.of("config/directory")),
          Courtesy.USUAL,
          RevisionLimits.DEFAULT,
          Keeping.USUAL,
          OperationsSettings.USUAL,
          new Warnings(""),
          new Sending(16, "", 2),
          List.of(
              new ChannelSettings.Sandbox(new ChannelName("sandbox"), Optional.empty(), false)));

  /** Where the server keeps a copy of the forms and wording that it used last. */
  Path keptConversations() {
    return store.dataDir().resolve("conversations.kept");
  }

  /** The sandbox, if there is one. */
  public Optional<ChannelSettings.Sandbox> sandbox() {
    return channels.stream()
        .filter(ChannelSettings.Sandbox.class::isInstance)
        .map(ChannelSettings.Sandbox.class::cast)
        .findFirst();
  }

  /**
   * What the directory's files refer to.
   *
   * @param environment what {@code ${NAME}} stands for
   */
  DirectoryReader.Outside outside(Map<String, String> environment) {
    return new DirectoryReader.Outside(environment, this::sendAdvice);
  }

  private Optional<String> sendAdvice(String channel, String send) {
    return channels.stream()
        .filter(known -> known.writesAs(new ChannelName(channel)))
        .findFirst()
        .flatMap(known -> known.sendAdvice(send));
  }

  /**
   * How time is told.
   *
   * @param zone whose days are counted
   * @param manual whether the clock stands still until it is moved, for tests
   * @param changeOver when the duty of one day hands over to that of the next
   */
  public record Time(ZoneId zone, boolean manual, LocalTime changeOver) {}

  /**
   * How messages leave.
   *
   * @param atOnce how many may be in flight, besides four emergencies
   * @param redis where nodes share the platforms' limits; empty where there is one node
   * @param nodes how many nodes there are at most
   */
  public record Sending(int atOnce, String redis, int nodes) {
    /** Whether limits are shared. */
    boolean isShared() {
      return !redis.isEmpty();
    }

    /** Without the address, which may hold a password. */
    @Override
    public String toString() {
      return "Sending[" + atOnce + (isShared() ? " redis=***" : "") + " " + nodes + "]";
    }
  }

  /**
   * Where warnings come in.
   *
   * @param token what senders have to know; empty text: nothing is taken
   */
  public record Warnings(String token) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Warnings[" + (token.isEmpty() ? "" : "***") + "]";
    }
  }

  /**
   * Pictures and files that people send.
   *
   * @param megabytes how large one may be
   */
  public record Media(int megabytes) {
    /** The same in bytes. */
    public int bytes() {
      return megabytes * 1024 * 1024;
    }
  }

  /**
   * Where what people write is kept.
   *
   * @param conversations the folder of forms and wording, with the texts of reminders in its folder
   *     {@code notices}
   * @param directory the folder of areas, people and groups
   * @param alerts the file of the plans by which alerts climb
   * @param notices the file of seasons and reminders
   * @param calendar the file of holidays and make-up workdays
   */
  public record Files(
      Path conversations, Path directory, Path alerts, Path notices, Path calendar) {
    /** Where the plans are if nothing else is said. */
    static final Path ALERTS = Path.of("config/alerts.yaml");

    /** Where seasons and reminders are if nothing else is said. */
    static final Path NOTICES = Path.of("config/notices.yaml");

    /** Where holidays are if nothing else is said. */
    static final Path CALENDAR = Path.of("config/calendar.yaml");

    /** With the other files where they are if nothing else is said. */
    public Files(Path conversations, Path directory) {
      this(conversations, directory, ALERTS, NOTICES, CALENDAR);
    }

    /** The same with another folder of forms and wording. */
    Files withConversations(Path other) {
      return new Files(other, directory, alerts, notices, calendar);
    }
  }
}
