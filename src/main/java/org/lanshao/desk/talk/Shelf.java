package org.lanshao.desk.talk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.ReportText;
import org.lanshao.form.Schema;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The forms that can be opened now, and every definition that an open draft may need. A draft goes
 * on with exactly the definition it began with, whatever was published since.
 */
public final class Shelf implements Definitions {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final List<Form> current;
  private final Map<String, List<Form>> languages;
  private final List<Form> held;
  private final List<ReportText> reports;
  private final Facts facts;
  private final Schema schema;
  private final Cache<String, Form> byHash;

  private Shelf(Published published, Facts facts, Schema schema, Cache<String, Form> byHash) {
    this.current = published.current().getOrDefault("", List.of());
    this.languages = Map.copyOf(published.current());
    this.held = List.copyOf(published.held());
    this.reports = List.copyOf(published.reports());
    this.byHash = byHash;
    this.facts = facts;
    this.schema = schema;
    languages.values().stream()
        .flatMap(List::stream)
        .forEach(form -> byHash.put(form.definition().hash(), form));
  }

  /**
   * What came of publishing.
   *
   * @param current the forms that can be opened, by language; under empty text the Chinese ones
   */
  private record Published(
      Map<String, List<Form>> current, List<Form> held, List<ReportText> reports) {}

  /**
   * Publishes the forms of the files, each language with definitions of its own where its texts
   * differ. A definition that was never seen becomes current; one that was seen before changes
   * nothing, so that a node with older files does not turn the clock back.
   */
  public static Shelf publish(Library files, Schema schema, DeskPorts ports) throws Unavailable {
    return publish(files, schema, ports, Caffeine.newBuilder().maximumSize(500).build());
  }

  /** As {@link #publish}, with files that came after the ones of this shelf. */
  public Shelf next(Library files, DeskPorts ports) throws Unavailable {
    return publish(files, schema, ports, byHash);
  }

  private static Shelf publish(
      Library files, Schema schema, DeskPorts ports, Cache<String, Form> byHash)
      throws Unavailable {
    var published = new Published(new HashMap<>(), new ArrayList<>(), files.reports());
    publish("", files.forms(), published, schema, ports);
    for (var language : files.languages().entrySet()) {
      publish(language.getKey(), language.getValue(), published, schema, ports);
    }
    return new Shelf(published, ports.facts(), schema, byHash);
  }

  private static void publish(
      String language, List<Form> files, Published published, Schema schema, DeskPorts ports)
      throws Unavailable {
    var current = new ArrayList<Form>();
    for (Form form : files) {
      var id = id(form, language);
      ports.commit().publish(id, form.definition());
      var hash = ports.facts().current(id).orElse(form.definition().hash());
      boolean newest = hash.equals(form.definition().hash());
      if (!newest) {
        published.held().add(form);
        LOG.atWarn()
            .addKeyValue("form", id)
            .log(
                "the file is an earlier definition and was not published; a higher version"
                    + " publishes it");
      }
      current.add(newest ? form : read(hash, ports.facts(), schema));
    }
    published.current().put(language, List.copyOf(current));
  }

  /** The forms that can be opened now. */
  public List<Form> current() {
    return current;
  }

  /** As {@link #current()}, as somebody of this language sees them. */
  public List<Form> current(String language) {
    return languages.getOrDefault(language, current);
  }

  /** The form by which stations tell of their days; empty when none does. */
  public Optional<Form> day(String language) {
    return current(language).stream().filter(one -> one.day().isPresent()).findFirst();
  }

  /** The sentences of reports. */
  public List<ReportText> reports() {
    return reports;
  }

  /** Forms of the files that are earlier definitions: a newer one is current instead. */
  public List<Form> held() {
    return held;
  }

  /** Whether these are still the current definitions: another node may have published since. */
  public boolean isCurrent() throws Unavailable {
    var currents = facts.currents();
    return languages.entrySet().stream()
        .allMatch(of -> of.getValue().stream().allMatch(f -> isCurrent(f, of.getKey(), currents)));
  }

  /** A language's form that reads as the Chinese one has no current definition of its own. */
  private static boolean isCurrent(Form form, String language, Map<FormId, String> currents) {
    var hash = form.definition().hash();
    return hash.equals(currents.getOrDefault(id(form, language), hash));
  }

  /** Under which a form's current definition in a language is kept. */
  private static FormId id(Form form, String language) {
    return language.isEmpty() ? form.id() : new FormId(form.id() + "@" + language);
  }

  @Override
  public Form form(String hash) throws Unavailable {
    var known = byHash.getIfPresent(hash);
    if (known != null) {
      return known;
    }
    Form form = read(hash, facts, schema);
    byHash.put(hash, form);
    return form;
  }

  /** The form that a message opens by its start word, the longest one that fits, or empty. */
  public Optional<Opening> opening(String text) {
    return Opening.of(current, text);
  }

  /**
   * As {@link #opening(String)}, the form as somebody of this language sees it; Chinese start words
   * open it too.
   */
  public Optional<Opening> opening(String text, String language) {
    if (!languages.containsKey(language)) {
      return opening(text);
    }
    var own = Opening.of(current(language), text);
    return own.isPresent() ? own : opening(text).map(opening -> in(language, opening));
  }

  private Opening in(String language, Opening opening) {
    return current(language).stream()
        .filter(form -> form.id().equals(opening.form().id()))
        .findFirst()
        .map(form -> new Opening(form, opening.rest()))
        .orElse(opening);
  }

  private static Form read(String hash, Facts facts, Schema schema) throws Unavailable {
    var definition = facts.definition(hash);
    return FormReader.read(
        definition.orElseThrow(() -> new IllegalStateException("no definition " + hash)), schema);
  }
}
