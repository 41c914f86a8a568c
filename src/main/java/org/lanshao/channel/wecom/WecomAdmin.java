package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;

/**
 * What an operator does with an app: its menu (document 90231), and groups of its own (90244 and
 * 90245). Pure.
 */
public final class WecomAdmin {
  private static final byte[] NOTHING = {};

  private final WecomSettings settings;

  /** For this app. */
  public WecomAdmin(WecomSettings settings) {
    this.settings = settings;
  }

  /** What came back. */
  public sealed interface Told {
    /** It is done; what the platform says of it. */
    record Done(JsonNode json) implements Told {}

    /** It is not. */
    record Failed(Outcome outcome) implements Told {}
  }

  /** Reads the response to any of these calls. A menu that is not there is done with, too. */
  public static Told read(RawResponse response) {
    return switch (ApiAnswer.of(response)) {
      case ApiAnswer.Unreadable(Outcome.TryAgain again) -> new Told.Failed(again);
      case ApiAnswer.Read(int errcode, JsonNode json)
          when ErrorCodes.outcome(errcode) instanceof Outcome.Accepted ->
          new Told.Done(json);
      case ApiAnswer.Read(int errcode, JsonNode ignored) ->
          new Told.Failed(ErrorCodes.outcome(errcode));
    };
  }

  /**
   * Makes the app's menu, in place of the one before.
   *
   * @param nameToWords what each button is called, and says
   */
  public Delivery.HttpCall createMenu(Map<String, String> nameToWords) {
    var body = WecomBody.create();
    var buttons = body.putArray("button");
    nameToWords.forEach(
        (name, words) ->
            buttons.addObject().put("type", "click").put("name", name).put("key", words));
    return WecomBody.call(menu("create"), body);
  }

  /** Asks for the app's menu. */
  public Delivery.HttpCall showMenu() {
    return get(menu("get"));
  }

  /** Takes the app's menu away. */
  public Delivery.HttpCall deleteMenu() {
    return get(menu("delete"));
  }

  private String menu(String call) {
    return settings.api() + "/cgi-bin/menu/" + call + "?agentid=" + settings.agentId();
  }

  /**
   * Makes a group that the app can write to.
   *
   * @param chat what the group is called, who owns it and who is in it
   */
  public Delivery.HttpCall createChat(NewChat chat) {
    var body = WecomBody.create();
    body.put("name", chat.name()).put("owner", chat.owner());
    var people = body.putArray("userlist");
    chat.people().forEach(people::add);
    body.put("chatid", chat.id());
    return WecomBody.call(settings.api() + "/cgi-bin/appchat/create", body);
  }

  /**
   * A group to be made.
   *
   * @param id 1 to 32 letters and digits, chosen: a second try makes no second group
   * @param name up to 50 characters
   * @param owner an account, who also is one of the people
   * @param people accounts, 2 to 2,000
   */
  public record NewChat(String id, String name, String owner, List<String> people) {
    private static final int MOST = 2_000;

    /** Copies the people. */
    public NewChat {
      people = List.copyOf(people);
    }

    /** What is wrong with it, in Chinese; empty if nothing is. */
    public Optional<String> problem() {
      if (!id.matches("[0-9A-Za-z]{1,32}")) {
        return Optional.of("群编号只用字母和数字，最多 32 个，例如 taiping1。");
      }
      if (name.isBlank() || name.codePointCount(0, name.length()) > 50) {
        return Optional.of("群名要有 1 到 50 个字。");
      }
      if (people.size() < 2 || people.size() > MOST) {
        return Optional.of("一个群要有 2 到 2000 人。");
      }
      return people.contains(owner) ? Optional.empty() : Optional.of("群主也要写在成员里。");
    }
  }

  /** Asks who is in a group of the app. */
  public Delivery.HttpCall showChat(String id) {
    return get(settings.api() + "/cgi-bin/appchat/get?chatid=" + id);
  }

  private static Delivery.HttpCall get(String uri) {
    return new Delivery.HttpCall("GET", uri, Map.of(), NOTHING, Optional.of("access_token"));
  }
}
