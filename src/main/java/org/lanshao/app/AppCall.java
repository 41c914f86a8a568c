package org.lanshao.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.wecom.WecomAdmin;
import org.lanshao.channel.wecom.WecomAdmin.Told;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One call of an operator to WeCom, for one of the apps in the settings. */
final class AppCall {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--channel", paramLabel = "NAME", description = "设置里的通道名；只有一个企业微信通道时可以不写。")
  private @Nullable String channel;

  /**
   * Makes the call and hands the answer on.
   *
   * @return the exit code
   */
  int run(
      Function<ChannelSettings.Wecom, Optional<Delivery.HttpCall>> call,
      Consumer<JsonNode> answer,
      PrintWriter err) {
    var app = config.read(err).flatMap(settings -> app(settings, err));
    var wanted = app.flatMap(call);
    return app.isPresent() && wanted.isPresent() ? run(app.get(), wanted.get(), answer, err) : 1;
  }

  private Optional<ChannelSettings.Wecom> app(Settings settings, PrintWriter err) {
    List<ChannelSettings.Wecom> apps = new ArrayList<>();
    for (ChannelSettings one : settings.channels()) {
      if (one instanceof ChannelSettings.Wecom app
          && (channel == null || app.name().text().equals(channel))) {
        apps.add(app);
      }
    }
    if (apps.size() != 1) {
      err.println(apps.isEmpty() ? "设置里没有这个企业微信通道。" : "设置里有几个企业微信通道，用 --channel 写明哪一个。");
      return Optional.empty();
    }
    return Optional.of(apps.getFirst());
  }

  private static int run(
      ChannelSettings.Wecom app,
      Delivery.HttpCall call,
      Consumer<JsonNode> answer,
      PrintWriter err) {
    var vertx = Vertx.vertx();
    try (var transport =
        new Transport(vertx, new OneTimeTokens(), Clock.systemUTC(), TransportLimits.USUAL)) {
      var told = new ArrayList<Told>();
      var channel = new WecomChannel(app.settings(), RandomGenerator.getDefault());
      Outcome outcome =
          transport.ask(
              channel,
              call,
              response -> {
                told.add(WecomAdmin.read(response));
                return told.getLast() instanceof Told.Failed(Outcome failed)
                    ? failed
                    : Outcome.Accepted.PLAIN;
              });
      return say(outcome, told, answer, err);
    } finally {
      Step.done(vertx.close());
    }
  }

  private static int say(
      Outcome outcome, List<Told> told, Consumer<JsonNode> answer, PrintWriter err) {
    if (outcome instanceof Outcome.Accepted && told.getLast() instanceof Told.Done(JsonNode json)) {
      answer.accept(json);
      return 0;
    }
    err.println("企业微信没有接受：" + reason(outcome) + "。见 deploy/README.md 的错误码。");
    return 1;
  }

  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.TryAgain again -> again.code() + " " + again.platformCode();
      case Outcome.Refused refused -> refused.code() + " " + refused.platformCode();
      case Outcome.TokenRefused refused -> "token " + refused.platformCode();
      case Outcome.Accepted accepted -> "unreadable";
    };
  }
}
