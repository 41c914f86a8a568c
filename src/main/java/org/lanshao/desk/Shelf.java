package org.lanshao.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
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
  private final List<Form> held;
  private final Facts facts;
  private final Schema schema;
  private final Cache<String, Form> byHash;

  private Shelf(
      List<Form> current, List<Form> held, Facts facts, Schema schema, Cache<String, Form> byHash) {
    this.current = List.copyOf(current);
    this.held = List.copyOf(held);
    this.byHash = byHash;
    this.facts = facts;
    this.schema = schema;
    current.forEach(form -> byHash.put(form.definition().hash(), form));
  }

  /**
   * Publishes the forms of the files. A definition that was never seen becomes current; one that
   * was seen before changes nothing, so that a node with older files does not turn the clock back.
   */
  public static Shelf publish(List<Form> files, Schema schema, DeskPorts ports) throws Unavailable {
    return publish(files, schema, ports, Caffeine.newBuilder().maximumSize(500).build());
  }

  /** As {@link #publish}, with files that came after the ones of this shelf. */
  Shelf next(List<Form> files, DeskPorts ports) throws Unavailable {
    return publish(files, schema, ports, byHash);
  }

  private static Shelf publish(
      List<Form> files, Schema schema, DeskPorts ports, Cache<String, Form> byHash)
      throws Unavailable {
    var current = new ArrayList<Form>();
    var held = new ArrayList<Form>();
    for (Form form : files) {
      ports.commit().publish(form.id(), form.definition());
      var hash = ports.facts().current(form.id()).orElse(form.definition().hash());
      if (!hash.equals(form.definition().hash())) {
        held.add(form);
        LOG.atWarn()
            .addKeyValue("form", form.id())
            .log(
                "the file is an earlier definition and was not published; a higher version publishes it");
      }
      current.add(hash.equals(form.definition().hash()) ? form : read(hash, ports.facts(), schema));
    }
    return new Shelf(current, held, ports.facts(), schema, byHash);
  }

  /** The forms that can be opened now. */
  public List<Form> current() {
    return current;
  }

  /** Forms of the files that are earlier definitions: a newer one is current instead. */
  public List<Form> held() {
    return held;
  }

  /** Whether these are still the current definitions: another node may have published since. */
  boolean isCurrent() throws Unavailable {
    var currents = facts.currents();
    return current.stream()
        .allMatch(form -> form.definition().hash().equals(currents.get(form.id())));
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

  private static Form read(String hash, Facts facts, Schema schema) throws Unavailable {
    var definition = facts.definition(hash);
    return FormReader.read(
        definition.orElseThrow(() -> new IllegalStateException("no definition " + hash)), schema);
  }
}
