package org.lanshao.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lanshao.alarm.AdminMail;
import org.lanshao.alarm.Alarms;
import org.lanshao.alarm.Certificate;
import org.lanshao.alarm.Kind;
import org.lanshao.alarm.Operations;
import org.lanshao.alarm.OperationsWebhook;
import org.lanshao.alarm.Sign;
import org.lanshao.alarm.Signs;
import org.lanshao.alarm.Silence;
import org.lanshao.alarm.WorkTime;
import org.lanshao.directory.Directory;
import org.lanshao.publish.FormsState;
import org.lanshao.store.Store;
import org.lanshao.transport.Transport;
import org.lanshao.turn.Unavailable;
import org.lanshao.web.LastHeard;

/** Puts together what is watched of a running server, and who is told. */
record Alarming(Settings settings, Store store, MeterRegistry meters) {
  /** Time servers move a clock by less. */
  private static final Duration JUMP = Duration.ofSeconds(30);

  /** Time enough to renew a certificate. */
  private static final Duration RENEWAL = Duration.ofDays(14);

  /** What the server's parts say of themselves. */
  record State(
      Supplier<FormsState> forms,
      BooleanSupplier held,
      BooleanSupplier redisAway,
      LastHeard heard,
      Predicate<LocalDate> isWorked) {}

  /** Begins to look, until the stop. */
  void start(Transport transport, AdminMail mail, State state, Stop stop) {
    var clock = Clock.system(settings.time().zone());
    var ways =
        new Alarms.Ways(
            operations(transport), mail, () -> state.forms().get().library().wording(), node());
    var alarms =
        new Alarms(signs(state, mail.directory(), clock), store.alarmBook(), ways, clock, meters);
    alarms.start();
    stop.first(alarms::close);
  }

  private Operations operations(Transport transport) {
    var wanted = settings.operations();
    return wanted
        .webhook()
        .<Operations>map(
            url -> new OperationsWebhook(transport, wanted.road(), url, wanted.shape()))
        .orElse(Operations.NOBODY);
  }

  private String node() {
    return settings.operations().node().orElseGet(Alarming::machine);
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "lanshao";
    }
  }

  private List<Sign> signs(State state, Supplier<Directory> directory, Clock clock) {
    var limits = settings.operations();
    var symptoms = store.symptoms();
    var signs =
        new ArrayList<>(
            List.of(
                Signs.when(() -> !store.ready(), Kind.DATABASE_DOWN),
                Signs.outbox(symptoms, limits.outbox()),
                Signs.settings(symptoms),
                Signs.webhooks(symptoms, () -> directory.get().groups()),
                Signs.disk(settings.store().dataDir(), limits.diskBytes()),
                Signs.failedBackup(store),
                Signs.when(() -> state.forms().get().isRefused(), Kind.FORMS_REFUSED),
                Signs.when(state.held(), Kind.SENDING_HELD),
                Signs.when(state.redisAway(), Kind.REDIS_AWAY),
                Signs.clock(clock, System::nanoTime, JUMP)));
    limits.address().map(at -> Certificate.of(at, RENEWAL)).ifPresent(signs::add);
    signs.addAll(silences(state));
    if (isReal() && !limits.backup().isZero()) {
      signs.add(Signs.overdueBackup(store, limits.backup(), clock.instant()));
    }
    return signs;
  }

  /** Of all real channels. */
  private List<Silence> silences(State state) {
    var most = settings.operations().silence();
    var work = new WorkTime(state.isWorked(), settings.time().zone());
    return real()
        .filter(channel -> !most.isZero())
        .map(channel -> channel.name().text())
        .map(name -> new Silence(name, () -> state.heard().of(name), new Notes(store), work, most))
        .toList();
  }

  private record Notes(Store store) implements Silence.Book {
    @Override
    public Optional<String> read(String name) throws Unavailable {
      return store.remembered(name);
    }

    @Override
    public void write(String name, String text) throws Unavailable {
      store.remember(name, text);
    }
  }

  /** Nobody makes backups of a trial. */
  private boolean isReal() {
    return real().findAny().isPresent();
  }

  private Stream<ChannelSettings> real() {
    return settings.channels().stream().filter(c -> !(c instanceof ChannelSettings.Sandbox));
  }
}
