package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;

/** The fields of a proposal, in the order of the record. */
final class ProposalJson {
  private ProposalJson() {}

  static void write(Proposal proposal, JsonGenerator out) throws IOException {
    out.writeStringField("number", proposal.number());
    out.writeStringField("kind", Json.word(proposal.kind()));
    Json.writeInstant("at", proposal.at(), out);
    Json.writeInstant("until", proposal.until(), out);
    out.writeStringField("by", proposal.by().map(PersonId::text).orElse(""));
    out.writeStringField("channel", proposal.origin().channel());
    out.writeStringField("account", proposal.origin().account());
    out.writeStringField("area", proposal.area().text());
    out.writeStringField("subject", proposal.subject());
    out.writeFieldName("edits");
    EditJson.write(proposal.edits(), out);
    out.writeStringField("code", proposal.code());
    out.writeStringField("state", Json.word(proposal.state()));
    out.writeStringField("decider", proposal.decider().map(PersonId::text).orElse(""));
  }

  static Proposal read(JsonParser in) throws IOException {
    var number = Json.text(in, "number");
    var kind = Json.constant(in, "kind", Proposal.Kind.values());
    var at = Json.instant(in, "at");
    var until = Json.instant(in, "until");
    var by = Json.person(in, "by");
    var origin = new Proposal.Origin(Json.text(in, "channel"), Json.text(in, "account"));
    var area = new AreaCode(Json.text(in, "area"));
    var subject = Json.text(in, "subject");
    Json.expect("edits".equals(in.nextFieldName()), in);
    Json.expect(in.nextToken() == JsonToken.START_ARRAY, in);
    var edits = Json.list(in, EditJson::edit);
    return new Proposal(
        number,
        kind,
        at,
        until,
        by,
        origin,
        area,
        subject,
        edits,
        Json.text(in, "code"),
        Json.constant(in, "state", Proposal.State.values()),
        Json.person(in, "decider"));
  }
}
