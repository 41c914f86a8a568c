package org.lanshao.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.Proposal;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.turn.Unavailable;

/**
 * 绑定群, 解绑群 and 群. A group is bound by typing a test number back: in the group itself where it can
 * be heard; where it cannot, the number is sent into it and typed back in private.
 */
final class Binding {
  /** Where a group is written to: {@code send} of {@code groups.csv}, or a robot's bare address. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:webhook:|appchat:)?https?://\\S{8,500}|(?:webhook:|appchat:)\\S{4,128}");

  private static final Pattern CODE = Pattern.compile("\\d{6}");

  /** 部门 三防办、民政办: for the people of these. */
  private static final Pattern AGENCIES = Pattern.compile(" 部[门門] (\\S+)$");

  private static final Pattern BETWEEN = Pattern.compile("[、,，;；和及]");
  private static final int LONGEST_NAME = 40;

  private final Previews previews;
  private final Fresh fresh;

  Binding(Previews previews, Fresh fresh) {
    this.previews = previews;
    this.fresh = fresh;
  }

  /** 绑定群 连滩社工站工作群, or with the address of the group's robot behind it. */
  Outcome bind(Said said, String rest) throws Unavailable {
    var address = ADDRESS.matcher(rest);
    var send = address.find() ? address.group() : "";
    var bare = (send.isEmpty() ? rest : rest.replace(send, " ")).strip().replaceAll("\\s+", " ");
    var of = AGENCIES.matcher(bare);
    var agencies = of.find() ? agencies(of.group(1)) : Set.<Agency>of();
    var name = agencies.isEmpty() ? bare : bare.substring(0, of.start());
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return said.reply(PeopleWords.BIND_HOW);
    }
    if (name.contains("://") || name.contains("key=")) {
      return said.reply(PeopleWords.BIND_BAD_ADDRESS);
    }
    if (groups(said).stream().anyMatch(g -> g.name().equals(name))) {
      return said.reply(PeopleWords.BIND_TAKEN, Map.of("name", name));
    }
    var id = new GroupId("x" + fresh.number("x"));
    var group = new Group(id, name, area(said, name), said.place().origin().channel(), send, "");
    return preview(said, group.of(agencies));
  }

  private static Set<Agency> agencies(String names) {
    return BETWEEN
        .splitAsStream(names)
        .flatMap(name -> Agency.of(name).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whose it is: an area, or agencies of it. */
  private static String whose(Said said, Group group) {
    var area = new Names(said.directory(), group.area()).where(group.area());
    var agencies = group.agencies().stream().map(Agency::name).collect(Collectors.joining("、"));
    return (area + " " + agencies).strip();
  }

  /** The place in its name where it is in the speaker's charge, else all of that. */
  private static AreaCode area(Said said, String name) {
    return Rosters.area(said, name) instanceof Rosters.Where.At(AreaCode area)
        ? area
        : said.directory().charge(said.speaker());
  }

  private Outcome preview(Said said, Group group) throws Unavailable {
    var edits = List.<Edit>of(new Edit.PutGroup(group));
    var plan =
        new Previews.Plan(Proposal.Kind.BIND, group.area(), group.id().text(), edits, fresh.code());
    var proposal = previews.proposal(said, plan);
    boolean deaf = !group.send().isEmpty();
    var slots =
        Map.of(
            "name", group.name(),
            "area", whose(said, group),
            "code", proposal.code(),
            "minutes", Previews.minutes());
    var notices =
        deaf
            ? List.of(
                new Outcome.Notice(
                    new Outcome.To.Chat(group.channel(), group.send()),
                    said.say(PeopleWords.BIND_TEST, slots)))
            : List.<Outcome.Notice>of();
    return Outcome.of(
        Reply.of(said.say(deaf ? PeopleWords.BIND_SENT : PeopleWords.BIND_PREVIEW, slots)),
        previews.deed(said, proposal, notices));
  }

  /** A test number that was typed back; empty when it is none that is waited for here. */
  Optional<Outcome> typed(Said said) {
    if (said.place().busy()) {
      return Optional.empty();
    }
    var code = Folding.tight(said.text());
    if (!CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    return said.directory().proposals().stream()
        .filter(open -> open.kind() == Proposal.Kind.BIND && open.code().equals(code))
        .filter(open -> open.isOpen(said.now().toInstant()))
        .filter(open -> open.origin().channel().equals(said.place().origin().channel()))
        .findFirst()
        .flatMap(open -> typed(said, open));
  }

  private Optional<Outcome> typed(Said said, Proposal open) {
    var group = group(open);
    boolean deaf = !group.send().isEmpty();
    boolean owner = open.by().equals(Optional.of(said.speaker().id()));
    if (deaf == said.place().isGroup() || (deaf && !owner)) {
      return Optional.empty();
    }
    boolean there = owner || said.directory().within(said.speaker().area(), group.area());
    if (!there || !new PeopleRights(said.directory()).runs(maker(said, open), group.area())) {
      return Optional.empty();
    }
    return Optional.of(bound(said, open, deaf ? group : heard(group, said.place().group())));
  }

  private static org.lanshao.directory.Person maker(Said said, Proposal open) {
    return open.by().flatMap(said.directory()::person).orElse(said.speaker());
  }

  private static Group heard(Group group, String chat) {
    return new Group(group.id(), group.name(), group.area(), group.channel(), chat, chat)
        .of(group.agencies());
  }

  private static Outcome bound(Said said, Proposal open, Group group) {
    var known = said.directory().heard(group.channel(), group.hear());
    if (!group.hear().isEmpty() && known.isPresent()) {
      return said.reply(PeopleWords.BIND_TAKEN, Map.of("name", known.get().name()));
    }
    var slots =
        Map.of(
            "name", group.name(),
            "area", whose(said, group));
    var edits = new ArrayList<Edit>();
    edits.add(
        new Edit.Settle(open.number(), Proposal.State.DONE, Optional.of(said.speaker().id())));
    edits.add(new Edit.PutGroup(group));
    var text = said.say(group.hear().isEmpty() ? PeopleWords.BOUND_DEAF : PeopleWords.BOUND, slots);
    var notices =
        said.place().isGroup()
            ? open.by().stream()
                .map(by -> new Outcome.Notice(new Outcome.To.Known(by), text))
                .toList()
            : List.<Outcome.Notice>of();
    return Outcome.of(
        Reply.of(text), new Outcome.Deed(Proposal.Kind.BIND, group.id().text(), edits, notices));
  }

  private static Group group(Proposal open) {
    return open.edits().stream()
        .filter(Edit.PutGroup.class::isInstance)
        .map(edit -> ((Edit.PutGroup) edit).group())
        .findFirst()
        .orElseThrow();
  }

  /** 解绑群 连滩社工站工作群. */
  Outcome unbind(Said said, String rest) throws Unavailable {
    var name = rest.strip();
    if (name.isEmpty()) {
      return said.reply(PeopleWords.UNBIND_HOW);
    }
    var meant =
        groups(said).stream()
            .filter(g -> g.name().equals(name) || g.id().text().equals(name))
            .toList();
    if (meant.size() > 1) {
      var lines =
          meant.stream()
              .map(group -> PeopleWord.UNBIND.word() + " " + group.id() + "：" + line(said, group))
              .collect(Collectors.joining("\n"));
      return said.reply(PeopleWords.WHICH_GROUP, Map.of("name", name, "lines", lines));
    }
    if (meant.isEmpty()) {
      return said.reply(PeopleWords.NO_GROUP, Map.of("name", name));
    }
    var group = meant.getFirst();
    var slots =
        Map.of(
            "name", group.name(),
            "area", whose(said, group));
    var edits = List.<Edit>of(new Edit.DropGroup(group.id()));
    return previews.show(
        said,
        new Previews.Plan(Proposal.Kind.UNBIND, group.area(), group.id().text(), edits),
        said.say(PeopleWords.UNBIND_PREVIEW, slots));
  }

  /** 群: those in the speaker's charge, never with the address that may hold a secret. */
  static Outcome list(Said said) {
    var groups = groups(said);
    if (groups.isEmpty()) {
      return said.reply(PeopleWords.GROUPS_NONE);
    }
    var lines = new ArrayList<String>();
    lines.add(said.say(PeopleWords.GROUPS_BEGIN, Map.of("count", Integer.toString(groups.size()))));
    groups.forEach(group -> lines.add(line(said, group)));
    return Outcome.say(Reply.of(String.join("\n", lines)));
  }

  private static String line(Said said, Group group) {
    var slots =
        Map.of(
            "name", group.name(),
            "area", whose(said, group));
    return said.say(
        group.hear().isEmpty() ? PeopleWords.GROUP_DEAF : PeopleWords.GROUP_HEARD, slots);
  }

  private static List<Group> groups(Said said) {
    return said.directory().groups().stream()
        .filter(group -> new PeopleRights(said.directory()).runs(said.speaker(), group.area()))
        .toList();
  }
}
