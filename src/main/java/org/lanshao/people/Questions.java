package org.lanshao.people;

import java.util.List;
import org.lanshao.directory.Proposal;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;

/** What somebody above is asked: a tap for yes, a tap for no. */
final class Questions {
  private Questions() {}

  static List<Reply.Choice> choices(Wording wording, Proposal proposal) {
    return List.of(
        new Reply.Choice(
            wording.say(PeopleWords.SAY_AGREE), Previews.say(PeopleWord.AGREE, proposal)),
        new Reply.Choice(
            wording.say(PeopleWords.SAY_REFUSE), Previews.say(PeopleWord.REFUSE, proposal)));
  }
}
