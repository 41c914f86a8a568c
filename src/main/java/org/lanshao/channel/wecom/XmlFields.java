package org.lanshao.channel.wecom;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Reads the flat XML of callbacks: the elements below the root, as name to text. A document type is
 * refused, so no entity is ever declared, expanded or fetched; sizes are limited before anything is
 * kept. Any thread may call it.
 */
final class XmlFields {
  // A message is at most 2,048 bytes of text; the envelope holds it encrypted, in base64.
  private static final int MAX_TEXT = 65_536;
  private static final int MAX_CHARACTERS = 131_072;
  private static final int MAX_ELEMENTS = 1_000;
  private static final int MAX_DEPTH = 12;
  private static final int MAX_ATTRIBUTES = 8;
  private static final int MAX_ATTRIBUTE_SIZE = 1_024;

  private static final XMLInputFactory FACTORY = factory();

  private XmlFields() {}

  /**
   * The elements directly below the root. An element with elements inside gives the text that is
   * its own; of two with one name the first counts.
   *
   * @return empty when the text is not well-formed, has a document type or passes a limit
   */
  static Optional<Map<String, String>> read(String xml) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
      try {
        return Optional.of(fields(reader));
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
    var fields = new HashMap<String, String>();
    var text = new StringBuilder();
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case START_ELEMENT -> {
          depth++;
          if (depth == 2) {
            text.setLength(0);
          }
        }
        case CHARACTERS, CDATA -> {
          if (depth == 2) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          }
        }
        case END_ELEMENT -> {
          if (depth == 2) {
            fields.putIfAbsent(reader.getLocalName(), text.toString());
          }
          depth--;
        }
        case DTD, ENTITY_REFERENCE -> throw new XMLStreamException("document type");
        default -> {
          // Comments, processing instructions and the ends of the document say nothing.
        }
      }
    }
    return fields;
  }

  private static XMLInputFactory factory() {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // A lazy reader throws unchecked exceptions from its getters.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) MAX_CHARACTERS);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MAX_ELEMENTS);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_SIZE);
    return factory;
  }
}
