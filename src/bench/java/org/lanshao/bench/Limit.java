package org.lanshao.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Servers that do only what must be done, to show how far the real one is from that. {@code b}
 * verifies, decrypts, reads the XML with a parser and answers nothing. {@code c} looks for the
 * fields in the text, fills the form in memory and answers encrypted. {@code d} is c with a commit
 * on the disk before each answer.
 */
final class Limit {
  private final Secret secret = new Secret();
  private final Fields fields;
  private final MemoryForm form = new MemoryForm();
  private final Optional<Ledger> ledger;
  private final boolean answers;

  private Limit(boolean parser, boolean answers, Optional<Ledger> ledger)
      throws GeneralSecurityException {
    this.fields = parser ? new ParsedFields() : new FoundFields();
    this.answers = answers;
    this.ledger = ledger;
  }

  /** {@code b|c|d <port> [<database file>]}. */
  public static void main(String[] args) throws Exception {
    var vertx = Vertx.vertx();
    var limit =
        switch (args[0]) {
          case "b" -> new Limit(true, false, Optional.empty());
          case "c" -> new Limit(false, true, Optional.empty());
          default -> new Limit(false, true, Optional.of(Ledger.open(Path.of(args[2]), vertx)));
        };
    vertx
        .createHttpServer()
        .requestHandler(limit::handle)
        .listen(Integer.parseInt(args[1]), "127.0.0.1")
        .onFailure(
            failure -> {
              System.err.println(failure);
              System.exit(1);
            });
  }

  private void handle(HttpServerRequest request) {
    if (request.method().name().equals("GET")) {
      request.response().end();
      return;
    }
    request.body().onSuccess(body -> take(request, body));
  }

  private void take(HttpServerRequest request, Buffer body) {
    try {
      var encrypted = fields.encrypted(body.toString(StandardCharsets.UTF_8));
      var timestamp = request.getParam("timestamp", "");
      var nonce = request.getParam("nonce", "");
      if (!secret.signed(request.getParam("msg_signature", ""), timestamp, nonce, encrypted)) {
        request.response().setStatusCode(403).end();
        return;
      }
      var message = fields.message(secret.open(encrypted).orElseThrow());
      if (answers) {
        answer(request, message);
      } else {
        request.response().end();
      }
    } catch (GeneralSecurityException | XMLStreamException | RuntimeException bad) {
      request.response().setStatusCode(400).end();
    }
  }

  private void answer(HttpServerRequest request, Fields.Message message)
      throws GeneralSecurityException {
    var reply = form.take(message.from(), message.text());
    if (ledger.isPresent()) {
      ledger.get().write(message, reply, () -> respond(request, message.from(), reply));
    } else {
      respond(request, message.from(), reply);
    }
  }

  private void respond(HttpServerRequest request, String to, String text) {
    try {
      request.response().end(envelope(to, text));
    } catch (GeneralSecurityException failed) {
      request.response().setStatusCode(500).end();
    }
  }

  private String envelope(String to, String text) throws GeneralSecurityException {
    var now = String.valueOf(System.currentTimeMillis() / 1000);
    var encrypted =
        secret.seal(
            "<xml><ToUserName><![CDATA["
                + to
                + "]]></ToUserName><FromUserName><![CDATA["
                + Secret.CORP
                + "]]></FromUserName><CreateTime>"
                + now
                + "</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA["
                + text
                + "]]></Content></xml>");
    return "<xml><Encrypt><![CDATA["
        + encrypted
        + "]]></Encrypt><MsgSignature><![CDATA["
        + secret.signature(now, "7", encrypted)
        + "]]></MsgSignature><TimeStamp>"
        + now
        + "</TimeStamp><Nonce><![CDATA[7]]></Nonce></xml>";
  }
}
