package org.lanshao.message;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * How XML from outside is read: nothing is declared, expanded or fetched, and sizes are limited.
 */
public final class SafeXml {
  private static final int MAX_DEPTH = 12;
  private static final int MAX_ATTRIBUTES = 8;
  private static final int MAX_ATTRIBUTE_SIZE = 1_024;

  private SafeXml() {}

  /**
   * How much a document may hold.
   *
   * @param text characters of one element
   * @param characters of all of it
   * @param elements how many
   */
  public record Limits(int text, int characters, int elements) {}

  /** A factory that any thread may use; what passes a limit is an error of its readers. */
  public static XMLInputFactory factory(Limits limits) {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // A lazy reader throws unchecked exceptions from its getters.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.text());
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) limits.characters());
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) limits.elements());
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_SIZE);
    return factory;
  }
}
