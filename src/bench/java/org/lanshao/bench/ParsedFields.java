package org.lanshao.bench;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads XML with the parser that the real server uses too, without DTDs. */
final class ParsedFields implements Fields {
  private final XMLInputFactory factory = XMLInputFactory.newFactory();

  ParsedFields() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  @Override
  public String encrypted(String envelope) throws XMLStreamException {
    return children(envelope).getOrDefault("Encrypt", "");
  }

  @Override
  public Message message(String xml) throws XMLStreamException {
    var children = children(xml);
    return new Message(
        children.getOrDefault("MsgId", ""),
        children.getOrDefault("FromUserName", ""),
        children.getOrDefault("Content", ""),
        xml);
  }

  private Map<String, String> children(String xml) throws XMLStreamException {
    var children = new HashMap<String, String>();
    var reader = factory.createXMLStreamReader(new StringReader(xml));
    try {
      reader.nextTag();
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          children.put(reader.getLocalName(), reader.getElementText());
        }
      }
      return children;
    } finally {
      reader.close();
    }
  }
}
