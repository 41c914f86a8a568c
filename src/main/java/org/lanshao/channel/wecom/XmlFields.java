package org.lanshao.channel.wecom;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lanshao.message.SafeXml;

/**
 * Reads the flat XML of callbacks: the elements below the root, as name to text. A document type is
 * refused, so no entity is ever declared, expanded or fetched; sizes are limited before anything is
 * kept. Any thread may call it.
 */
final class XmlFields {
  // A message is at most 2,048 bytes of text; the envelope holds it encrypted, in base64.
  private static final XMLInputFactory FACTORY =
      SafeXml.factory(new SafeXml.Limits(65_536, 131_072, 1_000));

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
}
